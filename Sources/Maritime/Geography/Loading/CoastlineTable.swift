/// Reads coastlines from GeoJSON.
public enum CoastlineTable {
  /// The polygons of one or more files, before they are indexed together.
  public struct Polygons: Sendable {
    var land: [[Zone.Ring]] = []
    var water: [[Zone.Ring]] = []

    /// Creates an empty collection.
    public init() {}

    /// Whether there is no polygon.
    public var isEmpty: Bool { land.isEmpty && water.isEmpty }

    /// Whether there is a polygon of land.
    public var hasLand: Bool { !land.isEmpty }

    /// The polygons of land, for whoever draws them.
    public var landPolygons: [[Zone.Ring]] { land }

    /// The polygons of water within land.
    public var waterPolygons: [[Zone.Ring]] { water }

    /// Adds the polygons of another file.
    public mutating func add(_ other: Polygons) {
      land += other.land
      water += other.water
    }

    /// The coastline of all polygons; `nil` when it has more edges than an index can hold.
    public var coastline: Coastline? { Coastline(land: land, water: water) }
  }

  /// Reads the polygons of a file: land, or lakes and other water within land.
  ///
  /// A feature is water when its property `water` is true, or `featurecla` is a word for a lake, as
  /// Natural Earth has it; any other polygon is land. Properties do not matter otherwise.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, decompressed.
  ///   - file: The name for rejections.
  /// - Returns: The polygons, and a rejection for every feature that is none.
  public static func read(
    _ bytes: [UInt8], file: String
  ) -> (polygons: Polygons, rejections: [Rejection]) {
    var polygons = Polygons()
    var rejections: [Rejection] = []
    do throws(RowProblem) {
      for (index, feature) in try GeoJSON(reading: bytes).features.enumerated() {
        do throws(RowProblem) {
          let read = try GeoJSON.polygons(of: feature)
          if isWater(feature) { polygons.water += read } else { polygons.land += read }
        } catch {
          rejections.append(error.rejection(file, feature: index + 1))
        }
      }
    } catch {
      rejections.append(error.rejection(file, line: 1))
    }
    return (polygons, rejections)
  }

  private static func isWater(_ feature: JSONValue) -> Bool {
    let properties = feature["properties"]
    return properties?["water"] == .bool(true)
      || waterClasses.contains(properties?["featurecla"]?.string ?? "")
  }

  /// What Natural Earth's `lakes` files call their features.
  private static let waterClasses: Set<String> = ["Lake", "Alkaline Lake", "Reservoir"]
}
