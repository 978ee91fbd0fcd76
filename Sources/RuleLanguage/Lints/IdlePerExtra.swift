import StrictYAML

extension Lint {
  static let idlePerExtra = Lint(
    "W68", id: "idle-per-extra",
    summary: "Points for further matches need a condition that can match more than once.",
    rationale: """
      `per_extra` adds points for each match after the first. A count, an alternation or a baseline \
      is one match, a sequence is one unless it says `pick: each`, and a sum over a span that slides \
      is one too; only a sum over calendar years or months matches once for each. The first \
      condition that names facts gives the matches.
      """,
    bad: """
      match:
        count:
          of: {as: call, fact: port_call, where: [port in @ports/dprk]}
          at_least: 2  # [D]
      score:  # [D]
        points: 40
        per_extra: 5
        max: 50
        decay: {half_life: 365d, from: call.end}
        group: dprk
      """,
    good: """
      match:
        count:
          of: {as: call, fact: port_call, where: [port in @ports/dprk]}
          at_least: 2  # [D]
      score: {points: 40, decay: {half_life: 365d, from: call.end}, group: dprk}  # [D]
      """
  ) { rule, _ in
    guard let extra = rule.root["score"]?.entry("per_extra"), extra.value.text != "0",
      !rule.rule.condition.isRepeatable
    else { return [] }
    return [
      LintFinding(
        "the condition matches once at most, so `per_extra` adds nothing", at: extra.keySpan,
        help: rule.operators.contains { $0["steps"] != nil }
          ? "write `pick: each` in the sequence, or leave `per_extra` out"
          : "leave `per_extra` and `max` out")
    ]
  }
}
