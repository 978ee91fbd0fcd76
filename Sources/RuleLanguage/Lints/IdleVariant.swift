import StrictYAML

extension Lint {
  static let idleVariant = Lint(
    "W55", id: "idle-variant",
    summary: "A variant of a test should change something.",
    rationale: """
      `set:` gives a field the value that it has already, so the variant repeats its case. \
      Probably the limit of the rule was moved and the variant was not.
      """,
    bad: """
      tests:
        - name: A call at Nampo
          now: 2026-03-01T00:00Z
          facts:
            - {fact: port_call, start: 2026-01-04T20:00Z, duration: 13h, port: KPNAM}
          expect: {fires: true}
          vary:
            - {set: {facts.0.port: KPNAM}, expect: {fires: true}}
            - {set: {facts.0.port: CNDLC}, expect: {fires: false}}
            - {unset: facts.0.port, expect: {fires: unknown}}
      """,
    good: """
      tests:
        - name: A call at Nampo
          now: 2026-03-01T00:00Z
          facts:
            - {fact: port_call, start: 2026-01-04T20:00Z, duration: 13h, port: KPNAM}
          expect: {fires: true}
          vary:
            - {set: {facts.0.port: KPRJN}, expect: {fires: true}}
            - {set: {facts.0.port: CNDLC}, expect: {fires: false}}
            - {unset: facts.0.port, expect: {fires: unknown}}
      """
  ) { rule, _ in
    rule.cases.flatMap { node, document in
      (node["vary"]?.items ?? []).compactMap { variant in
        guard variant["unset"] == nil, let changes = variant["set"]?.entries, !changes.isEmpty,
          changes.allSatisfy({ node.value(at: $0.key)?.text == $0.value.text }),
          changes.allSatisfy({ $0.value.text != nil })
        else { return nil }
        return LintFinding(
          "the variant changes nothing", at: changes[0].keySpan, in: document.file,
          label: "it has this value already")
      }
    }
  }
}

extension YAMLNode {
  /// The value at a path such as `facts.0.duration`.
  fileprivate func value(at path: String) -> YAMLNode? {
    path.split(separator: ".").reduce(self as YAMLNode?) { node, part in
      if let index = Int(part), let items = node?.items {
        return items.indices.contains(index) ? items[index] : nil
      }
      return node?[String(part)]
    }
  }
}
