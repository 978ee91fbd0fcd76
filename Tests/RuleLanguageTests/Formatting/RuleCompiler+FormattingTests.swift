import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct RuleFormattingTests {
  private func formatted(_ text: String) -> String {
    switch SampleRules.compiler.format(Array(text.utf8), file: "test.yaml") {
    case .unchanged: text
    case .changed(let bytes): String(decoding: bytes, as: UTF8.self)
    case .refused(let diagnostics): "refused: \(diagnostics.map(\.id))"
    }
  }

  @Test(arguments: [
    ("kind:   rule\nid: x\nlanguage: 1\n", "kind: rule\nlanguage: 1\nid: x\n"),
    ("kind: rule\r\nid: 'x'\r\n", "kind: rule\nid: x\n"),
    ("kind: rule\n\n\n\nid: x  \n\n\n", "kind: rule\n\nid: x\n"),
    ("kind: rule # a\n#b\nid: x\n   # end", "kind: rule  # a\n#b\nid: x\n# end\n"),
    (
      "kind: rule\ntypology: # why\n- a\n# or\n-  b # too\n",
      "kind: rule\ntypology:  # why\n  - a\n  # or\n  - b  # too\n"
    ),
    (
      "kind: rule\nregimes: [ us, # first\n  eu\n  # last\n]  # all\n",
      "kind: rule\nregimes:  # all\n  - us  # first\n  - eu\n  # last\n"
    ),
    (
      "kind: rule\nmatch:\n    where: [duration>=12h ,  'max( a,-5 )<2 - 1']\n    fact: ais_gap\n",
      "kind: rule\nmatch:\n  fact: ais_gap\n  where: [duration >= 12h, \"max(a, -5) < 2 - 1\"]\n"
    ),
    (
      "kind: rule\nmatch:\n  sequence:\n    steps:\n      - fact: a\n        # named\n        as: b\n",
      "kind: rule\nmatch:\n  sequence:\n    steps:\n      # named\n      - as: b\n        fact: a\n"
    ),
    (
      "kind: rule\nevidence: {say: 'a {b.c}', cite: []}\nowner: \"me\"\n",
      "kind: rule\nowner: me\nevidence: {say: \"a {b.c}\", cite: []}\n"
    ),
    ("kind: rule\ntitle: \"12\"\nowner: 'no'\n", "kind: rule\ntitle: \"12\"\nowner: \"no\"\n"),
    (
      "kind: rule\ntests: [{name: \"import:gfw\", vessel: {flag: \"PA\"}}]\n",
      "kind: rule\ntests: [{name: \"import:gfw\", vessel: {flag: PA}}]\n"
    ),
    (
      "kind: rule\ntests: [{facts: [{port: A, start: 2026, of_vessel: \"9\", fact: port_call}]}]\n",
      "kind: rule\ntests: [{facts: [{fact: port_call, of_vessel: \"9\", start: 2026, port: A}]}]\n"
    ),
    (
      "kind: rule\ntitle: |  # long\n  one\n  two\n",
      "kind: rule\ntitle: |  # long\n  one\n  two\n"
    ),
  ])
  func laysOut(_ text: String, as expected: String) {
    #expect(formatted(text) == expected)
    #expect(formatted(expected) == expected)
  }

  @Test func breaksLongLinesWhereItCan() {
    let words = Array(repeating: "dark-activity", count: 9).joined(separator: ", ")
    let prose = Array(repeating: "word", count: 30).joined(separator: " ")
    let text = formatted(
      "kind: rule\ntitle: \(prose)\ntypology: [\(words)]\nreferences: [\(prose)]\n")
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 }, "\(text)")
    #expect(lines.count == 8)
    #expect(formatted(text) == text)
  }

  @Test func breaksExpectationsBetweenTheirKeys() {
    let names = Array(repeating: "meeting", count: 6).joined(separator: ", ")
    let text = formatted(
      "kind: tests\ntests:\n- expect: {cites: [\(names)], points: 57.7, fires: true, says: Nampo}\n"
    )
    #expect(
      text == """
        kind: tests
        tests:
          - expect: {fires: true, points: 57.7,
                     cites: [\(names)], says: Nampo}

        """)
    #expect(formatted(text) == text)
  }

  @Test(arguments: ["kind: rule\nid: [", "a: 1\na: 2\n", "- &a b\n", ""])
  func leavesBrokenTextAlone(_ text: String) {
    #expect(formatted(text).hasPrefix("refused"))
  }
}
