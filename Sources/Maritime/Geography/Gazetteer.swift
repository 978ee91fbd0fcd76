/// The ports and zones that one run of the program knows.
public struct Gazetteer: Sendable {
  /// The ports, sorted by code.
  public let ports: [Port]
  /// The zones, sorted by id.
  public let zones: [Zone]
  private let portsByCode: [String: Port]
  private let zonesByID: [String: Zone]
  private let codesByGroup: [String: Set<String>]
  private let zonesByGroup: [String: Zone]

  /// Creates a gazetteer; of two ports or zones with one name, the later wins.
  public init(ports: [Port], zones: [Zone]) {
    portsByCode = Dictionary(ports.map { ($0.code, $0) }) { $1 }
    zonesByID = Dictionary(zones.map { ($0.id, $0) }) { $1 }
    self.ports = portsByCode.values.sorted { $0.code < $1.code }
    self.zones = zonesByID.values.sorted { $0.id < $1.id }
    codesByGroup = portsByCode.values.reduce(into: [:]) { groups, port in
      for group in port.groups { groups[group, default: []].insert(port.code) }
    }
    zonesByGroup = Self.unions(of: self.zones)
  }

  /// For each group of zones one zone with the polygons of all.
  private static func unions(of zones: [Zone]) -> [String: Zone] {
    let groups = Set(zones.flatMap(\.groups))
    return groups.reduce(into: [:]) { unions, group in
      let polygons = zones.filter { $0.groups.contains(group) }.flatMap(\.polygons)
      unions[group] = Zone(id: group, name: group, kind: "group", country: nil, polygons: polygons)
    }
  }

  /// The port with a code.
  public func port(_ code: String) -> Port? { portsByCode[code] }

  /// The zone with an id.
  public func zone(_ id: String) -> Zone? { zonesByID[id] }

  /// The zone with an id, or else all zones of the group of that name as one.
  public func area(_ name: String) -> Zone? { zonesByID[name] ?? zonesByGroup[name] }

  /// The names of all groups of zones, sorted.
  public var zoneGroups: [String] { zonesByGroup.keys.sorted() }

  /// The codes of the ports in a group; `nil` when there is no such group.
  public func ports(inGroup group: String) -> Set<String>? { codesByGroup[group] }

  /// The names of all groups, sorted.
  public var groups: [String] { codesByGroup.keys.sorted() }

  /// This gazetteer with more ports and zones, which replace those of the same name.
  public func adding(ports: [Port] = [], zones: [Zone] = []) -> Gazetteer {
    Gazetteer(ports: self.ports + ports, zones: self.zones + zones)
  }
}
