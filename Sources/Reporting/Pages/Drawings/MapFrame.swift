import Maritime

/// A point of a drawing, in units of its view box.
struct DrawnPoint: Hashable {
  let x: Double
  let y: Double

  func distance(to other: DrawnPoint) -> Double {
    let (dx, dy) = (other.x - x, other.y - y)
    return (dx * dx + dy * dy).squareRoot()
  }
}

/// The part of the Earth that a map shows, and where a place is on it.
///
/// Plate carrée, true to scale along the middle latitude. Longitudes run on beyond 180 degrees when
/// the places lie on both sides of the antimeridian.
struct MapFrame {
  static let width = 960.0
  static let height = 540.0

  let west: Double
  let north: Double
  /// Units for a degree of longitude and of latitude.
  let scale: (x: Double, y: Double)
  /// The longitude at which counting starts: nothing lies just west of it.
  private let seam: Double

  /// A frame around places; `nil` without any.
  init?(around places: [Coordinate]) {
    guard let first = places.first else { return nil }
    seam = Self.seam(of: places.map(\.longitude))
    var (west, east) = (Double.infinity, -Double.infinity)
    var (south, north) = (first.latitude, first.latitude)
    for place in places {
      let longitude = Self.unwrapped(place.longitude, seam)
      (west, east) = (min(west, longitude), max(east, longitude))
      (south, north) = (min(south, place.latitude), max(north, place.latitude))
    }
    let middle = (x: (west + east) / 2, y: (south + north) / 2)
    // At high latitudes a degree of longitude is short; a floor keeps the map from exploding.
    let squeeze = max(0.15, cosineOfDegrees(middle.y))
    // A fifth more than the places need, and never less than about 60 km.
    let tall = max((north - south) * 1.25, 0.6, (east - west) * 1.25 * squeeze * Self.ratio)
    let wide = min(360, tall / squeeze / Self.ratio)
    scale = (Self.width / wide, Self.width / wide / squeeze)
    self.west = middle.x - wide / 2
    let half = Self.height / scale.y / 2
    self.north = min(max(middle.y, half - 90), max(90 - half, half - 90)) + half
  }

  private static let ratio = height / width

  /// Where a place is; it may be outside of the frame.
  func point(_ place: Coordinate) -> DrawnPoint {
    point(longitude: Self.unwrapped(place.longitude, seam), latitude: place.latitude)
  }

  /// Where a longitude is that runs on beyond 180 degrees.
  func point(longitude: Double, latitude: Double) -> DrawnPoint {
    DrawnPoint(x: (longitude - west) * scale.x, y: (north - latitude) * scale.y)
  }

  /// Whether a point is in the frame.
  func holds(_ point: DrawnPoint) -> Bool {
    (0...Self.width).contains(point.x) && (0...Self.height).contains(point.y)
  }

  var east: Double { west + Self.width / scale.x }
  var south: Double { north - Self.height / scale.y }
  /// Units for a kilometre along the middle latitude: a degree is a 360th of the circumference.
  var unitsPerKilometre: Double { scale.y / (earthRadiusMetres * Double.pi / 180_000) }

  private static func unwrapped(_ longitude: Double, _ seam: Double) -> Double {
    longitude < seam ? longitude + 360 : longitude
  }

  /// The eastern end of the widest stretch without a place.
  private static func seam(of longitudes: [Double]) -> Double {
    let sorted = Set(longitudes).sorted()
    guard let first = sorted.first, let last = sorted.last else { return -180 }
    // The stretch over the antimeridian, which needs no counting beyond 180 degrees, is preferred.
    var best = (width: first + 360 - last, end: first)
    for (west, east) in zip(sorted, sorted.dropFirst()) where east - west > best.width {
      best = (east - west, east)
    }
    return best.end
  }
}
