/// The vessels of the story.
///
/// Names and IMO numbers of real vessels are from the sources in the example's README; their MMSI
/// are invented, as is everything about the vessels whose names begin with FICTIVE: IMO numbers
/// from 2000000 to 4999999 are not in use.
extension ExampleVessel {
  static let angara = ExampleVessel(
    name: "ANGARA", imo: 9_179_842, mmsi: 273_999_001, kind: .cargo, length: 123, width: 20)
  static let ladyR = ExampleVessel(
    name: "LADY R", imo: 9_161_003, mmsi: 273_999_002, kind: .cargo, length: 122, width: 20)
  static let maria = ExampleVessel(
    name: "MARIA", imo: 8_517_839, mmsi: 273_999_003, callSign: "UBRH7", kind: .cargo, length: 119,
    width: 18)
  static let maia = ExampleVessel(
    name: "MAIA-1", imo: 9_358_010, mmsi: 273_999_004, kind: .cargo, length: 139, width: 21)
  static let chonMaSan = ExampleVessel(
    name: "CHON MA SAN", imo: 8_660_313, mmsi: 445_999_001, kind: .tanker, length: 106, width: 15)
  static let casio = ExampleVessel(
    name: "CASIO", imo: 9_125_786, mmsi: 750_999_001, kind: .cargo, length: 140, width: 22)
  static let yiLi = ExampleVessel(
    name: "YI LI 1", imo: 1_059_149, mmsi: 677_999_001, kind: .cargo, length: 130, width: 20)

  static let crane = ExampleVessel(
    name: "FICTIVE CRANE", imo: 3_000_001, mmsi: 538_999_001, kind: .cargo, length: 180, width: 30)
  static let heron = ExampleVessel(
    name: "FICTIVE HERON", imo: 3_000_013, mmsi: 352_999_001, kind: .tanker, length: 110, width: 17)
  static let wren = ExampleVessel(
    name: "FICTIVE WREN", imo: 3_000_025, mmsi: 626_999_001, kind: .cargo)
  static let tern = ExampleVessel(
    name: "FICTIVE TERN", imo: 3_000_037, mmsi: 667_999_001, kind: .cargo)
  static let gull1 = ExampleVessel(
    name: "FICTIVE GULL 1", imo: 3_000_049, mmsi: 352_999_002, kind: .cargo)
  static let gull2 = ExampleVessel(
    name: "FICTIVE GULL 2", imo: 3_000_051, mmsi: 636_999_001, kind: .cargo)

  static func fishing(_ name: String, _ number: Int, mmsi: Int) -> ExampleVessel {
    ExampleVessel(
      name: "FICTIVE \(name) \(number)", mmsi: mmsi + number, kind: .fishing, length: 40, width: 8,
      draught: 3)
  }
}
