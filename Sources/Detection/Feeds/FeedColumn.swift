/// What a column of a CSV feed holds.
public enum FeedColumn: String, Hashable, Sendable, CaseIterable {
  /// The sender's MMSI.
  case mmsi
  /// When the message was received.
  case time
  /// The latitude in degrees.
  case latitude
  /// The longitude in degrees.
  case longitude
  /// Speed over ground in knots.
  case speed
  /// Course over ground in degrees.
  case course
  /// The sine of the course, when the feed splits it.
  case courseSine = "course_sine"
  /// The cosine of the course, when the feed splits it.
  case courseCosine = "course_cosine"
  /// True heading in degrees.
  case heading
  /// Navigational status: 0 to 15, or the words for one.
  case status
  /// The transceiver's class: A or B.
  case transceiver
  /// What sent the message: `Class A`, `Class B`, or a word for something that is no vessel.
  case mobile
  /// The vessel's name.
  case name
  /// The IMO number.
  case imo
  /// The call sign.
  case callSign = "call_sign"
  /// The AIS ship type: 0 to 99, or a word for one.
  case shipType = "ship_type"
  /// The length in metres.
  case length
  /// The beam in metres.
  case width
  /// The draught in metres.
  case draught
  /// The destination as typed by the crew.
  case destination

  /// The columns without which a row is no position.
  public static let required: [FeedColumn] = [.mmsi, .time, .latitude, .longitude]

  /// Whether the column describes the vessel rather than where it is.
  var isStatic: Bool {
    switch self {
    case .name, .imo, .callSign, .shipType, .length, .width, .draught, .destination: true
    default: false
    }
  }

  /// The headers by which feeds call the column, in lower case without spaces or underscores.
  ///
  /// Sources: MarineCadastre, the Danish Maritime Authority's CSV, and common exports.
  private var headers: [String] {
    switch self {
    case .mmsi: ["mmsi", "ssvid"]
    case .time: ["basedatetime", "timestamp", "#timestamp", "time", "datetime", "timeutc"]
    case .latitude: ["lat", "latitude", "latitudedegrees"]
    case .longitude: ["lon", "long", "longitude", "longitudedegrees"]
    case .speed: ["sog", "speed", "speedknots", "sogknots"]
    case .course: ["cog", "course", "cogdegrees"]
    case .courseSine: ["cogsin"]
    case .courseCosine: ["cogcos"]
    case .heading: ["heading", "trueheading"]
    case .status: ["status", "navstatus", "navigationalstatus"]
    case .transceiver: ["transceiverclass", "transceiver"]
    case .mobile: ["typeofmobile"]
    case .name: ["vesselname", "shipname", "name"]
    case .imo: ["imo"]
    case .callSign: ["callsign"]
    case .shipType: ["vesseltype"]
    case .length: ["length"]
    case .width: ["width"]
    case .draught: ["draft", "draught"]
    case .destination: ["destination"]
    }
  }

  /// The column that a header names, when it is one of the known ones.
  static func named(_ header: String) -> FeedColumn? {
    let key = header.lowercased().filter { $0 != " " && $0 != "_" }
    return allCases.first { $0.headers.contains(key) }
  }
}
