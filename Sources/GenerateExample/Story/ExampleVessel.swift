/// What a vessel broadcasts about itself.
struct ExampleVessel {
  /// The AIS ship types used here.
  enum Kind: Int {
    case fishing = 30
    case cargo = 70
    case tanker = 80
  }

  let name: String
  var imo: Int?
  /// Invented, with the first three digits of the flag: the last six begin with 999.
  let mmsi: Int
  var callSign = ""
  let kind: Kind
  var length = 100
  var width = 16
  var draught = 5.5
}
