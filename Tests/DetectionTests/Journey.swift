import Detection
import Maritime

/// A track written as a story: stays, legs and silences, with a position every few minutes.
struct Journey {
  /// Midnight of 1 January 2026 in milliseconds since 1970.
  static let start: Int64 = 1_767_225_600_000

  private(set) var positions: [Position] = []
  private var reports: [StaticReport] = []
  private let mmsi: UInt32
  private let imo: IMONumber?
  private var time: Double
  private var latitude: Double
  private var longitude: Double
  private var line: UInt32 = 1

  /// Begins a journey `hours` after the start of 2026.
  init(
    _ mmsi: UInt32, imo: Int? = nil, at hours: Double = 0, _ latitude: Double, _ longitude: Double
  ) {
    self.mmsi = mmsi
    self.imo = imo.flatMap { IMONumber($0) }
    self.latitude = latitude
    self.longitude = longitude
    time = hours
  }

  /// Stays where it is, sending a position every few minutes, the first and last instant included.
  mutating func stay(hours: Double, everyMinutes: Double = 10, knots: Double? = 0) {
    sail(latitude, longitude, hours: hours, everyMinutes: everyMinutes, knots: knots)
  }

  /// Sails in a straight line, sending a position every few minutes.
  mutating func sail(
    _ toLatitude: Double, _ toLongitude: Double, hours: Double, everyMinutes: Double = 10,
    knots: Double? = nil
  ) {
    let (fromLatitude, fromLongitude, begin) = (latitude, longitude, time)
    let count = Int((hours * 60 / everyMinutes).rounded())
    for step in 0...count {
      let share = count == 0 ? 0 : Double(step) / Double(count)
      latitude = fromLatitude + (toLatitude - fromLatitude) * share
      longitude = fromLongitude + (toLongitude - fromLongitude) * share
      time = begin + hours * share
      send(knots: knots)
    }
  }

  /// Says nothing and is somewhere else afterwards.
  mutating func silence(hours: Double, to place: (latitude: Double, longitude: Double)? = nil) {
    time += hours
    if let place { (latitude, longitude) = place }
  }

  /// Says who it is.
  mutating func say(
    name: String = "", callSign: String = "", imo: String = "", type: UInt8 = 0,
    length: UInt16 = 0, width: UInt16 = 0, draught: Double = 0, destination: String = ""
  ) {
    var particulars = Particulars()
    particulars.name = name
    particulars.callSign = callSign
    particulars.imoText = imo
    particulars.shipType = type
    particulars.length = length
    particulars.width = width
    particulars.draughtTenths = UInt8((draught * 10).rounded())
    particulars.destination = destination
    reports.append(
      StaticReport(
        time: milliseconds, mmsi: mmsi, line: line, file: 0, particulars: particulars))
    line += 1
  }

  /// Sends one position, unless one was sent at this instant.
  mutating func send(knots: Double? = nil) {
    guard positions.last?.time != milliseconds else { return }
    positions.append(
      Position(
        time: milliseconds, latitudeE7: Int32((latitude * 1e7).rounded()),
        longitudeE7: Int32((wrapped(longitude) * 1e7).rounded()), mmsi: mmsi, line: line, file: 0,
        speedTenths: knots.map { UInt16(($0 * 10).rounded()) } ?? .max, transceiver: .classA))
    line += 1
  }

  var track: Track {
    guard let vessel = VesselReference(mmsi: MMSI(mmsi), imo: imo) else {
      preconditionFailure("a journey must have an MMSI")
    }
    return Track(
      vessel: vessel,
      positions: Positions(positions), reports: reports, files: FeedFiles(["feed.csv"]))
  }

  private var milliseconds: Int64 { Self.start + Int64((time * 3_600_000).rounded()) }

  private func wrapped(_ longitude: Double) -> Double {
    longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude
  }
}

/// The facts of some journeys, of one kind if one is given.
func facts(
  of journeys: [Journey], kind: String? = nil, ports: [Port] = [],
  parameters: DetectionParameters = DetectionParameters()
) -> [Fact] {
  let settings = DetectionSettings(
    gazetteer: Gazetteer(ports: ports, zones: []), parameters: parameters)
  return detectFacts(in: journeys.map(\.track).sorted { $0.vessel < $1.vessel }, settings)
    .filter { kind == nil || $0.kind.name == kind }
}

/// A port of one circle of 3 km.
func port(
  _ code: String, _ latitude: Double, _ longitude: Double, country: String = "PA",
  groups: [String] = []
) -> Port {
  Port(
    code: code, name: nil, country: CountryCode(country), groups: groups,
    areas: [Coordinate(latitude: latitude, longitude: longitude)].compactMap { point in
      point.map { Port.Area(center: $0, radius: 3000) }
    })
}

extension Fact {
  /// The hours from the start of 2026 to the start of the fact.
  var startHours: Double { Double(header.span.start.milliseconds - Journey.start) / 3_600_000 }
  /// The hours from the start of 2026 to the end of the fact.
  var endHours: Double? {
    header.span.end.map { Double($0.milliseconds - Journey.start) / 3_600_000 }
  }

  /// A field as a sentence shows it.
  func text(_ field: String) -> String? { value(field)?.description }

  /// The input lines behind the fact.
  var lines: [Int] { header.evidence.map(\.line) }
}
