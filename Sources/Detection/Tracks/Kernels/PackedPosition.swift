/// A position as tracks keep it, in 24 bytes instead of 40; whose it is the track knows.
///
/// A run is bound by how many positions fit into memory and how fast they come from there. Every
/// field has the bits that its range needs, and the highest value of those stands for missing.
struct PackedPosition {
  /// From the highest bit: 43 of time, 10 of speed, 9 of heading, 2 of the transceiver.
  private let motion: UInt64
  let latitudeE7: Int32
  let longitudeE7: Int32
  /// From the highest bit: 32 of the line, 16 of the file, 12 of course, 4 of status.
  private let origin: UInt64

  /// The last millisecond that fits, in 2248; AIS is younger than the first, in 1970.
  static let lastTime = Int64(1) << 43 - 1

  /// Packs a position; `nil` when its time does not fit.
  @inline(__always)
  init?(_ position: Position) {
    guard position.time >= 0, position.time <= Self.lastTime else { return nil }
    motion =
      UInt64(position.time) << 21 | UInt64(min(position.speedTenths, 1023)) << 11
      | UInt64(min(position.headingDegrees, 511)) << 2 | UInt64(position.transceiver.rawValue)
    latitudeE7 = position.latitudeE7
    longitudeE7 = position.longitudeE7
    origin =
      UInt64(position.line) << 32 | UInt64(position.file) << 16
      | UInt64(min(position.courseTenths, 4095)) << 4 | UInt64(min(position.statusCode, 15))
  }

  /// Milliseconds since 1970.
  @inline(__always)
  var time: Int64 { Int64(truncatingIfNeeded: motion >> 21) }

  /// The position, sent by the owner of the track.
  @inline(__always)
  func position(of mmsi: UInt32) -> Position {
    let speed = UInt16(truncatingIfNeeded: motion >> 11 & 1023)
    let heading = UInt16(truncatingIfNeeded: motion >> 2 & 511)
    let course = UInt16(truncatingIfNeeded: origin >> 4 & 4095)
    let status = UInt8(truncatingIfNeeded: origin & 15)
    return Position(
      time: time, latitudeE7: latitudeE7, longitudeE7: longitudeE7, mmsi: mmsi,
      line: UInt32(truncatingIfNeeded: origin >> 32),
      file: UInt16(truncatingIfNeeded: origin >> 16),
      speedTenths: speed == 1023 ? .max : speed, courseTenths: course == 4095 ? .max : course,
      headingDegrees: heading == 511 ? .max : heading, statusCode: status == 15 ? .max : status,
      transceiver: transceiver)
  }

  @inline(__always)
  private var transceiver: Position.Transceiver {
    switch motion & 3 {
    case 1: .classA
    case 2: .classB
    default: .unknown
    }
  }
}

extension PackedPosition {
  /// A total order, so that the order of files and blocks leaves no trace.
  static func precedes(_ a: PackedPosition, _ b: PackedPosition) -> Bool {
    if a.time != b.time { return a.time < b.time }
    if a.latitudeE7 != b.latitudeE7 { return a.latitudeE7 < b.latitudeE7 }
    if a.longitudeE7 != b.longitudeE7 { return a.longitudeE7 < b.longitudeE7 }
    let (x, y) = (a.position(of: 0), b.position(of: 0))
    if x.speedTenths != y.speedTenths { return x.speedTenths < y.speedTenths }
    return (x.file, x.line) < (y.file, y.line)
  }
}
