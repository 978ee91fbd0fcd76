/// A port: one or more circles of water that belong together.
public struct Port: Hashable, Sendable {
  /// A circle around a berth or an anchorage.
  public struct Area: Hashable, Sendable {
    /// The middle.
    public let center: Coordinate
    /// The radius within which a vessel enters the port, in metres.
    public let radius: Double

    /// Creates an area.
    public init(center: Coordinate, radius: Double) {
      self.center = center
      self.radius = radius
    }
  }

  /// The UN/LOCODE without a space, or the identifier of the user's own file.
  public let code: String
  /// The name, when known.
  public let name: String?
  /// The country, when known.
  public let country: CountryCode?
  /// The groups it belongs to, such as `dprk`, sorted.
  public let groups: [String]
  /// The circles, sorted by latitude and longitude.
  public let areas: [Area]

  /// Creates a port.
  public init(
    code: String, name: String?, country: CountryCode?, groups: [String], areas: [Area]
  ) {
    self.code = code
    self.name = name
    self.country = country
    self.groups = groups.sorted()
    self.areas = areas.sorted {
      ($0.center.latitudeE7, $0.center.longitudeE7) < ($1.center.latitudeE7, $1.center.longitudeE7)
    }
  }

  /// Hashes the code, which few ports share.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// The port as facts name it.
  public var reference: PortReference { PortReference(code: code, name: name) }
}
