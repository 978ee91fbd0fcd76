import Maritime

/// Where the fields of a position report are, in bits from the start of the message.
///
/// Source: ITU-R M.1371-5, annex 8, tables 48, 67 and 68.
struct PositionLayout {
  let transceiver: Position.Transceiver
  let status: Int?
  let speed: Int
  let longitude: Int
  let latitude: Int
  let course: Int
  let heading: Int

  /// Types 1, 2 and 3.
  static let classA = PositionLayout(
    transceiver: .classA, status: 38, speed: 50, longitude: 61, latitude: 89, course: 116,
    heading: 128)
  /// Types 18 and 19.
  static let classB = PositionLayout(
    transceiver: .classB, status: nil, speed: 46, longitude: 57, latitude: 85, course: 112,
    heading: 124)
}

/// What a position report says, before it has a time and a place in a file.
struct PositionMessage {
  let latitudeE7: Int32
  let longitudeE7: Int32
  let speedTenths: UInt16
  let courseTenths: UInt16
  let headingDegrees: UInt16
  let statusCode: UInt8
  let transceiver: Position.Transceiver

  /// Reads a report of type 1, 2, 3, 18 or 19.
  @inline(__always)
  init(_ bits: some MessageFields, _ layout: PositionLayout) throws(NMEAFault) {
    guard bits.count >= layout.heading + 9 else { throw .shortMessage }
    let place = try Self.place(
      longitude: bits.signed(layout.longitude, 28), latitude: bits.signed(layout.latitude, 27),
      perDegree: 600_000)
    (latitudeE7, longitudeE7) = (place.latitudeE7, place.longitudeE7)
    speedTenths = Self.known(bits.unsigned(layout.speed, 10), atMost: 1022)
    courseTenths = Self.known(bits.unsigned(layout.course, 12), atMost: 3599)
    headingDegrees = Self.known(bits.unsigned(layout.heading, 9), atMost: 359)
    statusCode = layout.status.map { UInt8(bits.unsigned($0, 4)) } ?? .max
    transceiver = layout.transceiver
  }

  /// Reads a report of type 27, which has tenths of a minute, whole knots and whole degrees.
  ///
  /// Source: ITU-R M.1371-5, annex 8, table 84.
  init(longRange bits: MessageBits) throws(NMEAFault) {
    guard bits.count >= 94 else { throw .shortMessage }
    let place = try Self.place(
      longitude: bits.signed(44, 18), latitude: bits.signed(62, 17), perDegree: 600)
    (latitudeE7, longitudeE7) = (place.latitudeE7, place.longitudeE7)
    speedTenths = Self.known(bits.unsigned(79, 6) * 10, atMost: 620)
    courseTenths = Self.known(bits.unsigned(85, 9) * 10, atMost: 3590)
    headingDegrees = .max
    statusCode = UInt8(bits.unsigned(40, 4))
    transceiver = .classA
  }

  /// A value above its bound is "not available" or has no meaning.
  @inline(__always)
  private static func known(_ value: Int, atMost bound: Int) -> UInt16 {
    value <= bound ? UInt16(value) : .max
  }

  /// The point in 1e-7 degrees; 91 and 181 degrees are how AIS says that it has none.
  @inline(__always)
  private static func place(
    longitude: Int, latitude: Int, perDegree: Int
  ) throws(NMEAFault) -> Coordinate {
    if longitude == 181 * perDegree || latitude == 91 * perDegree { throw .noPosition }
    guard abs(longitude) <= 180 * perDegree, abs(latitude) <= 90 * perDegree,
      let place = Coordinate(
        latitudeE7: degreesE7(latitude, perDegree), longitudeE7: degreesE7(longitude, perDegree))
    else { throw .offEarth }
    return place
  }

  /// Rounds half away from zero.
  @inline(__always)
  private static func degreesE7(_ value: Int, _ perDegree: Int) -> Int32 {
    let half = value < 0 ? -perDegree / 2 : perDegree / 2
    return Int32((value * 10_000_000 + half) / perDegree)
  }
}
