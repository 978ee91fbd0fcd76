import Maritime
import StrictYAML

extension Operator {
  static let path = Operator(
    name: "path", summary: "A chain of contacts leads from the vessel to another.",
    value: .mapping(.path), givesNames: true
  ) { node, scope, reader in
    guard reader.checkKeys(of: node, .path), let kind = reader.contactKind(node) else {
      return nil
    }
    let hops = reader.integer("hops", of: .path, in: node)
    let fanOut = reader.integer("max_fan_out", of: .path, in: node)
    let isOrdered = reader.choice(node["ordered"], YesOrNo.self, key: "ordered") != .no
    let within = node["within"].flatMap { reader.duration($0, key: "within") }
    guard let hops, let fanOut, let names = reader.hopNames(node, hops) else { return nil }
    var inner = scope
    inner.current = .fact(kind.kind)
    let edge = node["each_edge"].map { reader.clauses($0, inner) } ?? []
    inner.current = nil
    for name in names {
      inner.names[name.text] = Scope.Name(subject: .fact(kind.kind), span: name.span)
    }
    let together = node["where"].map { reader.clauses($0, inner) } ?? []
    let over = node["over"] ?? node
    return PathCondition(
      edge: FactPattern(
        name: names[0].text, nameSpan: over.span, kind: kind.kind, clauses: edge),
      partner: kind.partner, hops: names, isOrdered: isOrdered, within: within,
      maximumFanOut: fanOut, together: together)
  }

  private enum YesOrNo: String, CaseIterable {
    case yes = "true"
    case no = "false"
  }
}

extension RuleReader {
  /// The kind of a contact, and its field that names the other vessel.
  fileprivate mutating func contactKind(
    _ node: YAMLNode
  ) -> (kind: FactKind, partner: String)? {
    guard let over = node["over"], let kind = factKind(over, key: "over") else { return nil }
    let vessels = kind.fields.filter { $0.type == .vessel }.map(\.name)
    if let partner = vessels.first(where: { $0 == "partner" }) ?? vessels.first {
      return (kind, partner)
    }
    let contacts = vocabulary.catalog.kinds.filter { kind in
      kind.fields.contains { $0.type == .vessel }
    }
    report(
      .noPartner, "`\(kind.name)` names no other vessel", at: over.span,
      help: nameHelp(kind.name, in: contacts.map(\.name)))
    return nil
  }

  fileprivate mutating func hopNames(
    _ node: YAMLNode, _ hops: Int
  ) -> [PathCondition.Hop]? {
    guard let list = node["as"], let items = list.items, items.count == hops else {
      report(
        .wrongShape, "`as` names each contact, and there \(hops == 1 ? "is one" : "are two")",
        at: (node["as"] ?? node).span,
        help: hops == 1 ? "write `as: [near]`" : "write `as: [near, far]`")
      return nil
    }
    var found: [PathCondition.Hop] = []
    for item in items {
      guard let name = name(item, key: "as") else { return nil }
      if let first = found.first(where: { $0.text == name }) {
        report(
          .duplicateName, "the name `\(name)` is given twice", at: item.span,
          notes: [.init(span: first.span, label: "first here")])
        return nil
      }
      found.append(PathCondition.Hop(text: name, span: item.span))
    }
    return found
  }
}
