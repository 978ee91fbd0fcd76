extension PortTable {
  /// Reads features with the properties `port` (or `id`), `name`, `country` and `radius_km`.
  ///
  /// A polygon becomes the circle around its corners, because a port is made of circles.
  static func readGeoJSON(
    _ bytes: [UInt8], file: String
  ) -> (
    ports: [Port], rejections: [Rejection]
  ) {
    var ports = PortCollection()
    var rejections: [Rejection] = []
    do throws(RowProblem) {
      for (index, feature) in try GeoJSON(reading: bytes).features.enumerated() {
        do throws(RowProblem) {
          for record in try records(of: feature) { ports.add(record) }
        } catch {
          rejections.append(error.rejection(file, feature: index + 1))
        }
      }
    } catch {
      rejections.append(error.rejection(file, line: 1))
    }
    return (ports.ports, rejections)
  }

  private static func records(of feature: JSONValue) throws(RowProblem) -> [PortRecord] {
    let properties = feature["properties"]
    guard let code = properties?["port"]?.string ?? properties?["id"]?.string, !code.isEmpty else {
      throw RowProblem("missing-port")
    }
    let country = try knownCountry(properties?["country"]?.string)
    let groups = properties?["groups"]?.string?.split(separator: " ").map(String.init) ?? []
    return try areas(of: feature, radius: try radius(properties?["radius_km"])).map { area in
      PortRecord(
        code: code, name: properties?["name"]?.string, country: country, groups: groups, area: area)
    }
  }

  private static func radius(_ value: JSONValue?) throws(RowProblem) -> Double {
    guard let value, value != .null else { return defaultRadius }
    return try knownRadius(value.number, value.text)
  }

  private static func areas(
    of feature: JSONValue, radius: Double
  ) throws(RowProblem) -> [Port.Area] {
    let geometry = feature["geometry"]
    switch geometry?["type"]?.string {
    case "Point":
      return [Port.Area(center: try GeoJSON.point(geometry?["coordinates"]), radius: radius)]
    case "MultiPoint":
      var areas: [Port.Area] = []
      for point in geometry?["coordinates"]?.elements ?? [] {
        areas.append(Port.Area(center: try GeoJSON.point(point), radius: radius))
      }
      return areas
    default: return try GeoJSON.polygons(of: feature).compactMap(\.first).compactMap(circle)
    }
  }

  /// The circle around a ring, from the middle of its latitudes and longitudes.
  private static func circle(around ring: Zone.Ring) -> Port.Area? {
    let latitudes = ring.map(\.latitude)
    let longitudes = ring.map(\.longitude)
    guard let south = latitudes.min(), let north = latitudes.max(), let west = longitudes.min(),
      let east = longitudes.max(),
      let center = Coordinate(latitude: (south + north) / 2, longitude: (west + east) / 2)
    else { return nil }
    let radius = ring.map { center.distance(to: $0) }.max() ?? 0
    return Port.Area(center: center, radius: radius)
  }
}
