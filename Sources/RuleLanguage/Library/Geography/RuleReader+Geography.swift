import Maritime
import StrictYAML

extension RuleReader {
  /// More corners than a legal boundary needs at this precision (our own default).
  private static let maximumCorners = 2000
  /// Global Fishing Watch counts a vessel as entering within 3 km.
  private static let defaultRadius = PortTable.defaultRadius
  /// A port larger than the largest roads is a mistake in the unit (our own default).
  private static let largestRadius: Int64 = 200_000_000

  /// Reads a document of kind `zone` whose keys were checked.
  mutating func zone(_ root: YAMLNode, id: String) -> Zone? {
    guard vocabulary.gazetteer.area(id) == nil else {
      report(
        .duplicateDocument, "the gazetteer has a zone `\(id)` already",
        at: (root["id"] ?? root).span, help: "give yours another id")
      return nil
    }
    let before = diagnostics.count
    let rings: [YAMLNode]
    switch (root["polygon"], root["polygons"]) {
    case (let single?, nil): rings = [single]
    case (nil, let several?):
      guard let items = several.items, !items.isEmpty else {
        report(.wrongShape, "`polygons` is a list of lists of corners", at: several.span)
        return nil
      }
      rings = items
    default:
      report(
        .conflictingKeys, "a zone needs one of `polygon` and `polygons`",
        at: keySpan("id", in: root))
      return nil
    }
    let polygons = rings.compactMap { ring($0).map { [$0] } }
    let country = root["country"].flatMap { countryCode($0) }
    let groups = texts(root["groups"], key: "groups")
    guard diagnostics.count == before else { return nil }
    return Zone(
      id: id, name: root["title"]?.text ?? id, kind: root["type"]?.text ?? "other",
      country: country, groups: Set(groups), polygons: polygons)
  }

  private mutating func countryCode(_ node: YAMLNode) -> CountryCode? {
    guard case .country(let code)? = testValue(node, .country, key: "country") else { return nil }
    return code
  }

  private mutating func ring(_ node: YAMLNode) -> Zone.Ring? {
    guard let items = node.items, items.count <= Self.maximumCorners else {
      report(
        .invalidPolygon,
        "an outline is a list of at most \(Self.maximumCorners) corners", at: node.span,
        help: "write `- \"latitude,longitude\"` for each")
      return nil
    }
    var ring: Zone.Ring = []
    for item in items {
      guard let point = corner(item) else { return nil }
      ring.append(point)
    }
    // GeoJSON repeats the first corner; here both ways mean the same.
    if ring.count > 1, ring.first == ring.last { ring.removeLast() }
    return isOutline(ring, items, node) ? ring : nil
  }

  private mutating func corner(_ node: YAMLNode) -> Coordinate? {
    if let point = node.text.flatMap({ Coordinate(latitudeCommaLongitude: $0) }) { return point }
    report(
      .invalidPolygon, "`\(node.text ?? "")` is not a position", at: node.span,
      help: "write \"latitude,longitude\" in degrees, such as \"38.72,125.40\"")
    return nil
  }

  private mutating func isOutline(
    _ ring: Zone.Ring, _ items: [YAMLNode], _ node: YAMLNode
  ) -> Bool {
    guard Set(ring).count >= 3, !Outline.isFlat(ring) else {
      report(.invalidPolygon, "an outline needs three corners that enclose water", at: node.span)
      return false
    }
    if let edge = Outline.antimeridianEdge(of: ring) {
      report(
        .invalidPolygon, "the outline crosses the antimeridian after this corner",
        at: items[edge].span, help: "split the zone there and list both halves under `polygons`")
      return false
    }
    guard let (first, second) = Outline.crossing(of: ring) else { return true }
    report(
      .invalidPolygon, "the edge from this corner meets another edge", at: items[second].span,
      notes: [.init(span: items[first].span, label: "the other edge starts here")],
      help: "list the corners in the order in which they follow one another")
    return false
  }
}

extension RuleReader {
  /// Reads a document of kind `ports` whose keys were checked: its ports, all in the group `id`.
  mutating func portGroup(_ root: YAMLNode, id: String) -> [Port]? {
    guard vocabulary.gazetteer.ports(inGroup: id) == nil, vocabulary.gazetteer.port(id) == nil
    else {
      report(
        .duplicateDocument, "the gazetteer has ports `\(id)` already",
        at: (root["id"] ?? root).span, help: "give yours another id")
      return nil
    }
    guard root["codes"] != nil || root["add"] != nil else {
      report(
        .missingKey, "the document names no port", at: keySpan("id", in: root),
        help: "add `codes:` or `add:`")
      return nil
    }
    let before = diagnostics.count
    let known = items(of: root["codes"], key: "codes").compactMap { knownPort($0, group: id) }
    let new = items(of: root["add"], key: "add").compactMap { newPort($0, group: id) }
    reportRepeats(known + new, in: root)
    return diagnostics.count == before ? known + new : nil
  }

  private mutating func items(of node: YAMLNode?, key: String) -> [YAMLNode] {
    guard let node else { return [] }
    if let items = node.items, !items.isEmpty { return items }
    report(.wrongShape, "`\(key)` is a list with at least one port", at: node.span)
    return []
  }

  private mutating func knownPort(_ node: YAMLNode, group: String) -> Port? {
    guard case .port(let reference)? = testValue(node, .port, key: "codes"),
      let port = vocabulary.gazetteer.port(reference.code)
    else { return nil }
    return Port(
      code: port.code, name: port.name, country: port.country, groups: port.groups + [group],
      areas: port.areas)
  }

  private mutating func newPort(_ node: YAMLNode, group: String) -> Port? {
    guard checkKeys(of: node, .newPort), let codeNode = node["code"],
      let code = text(codeNode, key: "code")
    else { return nil }
    guard vocabulary.gazetteer.port(code) == nil else {
      report(
        .duplicateDocument, "the gazetteer has a port `\(code)` already", at: codeNode.span,
        help: "list it under `codes:`")
      return nil
    }
    var radius = Self.defaultRadius
    if let radiusNode = node["radius"] {
      guard case .quantity(let length)? = testValue(radiusNode, .quantity(.length), key: "radius")
      else { return nil }
      guard (1...Self.largestRadius).contains(length.steps) else {
        report(.invalidQuantity, "a radius is at most 200 km", at: radiusNode.span)
        return nil
      }
      radius = Double(length.steps) / 1000
    }
    let centers = node["at"].map { $0.items ?? [$0] } ?? []
    let areas = centers.compactMap { center in
      corner(center).map { Port.Area(center: $0, radius: radius) }
    }
    guard areas.count == centers.count else { return nil }
    return Port(
      code: code, name: node["name"].flatMap { text($0, key: "name") },
      country: node["country"].flatMap { countryCode($0) }, groups: [group], areas: areas)
  }

  private mutating func reportRepeats(_ ports: [Port], in root: YAMLNode) {
    var seen: Set<String> = []
    for port in ports where !seen.insert(port.code).inserted {
      report(
        .duplicateName, "the port `\(port.code)` stands there twice",
        at: keySpan("id", in: root))
    }
  }
}
