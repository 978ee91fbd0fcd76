import Maritime
import StrictYAML

extension RuleReader {
  /// An amount of a dimension, with its unit.
  mutating func quantity(_ node: YAMLNode, _ dimension: Dimension, key: String) -> Quantity? {
    guard let text = text(node, key: key) else { return nil }
    let checker = ExpressionChecker(vocabulary: vocabulary, scope: Scope())
    do throws(ClauseError) {
      let syntax = try ClauseParser.expression(text)
      let literal = try checker.literal(syntax, of: .field(.quantity(dimension)))
      if case .literal(.quantity(let quantity))? = literal { return quantity }
      throw ClauseError(
        problem: .invalidQuantity, message: "`\(key)` is \(dimension.sentenceName)",
        range: syntax.range, help: "write it such as `\(dimension.example)`")
    } catch {
      report(error, in: node)
      return nil
    }
  }

  /// A share such as `0.33` or `75%`, in millionths; at most ten times the whole.
  mutating func ratio(_ node: YAMLNode, key: String) -> Int64? {
    guard let quantity = quantity(node, .ratio, key: key) else { return nil }
    guard (0...10_000_000).contains(quantity.steps) else {
      report(.invalidQuantity, "`\(key)` is a share from 0 to 1000 %", at: node.span)
      return nil
    }
    return quantity.steps
  }
}
