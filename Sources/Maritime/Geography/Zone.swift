/// A named area of sea: one or more polygons.
public struct Zone: Hashable, Sendable {
  /// A closed line; the first point is not repeated at the end.
  public typealias Ring = [Coordinate]

  /// The name in rules, in kebab case.
  public let id: String
  /// The name for people.
  public let name: String
  /// What sort of area: `eez`, `sts_area`, `port_area`, `sea`, `high_risk` or `terminal`.
  public let kind: String
  /// The country whose waters they are, when there is one.
  public let country: CountryCode?
  /// The groups that rules name, such as `high-risk`.
  public let groups: Set<String>
  /// The polygons, each an outer ring and then its holes.
  ///
  /// A polygon never crosses the antimeridian.
  public let polygons: [[Ring]]
  /// A rectangle around each polygon.
  let bounds: [Bounds?]

  /// Creates a zone.
  public init(
    id: String, name: String, kind: String, country: CountryCode?, groups: Set<String> = [],
    polygons: [[Ring]]
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.country = country
    self.groups = groups
    self.polygons = polygons
    bounds = polygons.map { Bounds(around: $0.joined()) }
  }

  /// Hashes the name, because the corners may be thousands.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
