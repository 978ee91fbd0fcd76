/// A point on the Earth (WGS 84), exact to 1e-7 degrees: about a centimetre.
public struct Coordinate: Hashable, Sendable, CustomStringConvertible {
  /// The latitude in 1e-7 degrees, from -900000000 to 900000000.
  public let latitudeE7: Int32
  /// The longitude in 1e-7 degrees, from -1800000000 to 1800000000.
  public let longitudeE7: Int32

  /// Creates a point from degrees; `nil` when they are not on the Earth.
  ///
  /// AIS writes 91 and 181 for "not available": they are not on the Earth either.
  public init?(latitude: Double, longitude: Double) {
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
    latitudeE7 = Int32((latitude * 1e7).rounded())
    longitudeE7 = Int32((longitude * 1e7).rounded())
  }

  /// Creates a point from 1e-7 degrees; `nil` when they are not on the Earth.
  public init?(latitudeE7: Int32, longitudeE7: Int32) {
    guard (-900_000_000...900_000_000).contains(latitudeE7),
      (-1_800_000_000...1_800_000_000).contains(longitudeE7)
    else { return nil }
    self.latitudeE7 = latitudeE7
    self.longitudeE7 = longitudeE7
  }

  /// The latitude in degrees, north positive.
  public var latitude: Double { Double(latitudeE7) / 1e7 }
  /// The longitude in degrees, east positive.
  public var longitude: Double { Double(longitudeE7) / 1e7 }

  /// Degrees with four decimals and a hemisphere, about ten metres: `38.7167°N 125.4000°E`.
  public var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text of `description`.
  func write(to bytes: inout [UInt8]) {
    bytes.appendFourDecimals(latitudeE7)
    bytes.append(contentsOf: (latitudeE7 < 0 ? "°S " : "°N ").utf8)
    bytes.appendFourDecimals(longitudeE7)
    bytes.append(contentsOf: (longitudeE7 < 0 ? "°W" : "°E").utf8)
  }

  /// The great-circle distance to `other` in metres on a sphere of 6,371,008.8 m (IUGG mean
  /// radius).
  ///
  /// A sphere is within 0.56 % of the ellipsoid. The result is the same on every machine.
  public func distance(to other: Coordinate) -> Double {
    greatCircleMetres(
      latitude1: latitude, longitude1: longitude,
      latitude2: other.latitude, longitude2: other.longitude)
  }
}

extension [UInt8] {
  fileprivate mutating func appendFourDecimals(_ e7: Int32) {
    let rounded = (UInt64(e7.magnitude) + 500) / 1000
    appendDecimal(rounded / 10_000)
    append(UInt8(ascii: "."))
    appendDigits(rounded % 10_000, count: 4)
  }
}
