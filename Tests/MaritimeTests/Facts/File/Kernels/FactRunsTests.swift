import Maritime
import Testing

struct FactRunsTests {
  private static let catalog = FactCatalog([VesselIdentity.schema.kind])

  private static func line(_ imo: Int, _ name: String, evidence: Bool = true) -> String {
    let own = evidence ? ",\"evidence\":[{\"file\":\"a\",\"line\":1}]" : ""
    return
      "{\"fact\":\"identity\",\"imo\":\(imo),\"start\":\"2026-01-01\",\"name\":\"\(name)\"\(own)}\n"
  }

  private static func runs(
    _ text: String, kinds: Set<String> = [], readsAll: Bool = false
  ) -> FactRuns {
    FactFile.runs(
      in: Array(text.utf8), file: "f", firstLine: 11, catalog: catalog, factsOf: kinds,
      readsAll: readsAll)
  }

  @Test func findsWhereEachVesselStands() {
    let lines = [
      Self.line(9_074_729, "A"), Self.line(9_074_729, "B"), "\n", Self.line(9_358_010, "C"),
      Self.line(9_125_786, "D", evidence: false), Self.line(9_074_729, "E"),
    ]
    let found = Self.runs(lines.joined()).runs
    #expect(found.map(\.firstLine) == [11, 14, 15, 16])
    #expect(found[0].count == lines[0].utf8.count * 2)
    #expect(found.map { $0.digest == nil } == [true, false, false, true], "the ends may go on")
    #expect(found.map(\.namesEvidence) == [false, true, false, false])
  }

  @Test func leavesOutWhatIsNoFact() {
    let text = Self.line(9_074_729, "A") + "{}\n" + Self.line(9_074_729, "B") + "no\n"
    let found = Self.runs(text)
    #expect(found.runs.map(\.firstLine) == [11, 13])
    #expect(found.rejections.map(\.line) == [12, 14])
  }

  @Test func readsTheFactsThatAreWanted() {
    let text = Self.line(9_074_729, "A") + Self.line(9_074_729, "B")
    #expect(Self.runs(text).facts.isEmpty)
    #expect(Self.runs(text, kinds: ["identity"]).facts.count == 2)
    #expect(Self.runs(text, readsAll: true).latest == UTCTime("2026-01-01"))
  }

  @Test func endsWithTheLastByte() {
    let text = String(Self.line(9_074_729, "A").dropLast())
    #expect(Self.runs(text).runs.map(\.count) == [text.utf8.count])
  }
}
