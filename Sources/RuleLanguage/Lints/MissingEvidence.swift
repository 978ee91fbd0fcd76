import StrictYAML

extension Lint {
  static let missingEvidence = Lint(
    "W63", id: "missing-evidence",
    summary: "A stable rule should say what it saw.",
    rationale: """
      Without `evidence` a finding shows the rule's title only, and a reader must look up what
      happened, where and when.
      """,
    bad: """
      # without evidence:
      """,
    good: """
      evidence:
        say: "Call at {call.port} from {call.start}."
        cite: [call]
      """
  ) { rule, _ in
    rule.isStable && rule.node("evidence") == nil
      ? [
        LintFinding(
          "the stable rule has no `evidence`", at: rule.statusSpan,
          help: "add `evidence:` with `say:` and `cite:`")
      ] : []
  }
}
