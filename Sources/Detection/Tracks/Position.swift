public import Maritime

/// One AIS position report; tracks keep it packed into 24 bytes (`PackedPosition`).
///
/// A value that AIS marks as not available (speed 102.3, course 360, heading 511) is missing here.
public struct Position: Hashable, Sendable {
  /// Milliseconds since 1970.
  public let time: Int64
  /// The latitude in 1e-7 degrees.
  public let latitudeE7: Int32
  /// The longitude in 1e-7 degrees.
  public let longitudeE7: Int32
  /// The MMSI of the sender.
  public let mmsi: UInt32
  /// The line in the file, from 1.
  public let line: UInt32
  /// Which of `FeedFiles.names` the line is in.
  public let file: UInt16
  /// Speed over ground in tenths of a knot; `UInt16.max` when missing.
  let speedTenths: UInt16
  /// Course over ground in tenths of a degree; `UInt16.max` when missing.
  let courseTenths: UInt16
  /// True heading in degrees; `UInt16.max` when missing.
  let headingDegrees: UInt16
  /// The navigational status from 0 to 15; `UInt8.max` when missing.
  let statusCode: UInt8
  /// How the message was sent.
  public let transceiver: Transceiver

  /// The class of the transceiver.
  public enum Transceiver: UInt8, Hashable, Sendable {
    /// The feed does not say.
    case unknown
    /// Class A, which SOLAS asks of large ships.
    case classA
    /// Class B, for small craft.
    case classB
  }

  /// Creates a position; pass `.max` for a missing number.
  public init(
    time: Int64, latitudeE7: Int32, longitudeE7: Int32, mmsi: UInt32, line: UInt32, file: UInt16,
    speedTenths: UInt16 = .max, courseTenths: UInt16 = .max, headingDegrees: UInt16 = .max,
    statusCode: UInt8 = .max, transceiver: Transceiver = .unknown
  ) {
    self.time = time
    self.latitudeE7 = latitudeE7
    self.longitudeE7 = longitudeE7
    self.mmsi = mmsi
    self.line = line
    self.file = file
    self.speedTenths = speedTenths
    self.courseTenths = courseTenths
    self.headingDegrees = headingDegrees
    self.statusCode = statusCode
    self.transceiver = transceiver
  }

  /// The latitude in degrees.
  public var latitude: Double { Double(latitudeE7) / 1e7 }
  /// The longitude in degrees.
  public var longitude: Double { Double(longitudeE7) / 1e7 }
  /// The speed over ground in knots.
  public var speedKnots: Double? { speedTenths == .max ? nil : Double(speedTenths) / 10 }
  /// The course over ground in degrees.
  public var course: Double? { courseTenths == .max ? nil : Double(courseTenths) / 10 }
  /// The true heading in degrees.
  public var heading: Int? { headingDegrees == .max ? nil : Int(headingDegrees) }
  /// The navigational status, from 0 to 15.
  public var status: Int? { statusCode == .max ? nil : Int(statusCode) }
  /// When it was sent.
  public var instant: UTCTime { UTCTime(milliseconds: time) }

  /// When and where it was sent, without the rest.
  var spot: Spot { Spot(time: time, latitudeE7: latitudeE7, longitudeE7: longitudeE7) }

  /// The point; AIS coordinates are checked when read, so this is never missing for a feed's row.
  public var coordinate: Coordinate? {
    Coordinate(latitudeE7: latitudeE7, longitudeE7: longitudeE7)
  }
}

/// When and where a vessel was: two words instead of the six of a position.
///
/// Loops over millions of positions carry the one before along, and a position is too large for
/// the registers.
struct Spot: Hashable, Sendable {
  let time: Int64
  let latitudeE7: Int32
  let longitudeE7: Int32

  /// The distance to another in metres.
  func distance(to other: Spot) -> Double {
    distanceMetres(latitudeE7, longitudeE7, other.latitudeE7, other.longitudeE7)
  }
}
