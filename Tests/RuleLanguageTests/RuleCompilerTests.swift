import StrictYAML
import RuleLanguage
import TestSupport
import Testing

struct RuleCompilerTests {
  @Test func pointsAtTheCulpritWithinTheClause() throws {
    let text = SampleRules.rule(
      match: "fact: ais_gap\nwhere:\n  - 'reception >= 0.6'\n  - duraton >= 12h")
    let diagnostic = try #require(compile(text).diagnostics.first)
    #expect(slice(text, diagnostic) == "duraton")
    #expect(diagnostic.message == "unknown field `duraton` of ais_gap")
    #expect(diagnostic.help == "did you mean `duration`?")
    #expect(diagnostic.notes.map(\.label) == ["`ais_gap` selected here"])
    #expect(diagnostic.code == "E020")
  }

  @Test func helpsWithMinutes() throws {
    let text = SampleRules.rule(match: "fact: ais_gap\nwhere: ['duration >= 90m']")
    let diagnostic = try #require(compile(text).diagnostics.first)
    #expect(slice(text, diagnostic) == "90m")
    #expect(diagnostic.help == "`m` is metres; minutes are written `min`")
  }

  @Test func keepsTheDigestWhenOnlyTheLayoutChanges() throws {
    let plain = SampleRules.rule(match: "fact: {fact: ais_gap, where: [duration >= 12h]}")
    let spaced = SampleRules.rule(
      match: "# why\nfact:\n  where:\n    - 'duration  >=  12h'\n  fact: ais_gap", rest: "owner: me"
    )
    let other = SampleRules.rule(match: "fact: {fact: ais_gap, where: [duration > 12h]}")
    let digests = try [plain, spaced, other].map { text in
      try #require(compile(text).rule).header.digest
    }
    #expect(digests[0] == digests[1])
    #expect(digests[0] != digests[2])
  }

  @Test func namesEveryProblemOnce() {
    let all = ProblemDescription.all
    #expect(Set(all.map(\.id)).count == all.count)
    #expect(Set(all.map(\.code)).count == all.count)
  }

  private func compile(_ text: String) -> RuleCompilation {
    SampleRules.compiler.compile(Array(text.utf8), file: "sample.yaml")
  }

  private func slice(_ text: String, _ diagnostic: Diagnostic) -> String {
    let range = diagnostic.span.start.offset..<diagnostic.span.end.offset
    return String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}
