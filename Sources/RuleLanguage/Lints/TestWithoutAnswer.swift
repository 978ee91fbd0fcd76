import StrictYAML

extension Lint {
  static let testWithoutAnswer = Lint(
    "W65", id: "test-without-answer",
    summary: "A test should say whether the rule fires.",
    rationale: """
      A case that expects points or a sentence only, passes or fails for several reasons at \
      once. `fires:` says first what the case is about.
      """,
    bad: """
      tests:
        - name: A call at Nampo
          now: 2026-03-01T00:00Z
          facts:
            - {fact: port_call, start: 2026-01-04T20:00Z, duration: 13h, port: KPNAM}
          expect: {says: Nampo}
          vary:
            - {set: {facts.0.port: KPRJN}, expect: {fires: true}}
            - {set: {facts.0.port: CNDLC}, expect: {fires: false}}
            - {unset: facts.0.port, expect: {fires: unknown}}
      """,
    good: """
      tests:
        - name: A call at Nampo
          now: 2026-03-01T00:00Z
          facts:
            - {fact: port_call, start: 2026-01-04T20:00Z, duration: 13h, port: KPNAM}
          expect: {fires: true, says: Nampo}
          vary:
            - {set: {facts.0.port: CNDLC}, expect: {fires: false}}
            - {unset: facts.0.port, expect: {fires: unknown}}
      """
  ) { rule, _ in
    rule.cases.flatMap { node, document in
      ([node] + (node["vary"]?.items ?? [])).compactMap { one in
        guard let expect = one.entry("expect"), expect.value["fires"] == nil else { return nil }
        return LintFinding(
          "the test does not say whether the rule fires", at: expect.keySpan, in: document.file,
          help: "add `fires: true`, `false` or `unknown`")
      }
    }
  }
}
