/// The features of a GeoJSON file (RFC 7946), as far as ports and zones need them.
struct GeoJSON {
  /// The features, in file order.
  let features: [JSONValue]

  init(reading bytes: [UInt8]) throws(RowProblem) {
    let root: JSONValue
    do throws(JSONError) {
      root = try JSONValue(reading: bytes)
    } catch {
      throw RowProblem("bad-json", "line \(error.line): \(error.message)")
    }
    switch root["type"]?.string {
    case "FeatureCollection": features = root["features"]?.elements ?? []
    case "Feature": features = [root]
    default: throw RowProblem("bad-geojson", "neither a FeatureCollection nor a Feature")
    }
  }

  /// The polygons of a feature, each an outer ring and its holes, without the closing points.
  static func polygons(of feature: JSONValue) throws(RowProblem) -> [[Zone.Ring]] {
    let coordinates = feature["geometry"]?["coordinates"]
    switch feature["geometry"]?["type"]?.string {
    case "Polygon": return [try polygon(coordinates)]
    case "MultiPolygon":
      return try each(coordinates) { (value) throws(RowProblem) in try polygon(value) }
    default: throw RowProblem("bad-geometry", "neither a Polygon nor a MultiPolygon")
    }
  }

  /// The point of a position such as `[125.4, 38.7]`: longitude first.
  static func point(_ value: JSONValue?) throws(RowProblem) -> Coordinate {
    let numbers = (value?.elements ?? []).map(\.number)
    guard numbers.count >= 2, let longitude = numbers[0], let latitude = numbers[1],
      let point = Coordinate(latitude: onEarth(latitude, 90), longitude: onEarth(longitude, 180))
    else { throw RowProblem("bad-position", "\(value?.text ?? "nothing") is not on the Earth") }
    return point
  }

  /// A coordinate that rounding put a hair beyond the limit, as Natural Earth's 180.00000000000014.
  private static func onEarth(_ degrees: Double, _ limit: Double) -> Double {
    abs(degrees) <= limit + 5e-8 ? max(-limit, min(limit, degrees)) : degrees
  }

  private static func polygon(_ value: JSONValue?) throws(RowProblem) -> [Zone.Ring] {
    let rings = try each(value) { (ring) throws(RowProblem) in try checkedRing(ring) }
    guard !rings.isEmpty else { throw RowProblem("bad-geometry", "a polygon without a ring") }
    return rings
  }

  private static func checkedRing(_ value: JSONValue) throws(RowProblem) -> Zone.Ring {
    let points = try each(value) { (corner) throws(RowProblem) in try point(corner) }
    guard points.count >= 4, points.first == points.last else {
      throw RowProblem("open-ring", "a ring needs four points, the last like the first")
    }
    return try Zone.checked(Array(points.dropLast()))
  }

  private static func each<Result>(
    _ value: JSONValue?, _ read: (JSONValue) throws(RowProblem) -> Result
  ) throws(RowProblem) -> [Result] {
    guard let elements = value?.elements else {
      throw RowProblem("bad-geometry", "coordinates are missing or not an array")
    }
    var results: [Result] = []
    for element in elements { results.append(try read(element)) }
    return results
  }
}

extension Zone {
  /// The ring, when it encloses something and stays on one side of the antimeridian.
  static func checked(_ ring: Ring) throws(RowProblem) -> Ring {
    let edges = edges(of: ring)
    // An edge along a pole is a point on the Earth, however long it is on a map.
    guard edges.allSatisfy({ isAtPole($0, $1) || abs($0.longitude - $1.longitude) <= 180 }) else {
      throw RowProblem(
        "crosses-antimeridian", "split the polygon at 180 degrees (RFC 7946, section 3.1.9)")
    }
    let doubleArea = edges.reduce(0) { sum, edge in
      sum + edge.0.longitude * edge.1.latitude - edge.1.longitude * edge.0.latitude
    }
    guard abs(doubleArea) > 1e-12 else {
      throw RowProblem("empty-ring", "the points of a ring lie on one line")
    }
    return ring
  }

  private static func isAtPole(_ a: Coordinate, _ b: Coordinate) -> Bool {
    a.latitudeE7 == b.latitudeE7 && a.latitudeE7.magnitude == 900_000_000
  }
}

extension RowProblem {
  /// A feature has no line of its own that its author would count, so its number stands in the
  /// text.
  func rejection(_ file: String, feature: Int) -> Rejection {
    let place = "feature \(feature)"
    return Rejection(
      reason: reason, file: file, line: 1, detail: detail.map { "\(place): \($0)" } ?? place)
  }
}
