import Maritime
import StrictYAML

extension Operator {
  static let sum = Operator(
    name: "sum", summary: "The amounts of facts add up to so much, in a span of time.",
    value: .mapping(.sum), givesNames: true
  ) { node, scope, reader in
    guard reader.checkKeys(of: node, .sum), let of = node["of"],
      let pattern = reader.factPattern(of, scope, operatorName: "of"),
      let field = node["field"].flatMap({ reader.amount($0, of: pattern.kind) })
    else { return nil }
    let limit = node["at_least"].flatMap { reader.limit($0, field.dimension) }
    let window = node["window"].flatMap { reader.sumWindow($0) }
    let bounds = reader.bounds(node["bounds"], pattern.kind, field.dimension)
    let tiers = reader.tiers(node["tiers"])
    let owners = reader.owners(node["attribute_to"], pattern)
    guard let limit, let window, let bounds, let tiers, let owners else { return nil }
    return SumCondition(
      pattern: pattern, field: field.name, limit: limit, window: window, bounds: bounds,
      tiers: tiers, owners: owners, key: SumCondition.Key(reader, node))
  }
}

extension SumCondition.Key {
  /// The key that decides, as written.
  fileprivate init(_ reader: RuleReader, _ node: YAMLNode) {
    let limit = node["at_least"] ?? node
    text = "at_least: \(limit.text ?? "")"
    span = limit.span
  }
}

extension RuleReader {
  /// A field that holds an amount.
  fileprivate mutating func amount(
    _ node: YAMLNode, of kind: FactKind
  ) -> (name: String, dimension: Dimension)? {
    guard let name = field(node, of: kind),
      let declaration = vocabulary.field(name, of: .fact(kind))
    else { return nil }
    guard let dimension = ValueType.field(declaration.type).dimension else {
      report(
        .wrongType, "`sum` adds amounts", at: node.span,
        label: "this is \(ValueType.field(declaration.type).description)")
      return nil
    }
    return (name, dimension)
  }

  fileprivate mutating func limit(_ node: YAMLNode, _ dimension: Dimension) -> Quantity? {
    guard let quantity = quantity(node, dimension, key: "at_least") else { return nil }
    guard quantity.steps > 0 else {
      report(.invalidQuantity, "every sum reaches nothing", at: node.span)
      return nil
    }
    return quantity
  }

  fileprivate mutating func sumWindow(_ node: YAMLNode) -> SumCondition.Window? {
    if let period = node.text.flatMap(SumCondition.Period.init(rawValue:)) {
      return .each(period)
    }
    guard node.text?.first?.isLetter == true else {
      return duration(node, key: "window").map(SumCondition.Window.span)
    }
    _ = choice(node, SumCondition.Period.self, key: "window")
    return nil
  }

  /// Two factors or two fields; factors of one without bounds.
  fileprivate mutating func bounds(
    _ node: YAMLNode?, _ kind: FactKind, _ dimension: Dimension
  ) -> SumCondition.Bounds? {
    guard let node else { return .factors(SumCondition.whole...SumCondition.whole) }
    guard checkKeys(of: node, .bounds), let low = node["low"], let high = node["high"] else {
      return nil
    }
    if [low, high].contains(where: { $0.text?.first?.isLetter == true }) {
      guard let from = estimate(low, of: kind, dimension),
        let to = estimate(high, of: kind, dimension)
      else { return nil }
      return .fields(low: from, high: to)
    }
    guard let from = ratio(low, key: "low"), let to = ratio(high, key: "high") else { return nil }
    guard from <= to else {
      report(.invertedRange, "the high factor is below the low one", at: high.span)
      return nil
    }
    return .factors(from...to)
  }

  /// A field that holds an estimate of the amount.
  private mutating func estimate(
    _ node: YAMLNode, of kind: FactKind, _ dimension: Dimension
  ) -> String? {
    guard let found = amount(node, of: kind) else { return nil }
    guard found.dimension == dimension else {
      report(
        .wrongType, "an estimate measures what the amount does", at: node.span,
        label: "this is \(found.dimension.sentenceName)")
      return nil
    }
    return found.name
  }

  /// Shares of the limit in millionths; the whole of it when there are none.
  fileprivate mutating func tiers(_ node: YAMLNode?) -> [Int64]? {
    guard let node else { return [SumCondition.whole] }
    guard let items = node.items, (1...10).contains(items.count) else {
      report(.wrongShape, "`tiers` is a list of one to ten shares", at: node.span)
      return nil
    }
    var tiers: [Int64] = []
    for item in items {
      guard let tier = ratio(item, key: "tiers") else { return nil }
      guard tier > tiers.last ?? 0 else {
        report(
          .unsortedTiers, "tiers rise from the first to the last", at: item.span,
          help: "write `tiers: [75%, 90%, 100%]`")
        return nil
      }
      tiers.append(tier)
    }
    return tiers
  }

  /// The fields of the facts that name the vessels to attribute a match to.
  fileprivate mutating func owners(_ node: YAMLNode?, _ pattern: FactPattern) -> [String]? {
    guard let node else { return [] }
    guard let items = node.items, !items.isEmpty else {
      report(.wrongShape, "`attribute_to` is a list of names", at: node.span)
      return nil
    }
    var fields: [String] = []
    for item in items {
      guard let name = text(item, key: "attribute_to"), let field = owner(name, item, pattern)
      else { return nil }
      fields.append(field)
    }
    return fields
  }

  private mutating func owner(
    _ name: String, _ node: YAMLNode, _ pattern: FactPattern
  ) -> String? {
    if name == pattern.name { return "of_vessel" }
    var scope = Scope(subject: subject)
    scope.names[pattern.name] = pattern.scopeName
    guard let typed = path(name, 0..<name.utf8.count, node, scope) else { return nil }
    guard case .field(let reference) = typed.expression, typed.type == .field(.vessel) else {
      report(
        .wrongType, "a match is attributed to vessels", at: node.span,
        label: "this is \(typed.type.description)")
      return nil
    }
    return reference.field
  }
}
