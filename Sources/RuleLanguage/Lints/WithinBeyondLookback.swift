import Maritime
import StrictYAML

extension Lint {
  static let withinBeyondLookback = Lint(
    "W16", id: "within-beyond-lookback",
    summary: "`within` should not be longer than the lookback.",
    rationale: """
      Facts before the lookback are not seen, so the rest of the span never counts and the rule \
      finds less than it seems to promise. A month counts as 31 days here.
      """,
    bad: """
      lookback: 13mo  # [D]
      match:
        count:
          of: {as: call, fact: port_call, where: [port in @ports/dprk]}
          within: 500d  # [D]
          at_least: 2  # [D]
      """,
    good: """
      lookback: 18mo  # [D]
      match:
        count:
          of: {as: call, fact: port_call, where: [port in @ports/dprk]}
          within: 500d  # [D]
          at_least: 2  # [D]
      """
  ) { rule, _ in
    let lookback = Int64(rule.header.lookbackMonths) * 31 * 86_400_000
    return rule.operators.compactMap { node in
      guard let within = node["within"], let span = within.text.flatMap(milliseconds),
        span > lookback
      else { return nil }
      return LintFinding(
        "`within: \(within.text ?? "")` is longer than the lookback of "
          + "\(rule.header.lookbackMonths) months", at: within.span,
        notes: rule.node("lookback").map { [.init(span: $0.span, label: "the lookback")] } ?? [])
    }
  }
}

/// A span of time as written; months have 31 days.
func milliseconds(_ text: String) -> Int64? {
  guard case .success(.quantity(let quantity)) = QuantityLiteral.read(text) else { return nil }
  switch quantity.dimension {
  case .duration: return quantity.steps
  case .months: return quantity.steps.multipliedReportingOverflow(by: 31 * 86_400_000).partialValue
  default: return nil
  }
}
