import StrictYAML

extension Lint {
  static let duplicateTestName = Lint(
    "W53", id: "duplicate-test-name",
    summary: "Each test of a rule should have a name of its own.",
    rationale: "A report that names a failed test must name one.",
    bad: """
      tests:
        - name: A call at Nampo
          now: 2026-03-01T00:00Z
          facts: [{fact: port_call, start: 2026-01-04T20:00Z, port: KPNAM}]
          expect: {fires: true}
          vary: [{unset: facts.0.port, expect: {fires: unknown}}]
        - name: A call at Nampo
          now: 2026-03-01T00:00Z
          facts: [{fact: port_call, start: 2026-01-04T20:00Z, port: CNDLC}]
          expect: {fires: false}
      """,
    good: """
      tests:
        - name: A call at Nampo
          now: 2026-03-01T00:00Z
          facts: [{fact: port_call, start: 2026-01-04T20:00Z, port: KPNAM}]
          expect: {fires: true}
          vary: [{unset: facts.0.port, expect: {fires: unknown}}]
        - name: A call at Dalian
          now: 2026-03-01T00:00Z
          facts: [{fact: port_call, start: 2026-01-04T20:00Z, port: CNDLC}]
          expect: {fires: false}
      """
  ) { rule, _ in
    var first: [String: SourceSpan] = [:]
    return rule.cases.compactMap { node, document in
      guard let name = node["name"], let text = name.text else { return nil }
      guard let earlier = first[text] else {
        first[text] = name.span
        return nil
      }
      let isSameFile = document.file == rule.header.file || rule.node("tests") == nil
      return LintFinding(
        "two tests have the name `\(text)`", at: name.span, in: document.file,
        notes: isSameFile ? [.init(span: earlier, label: "first here")] : [])
    }
  }
}
