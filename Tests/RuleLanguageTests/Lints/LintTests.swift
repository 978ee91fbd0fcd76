import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct LintTests {
  /// Lints whose examples need more than one rule, other files or a lock have tests of their own.
  static let others: Set = ["W20", "W32", "W36", "W38", "W59", "W60", "W61"]

  @Test(arguments: Lint.all.filter { !others.contains($0.code) })
  func objectsToItsBadExampleAlone(_ lint: Lint) {
    #expect(ids(LintExample.rule(with: lint.bad)) == [lint.id])
    #expect(ids(LintExample.rule(with: lint.good)) == [])
  }

  @Test func numbersTheLintsInOrder() {
    let codes = Lint.all.indices.map { ($0 < 9 ? "W0" : "W") + "\($0 + 1)" }
    #expect(Lint.all.map(\.code) == codes)
    #expect(Set(Lint.all.map(\.id)).count == Lint.all.count)
    #expect(Lint.all.count >= 40)
  }

  @Test(arguments: [
    ("list", "lists/one.yaml", "kind: list\nid: one\n", ["unused-document"]),
    ("list", "lists/two.yaml", "kind: list\nid: un-1718\n", []),
    ("ports", "a.yaml", "kind: ports\nid: dprk\nports: [KPNAM, XXNAM]\n", ["unknown-locode"]),
    ("ports", "a.yaml", "kind: ports\nid: dprk\nports: [KPNAM, KPCHO]\n", []),
    (
      "list", "a.yaml", "kind: list\nid: dprk\nentries: [{imo: \"9000004\"}]\n", ["invalid-imo"]
    ),
    ("list", "a.yaml", "kind: list\nid: dprk\nentries: [{mmsi: 199000001}]\n", ["unassigned-mmsi"]),
    (
      "exceptions", "e.yaml", "kind: exceptions\nexceptions: [{expires: 2026-05-31}]\n",
      ["expired-exception"]
    ),
    ("exceptions", "e.yaml", "kind: exceptions\nexceptions: [{expires: 2026-12-31}]\n", []),
    ("list", "a.yaml", "kind: list\nid: dprk\nname: no\n", ["yaml-boolean"]),
  ])
  func looksAtOtherFiles(_ kind: String, _ file: String, _ text: String, _ expected: [String]) {
    let rule = LintExample.rule(
      with: "match:\n  state:\n    where: [vessel on @lists/un-1718 at now]\n"
        + "score: {points: 40, decay: none, group: dprk}  # [D]\n"
        + "evidence: {say: \"Vessel {vessel.name}, dprk.\", cite: []}\n"
        + "exceptable_by: [[vessel.imo]]\n")
    let found = LintExample.warnings(for: ["sample.yaml": rule], documents: [file: text])
    #expect(found.map(\.id) == expected, "\(kind)")
  }

  @Test(arguments: [(1, ["version-not-raised"]), (2, [])])
  func asksForAVersionWhenTheMeaningChanged(_ version: Int, _ expected: [String]) {
    let terms = LintTerms(lock: ["sample": .init(version: 1, digest: "another")])
    let rule = LintExample.rule(with: "version: \(version)")
    let found = LintExample.warnings(for: ["sample.yaml": rule], terms: terms)
    #expect(found.map(\.id) == expected)
  }

  @Test(arguments: [
    ("where: [port == KPNAM]", 40, "dprk", ["subsumed-rule"]),
    ("where: [port == KPNAM]", 50, "dprk", []),
    ("where: [port == KPNAM]", 40, "another", []),
    ("where: [port == CNDLC]", 40, "dprk", []),
    ("where: [port in @ports/dprk]", 40, "dprk", ["same-match"]),
    ("where: [port == KPRJN]", 50, "dprkk", ["near-group"]),
    ("where: [port == KPRJN]", 50, "dprk-call", []),
  ])
  func comparesRules(_ clauses: String, _ points: Int, _ group: String, _ expected: [String]) {
    let other = LintExample.rule(
      with: "id: other\nmatch:\n  fact: {as: call, fact: port_call, \(clauses)}\n"
        + "score: {points: \(points), decay: {half_life: 365d, from: call.end}, group: \(group)}"
        + "  # [D]")
    let wide = LintExample.rule(
      with: "match:\n  fact: {as: call, fact: port_call, where: [port in @ports/dprk]}")
    let found = LintExample.warnings(for: ["sample.yaml": wide, "other.yaml": other])
    #expect(found.map(\.id) == expected)
  }

  @Test func findsTheGroupThatIsProbablyMisspelled() {
    let rules = ["dark-activity", "dark-activity", "dark-activty"].enumerated().map {
      index, group in
      (
        "r\(index).yaml",
        LintExample.rule(
          with: "id: r\(index)\nmatch:\n  fact: {as: call, fact: port_call, where: ["
            + "draught_change > \(index + 2)m]}  # [D]\n"
            + "score: {points: \(20 + index), decay: none, group: \(group)}  # [D]")
      )
    }
    let found = LintExample.warnings(for: Dictionary(rules) { first, _ in first })
    #expect(found.map(\.id) == ["near-group"])
    #expect(found.map(\.help) == ["did you mean `dark-activity`?"])
  }

  private func ids(_ rule: String) -> [String] {
    LintExample.warnings(for: ["sample.yaml": rule]).map(\.id)
  }
}
