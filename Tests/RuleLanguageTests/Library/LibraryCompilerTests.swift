import Maritime
import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct LibraryCompilerTests {
  private static let definitions = """
    kind: define
    language: 1
    id: dark
    values: {min-gap: 12h, home: KP}
    clauses:
      dark-enough:
        - duration >= @values/min-gap
        - reception >= 0.60

    """

  private static func rule(_ id: String, _ clauses: String, kind: String = "ais_gap") -> String {
    SampleRules.rule(match: "fact: \(kind)\nwhere: [\(clauses)]")
      .replacing("id: sample", with: "id: \(id)")
  }

  @Test func doesNotDependOnTheOrderOfFiles() {
    let rule = Self.rule("a", "{use: dark-enough}")
    let first = SampleRules.library(["a.yaml": rule, "z.yaml": Self.definitions])
    let second = SampleRules.library(["z.yaml": Self.definitions, "a.yaml": rule])
    #expect(first.diagnostics == [] && second.diagnostics == [])
    #expect(first.rules.map(\.header) == second.rules.map(\.header))
    #expect(first.documents == second.documents)
    #expect(first.documents.map(\.kind) == [.rule, .define])
    #expect(first.documents[0].uses == ["use: dark-enough"])
    #expect(
      first.documents[1].gives.map(\.text)
        == ["@values/min-gap", "@values/home", "use: dark-enough"])
  }

  @Test(arguments: [
    ("kind: rulee\nlanguage: 1\n", "did you mean `rule`?"),
    ("kind: tabel\nlanguage: 1\n", "did you mean `table`?"),
    ("kind: lists\nlanguage: 1\n", "did you mean `list`?"),
  ])
  func suggestsTheNearestKind(_ text: String, help: String) {
    let found = SampleRules.library(["a.yaml": text]).diagnostics
    #expect(found.map(\.id) == ["unsupported-kind"])
    #expect(found.first?.help == help)
  }

  @Test func namesBothFilesOfADuplicate() {
    let rule = Self.rule("a", "duration >= 1h")
    let library = SampleRules.library(["b/a.yaml": rule, "a/a.yaml": rule])
    #expect(library.diagnostics.map(\.id) == ["duplicate-rule-id"])
    #expect(library.diagnostics.first?.file == "b/a.yaml")
    #expect(library.diagnostics.first?.message.contains("`a/a.yaml`") == true)
    let twice = SampleRules.library(["a.yaml": Self.definitions, "b.yaml": Self.definitions])
    #expect(twice.diagnostics.map(\.id) == Array(repeating: "duplicate-document", count: 3))
    #expect(twice.diagnostics.allSatisfy { $0.file == "b.yaml" && $0.message.contains("a.yaml") })
  }

  @Test func findsTestsWithoutARule() {
    expectLibraryDiagnostics([
      "a.yaml": Self.rule("a", "duration >= 1h"), "a.tests.yaml": "tests: []\n",
      "b.tests.yaml": "tests: []  # error: orphan-tests\n",
    ])
  }

  @Test func reportsABrokenDocumentOnce() {
    expectLibraryDiagnostics([
      "a.yaml": Self.rule("a", "{use: dark-enough}, duration > @values/min-gap"),
      "d.yaml": "kind: define\nlanguage: 1\nid: [dark  # error: yaml-syntax",
    ])
    expectLibraryDiagnostics([
      "a.yaml": Self.rule("a", "duration > @values/min-gap"),
      "d.yaml": """
      kind: define
      language: 1
      id: dark
      values:
        min-gap: 12 parsecs  # error: clause-syntax

      """,
    ])
  }

  @Test func keepsWhatPoliciesSayToTheScreening() {
    let library = SampleRules.library(["policy.yaml": "kind: policy\nlanguage: 1\nanything: 1\n"])
    #expect(library.diagnostics == [])
    #expect(library.documents.map(\.kind) == [.policy])
  }

  @Test(arguments: [
    ("# a comment\n", "", true), ("", "  # why\n", true),
    ("min-gap: 12h", "min-gap: 720min", false),
    ("min-gap: 12h", "min-gap: 13h", false), ("home: KP", "home: IR", true),
    ("0.60", "0.70", false),
  ])
  func digestsWhatARuleMeans(_ old: String, new: String, isSame: Bool) {
    let rule = Self.rule("a", "{use: dark-enough}")
    let changed = old.isEmpty ? Self.definitions + new : Self.definitions.replacing(old, with: new)
    let before = SampleRules.library(["a.yaml": rule, "z.yaml": Self.definitions])
    let after = SampleRules.library(["a.yaml": rule, "z.yaml": changed])
    #expect(before.rules.count == 1 && after.rules.count == 1, "\(after.diagnostics)")
    #expect((before.lock == after.lock) == isSame)
  }

  @Test func digestsNeitherOrderNorProse() {
    let rule = Self.rule("a", "duration >= 1h")
    let other = """
      # rewritten
      kind: rule
      id: a
      severity: high
      title: Another title
      language: 1
      version: 7
      status: stable
      match:
        where:
          - "duration   >=   1h"
        fact: ais_gap
      tests:
        - {name: x, now: 2026-01-01, expect: {fires: false}}

      """
    let digests = [rule, other].map { SampleRules.library(["a.yaml": $0]).lock.map(\.digest) }
    #expect(digests[0].count == 1 && digests[0] == digests[1])
  }
}
