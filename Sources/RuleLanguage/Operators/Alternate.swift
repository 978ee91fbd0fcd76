import Maritime
import StrictYAML

extension Operator {
  static let alternate = Operator(
    name: "alternate", summary: "Stops alternate between two places, leg after leg.",
    value: .mapping(.alternate), givesNames: true
  ) { node, scope, reader in
    guard reader.checkKeys(of: node, .alternate),
      let pattern = reader.factPattern(node, scope, operatorName: "alternate"),
      let places = node["between"].flatMap({ reader.places($0, pattern, scope) })
    else { return nil }
    let legs = reader.integer("legs_at_least", of: .alternate, in: node)
    let within = node["within"].flatMap { reader.duration($0, key: "within") }
    let longest = node["max_leg"].flatMap { reader.duration($0, key: "max_leg") }
    let others = reader.integer("allow_other_stops", of: .alternate, in: node) ?? 0
    guard let legs, let within, longest != nil || node["max_leg"] == nil else { return nil }
    let key = node["legs_at_least"] ?? node
    return AlternateCondition(
      pattern: pattern, places: places, legs: legs, longestLeg: longest, within: within,
      otherStops: others, keySpan: key.span)
  }
}

extension RuleReader {
  /// The clauses of the two places.
  fileprivate mutating func places(
    _ node: YAMLNode, _ pattern: FactPattern, _ scope: Scope
  ) -> [ClauseTree]? {
    guard let items = node.items, items.count == 2 else {
      report(
        .wrongShape, "`between` needs two clauses, one for each place", at: node.span,
        help: "write `between: [port in @ports/rajin, port in @ports/dprk]`")
      return nil
    }
    var inner = scope
    inner.current = .fact(pattern.kind)
    inner.currentName = pattern.name
    let places = clauses(node, inner)
    return places.count == 2 ? places : nil
  }
}
