import Maritime
import StrictYAML

extension Lint {
  static let prohibitedWithoutRegime = Lint(
    "W49", id: "prohibited-without-regime",
    summary: "A prohibition should name the regimes that prohibit.",
    rationale: """
      Only a law prohibits, and whether it binds depends on the user. Without `regimes` the gate \
      closes for everybody.
      """,
    bad: """
      regimes: []
      floor: prohibited
      """,
    good: """
      regimes: [un-1718]
      floor: prohibited
      """
  ) { rule, _ in
    rule.header.floor == .prohibited && rule.header.regimes.isEmpty
      ? [
        LintFinding(
          "the rule prohibits under no regime", at: rule.node("floor")?.span ?? rule.header.span,
          help: "name the regimes, such as `regimes: [un-1718, eu]`")
      ] : []
  }
}
