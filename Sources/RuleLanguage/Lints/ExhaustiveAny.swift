import StrictYAML

extension Lint {
  static let exhaustiveAny = Lint(
    "W06", id: "exhaustive-any",
    summary: "The alternatives of `any:` should leave something out.",
    rationale: """
      Two alternatives together let every known value through, so the group only asks whether \
      the value is known. If that is meant, `is known` says it.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - any: [duration >= 5h, duration < 12h]  # [D]
      """,
    good: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - any: [duration < 5h, duration >= 12h]  # [D]
      """
  ) { rule, _ in
    rule.lists.filter { $0.logic == .any }.flatMap { list in
      list.ownClauses.pairs.filter { first, second in
        let (a, b) = (first.meaning, second.meaning)
        return a.subject == b.subject && a.set.union(b.set)?.isEverything == true
      }
      .prefix(1).map { first, second in
        LintFinding(
          "`\(first.text)` or `\(second.text)` is true for every known value", at: second.span,
          notes: [.init(span: first.span, label: "the other alternative")],
          help: "write `is known` if that is what is asked")
      }
    }
  }
}
