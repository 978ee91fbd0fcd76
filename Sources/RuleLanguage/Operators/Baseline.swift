import Maritime
import StrictYAML

extension Operator {
  static let baseline = Operator(
    name: "baseline", summary: "The latest fact differs from the vessel's own history.",
    value: .mapping(.baseline), givesNames: true
  ) { node, scope, reader in
    guard reader.checkKeys(of: node, .baseline), let of = node["of"],
      let pattern = reader.factPattern(of, scope, operatorName: "of")
    else { return nil }
    let measure = node["measure"].flatMap { reader.measure($0, pattern, scope) }
    let over = node["over"].flatMap { reader.duration($0, key: "over") }
    let samples = reader.integer("min_samples", of: .baseline, in: node)
    let deviation = reader.deviation(node)
    guard let measure, let over, let samples, let deviation else { return nil }
    return BaselineCondition(
      pattern: pattern, measure: measure, over: over, samples: samples, deviation: deviation)
  }
}

extension RuleReader {
  /// What is measured: an amount or a number that depends on the fact.
  fileprivate mutating func measure(
    _ node: YAMLNode, _ pattern: FactPattern, _ scope: Scope
  ) -> BaselineCondition.Measure? {
    guard let text = text(node, key: "measure") else { return nil }
    var inner = scope
    inner.current = .fact(pattern.kind)
    inner.currentName = pattern.name
    let checker = ExpressionChecker(vocabulary: vocabulary, scope: inner)
    do throws(ClauseError) {
      let typed = try checker.value(try ClauseParser.expression(text))
      if case .literal = typed.expression { throw constant(typed.range) }
      if case .number = typed.expression { throw constant(typed.range) }
      guard typed.type == .number || typed.type.dimension != nil else {
        throw ClauseError(
          problem: .wrongType, message: "a history is of amounts", range: typed.range,
          label: "this is \(typed.type.description)")
      }
      return BaselineCondition.Measure(text: text, expression: typed.expression)
    } catch {
      report(error, in: node)
      return nil
    }
  }

  private func constant(_ range: Range<Int>) -> ClauseError {
    ClauseError(
      problem: .constantClause, message: "the measure is the same for every fact", range: range)
  }

  fileprivate mutating func deviation(_ node: YAMLNode) -> BaselineCondition.Deviation? {
    switch (node["more_than"], node["less_than"]) {
    case (let above?, nil): return deviation(above, key: "more_than")
    case (nil, let below?): return deviation(below, key: "less_than")
    default:
      report(
        .conflictingKeys, "`baseline` needs one of `more_than` and `less_than`",
        at: keySpan(node["less_than"] == nil ? "measure" : "less_than", in: node))
      return nil
    }
  }

  private mutating func deviation(
    _ node: YAMLNode, key: String
  ) -> BaselineCondition.Deviation? {
    guard let text = text(node, key: key) else { return nil }
    let unit = String(text.drop { !$0.isLetter })
    let number = String(text.prefix { !$0.isLetter && $0 != " " })
    guard let unit = BaselineCondition.Unit(rawValue: unit),
      case .success(.number(let millionths)) = QuantityLiteral.read(number),
      (1...1_000_000_000).contains(millionths)
    else {
      report(
        .invalidQuantity, "`\(key)` is a number of `mad` or `x`", at: node.span,
        help: "write `6mad` for median absolute deviations, or `3x` for times the median")
      return nil
    }
    return BaselineCondition.Deviation(
      text: "\(key): \(text)", span: node.span, isAbove: key == "more_than", unit: unit,
      millionths: millionths)
  }
}
