import Maritime
import StrictYAML

extension Lint {
  static let invalidIMO = Lint(
    "W33", id: "invalid-imo",
    summary: "An IMO number should have the right check digit.",
    rationale: """
      The last digit of an IMO number follows from the other six. A number with another one \
      belongs to no ship, so a clause about it is never true. Source: IMO Resolution A.1117(30).
      """,
    bad: """
      unless: [vessel.imo == "9000004"]
      """,
    good: """
      unless: [vessel.imo == "9000003"]
      """,
    document: { document, _ in
      document.values.compactMap { path, node in
        guard path.last == "imo", let text = node.text, IMONumber(text) == nil else { return nil }
        return finding(text, at: node.span)
      }
    },
    check: { rule, _ in
      rule.literals(of: "imo").filter { IMONumber($0.text) == nil }.map { text, clause in
        finding(text, at: clause.span)
      }
    })

  private static func finding(_ text: String, at span: SourceSpan) -> LintFinding {
    LintFinding(
      "`\(text)` is no IMO number", at: span, label: "the check digit or the length is wrong")
  }
}

extension LintedRule {
  /// The texts that clauses compare with a field of the subject.
  func literals(of field: String) -> [(text: String, clause: Clause)] {
    rule.condition.clauses.filter { $0.uses(field) }.flatMap { clause in
      let values: [FactValue] =
        switch clause.form {
        case .oneOf(_, let members): members
        default:
          clause.expressions.compactMap { if case .literal(let value) = $0 { value } else { nil } }
        }
      return values.compactMap { value in
        if case .text(let text) = value { (text, clause) } else { nil }
      }
    }
  }
}
