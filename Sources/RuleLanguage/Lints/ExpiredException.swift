import Maritime
import StrictYAML

extension Lint {
  static let expiredException = Lint(
    "W38", id: "expired-exception",
    summary: "An exception that has expired should be renewed or deleted.",
    rationale: """
      An expired exception suppresses nothing: its finding is back in every verdict. Asked for \
      the day given with `--as-of`.
      """,
    bad: """
      # checked as of 2026-06-01
      kind: exceptions
      exceptions:
        - {rule: dprk-port-call, expires: 2026-05-31}
      """,
    good: """
      kind: exceptions
      exceptions:
        - {rule: dprk-port-call, expires: 2026-12-31}
      """,
    document: { document, library in
      guard document.kind == "exceptions", let today = library.terms.asOf else { return [] }
      return document.values.compactMap { path, node in
        guard path.last == "expires", let end = node.text.flatMap({ UTCTime($0) }), end <= today
        else { return nil }
        return LintFinding(
          "the exception expired on \(end.dayDescription)", at: node.span,
          help: "renew it with a new approval, or delete it")
      }
    })
}
