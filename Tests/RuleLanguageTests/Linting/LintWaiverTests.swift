import Maritime
import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct LintWaiverTests {
  @Test(arguments: [
    ("title: Call.  # lint: allow W45 until 2026-12-31 because it is a name", []),
    ("title: Call.  # lint: allow title-full-stop until 2026-12-31 because it is a name", []),
    ("title: Call.  # lint: allow W44, W45 until 2026-06-01 because it is a name", []),
    (
      "title: Call.  # lint: allow W45 until 2026-05-31 because it is a name",
      ["title-full-stop"]
    ),
    ("title: Call.  # lint: allow W45 because it is a name", ["vague-waiver"]),
    ("title: Call.  # lint: allow W45 until 2026-12-31", ["vague-waiver"]),
    ("title: Call  # lint: allow W45 until 2026-12-31 because of it", ["unused-waiver"]),
    (
      "title: Call.  # lint: allow W99 until 2026-12-31 because of it",
      ["title-full-stop", "malformed-waiver"]
    ),
    ("title: Call.  # lint: allow W45 until Christmas", ["title-full-stop", "malformed-waiver"]),
    ("title: Call  # lint: ignore W45", ["malformed-waiver"]),
    ("title: Call  # lint: allow until 2026-12-31 because", ["malformed-waiver"]),
    ("title: Call  # lint allow W45", ["malformed-waiver"]),
    ("title: Call  # lint from the hull", []),
    ("title: \"Call # lint: nothing\"", []),
    ("title: 'Call # lint: nothing.'", ["title-full-stop"]),
    ("title: Call#1. # lint: allow W45 until 2026-12-31 because it is a name", []),
  ])
  func letsALintPassOnItsLine(_ line: String, _ expected: [String]) {
    #expect(Set(ids(line)) == Set(expected), "\(line)")
  }

  @Test func speaksOfTheNextLineWhenItStandsAlone() {
    let waiver = "# lint: allow W45 until 2026-12-31 because it is a name"
    let rule = LintExample.rule(with: "title: Call.")
    let above = rule.replacing("title:", with: "\(waiver)\n# and why\ntitle:")
    let far = rule.replacing("status:", with: "\(waiver)\nstatus:")
    #expect(LintExample.warnings(for: ["sample.yaml": above]) == [])
    let found = LintExample.warnings(for: ["sample.yaml": far]).map(\.id)
    #expect(found == ["unused-waiver", "title-full-stop"])
  }

  @Test func speaksOfTheWholeFileAboveTheFirstKey() {
    let waiver = "# lint: allow W45 until 2026-12-31 because it is a name\n"
    let rule = waiver + LintExample.rule(with: "title: Call.")
    #expect(LintExample.warnings(for: ["sample.yaml": rule]) == [])
  }

  @Test func showsTheWaiverThatEnded() throws {
    let rule = LintExample.rule(
      with: "title: Call.  # lint: allow W45 until 2026-05-31 because it is a name")
    let found = try #require(LintExample.warnings(for: ["sample.yaml": rule]).first)
    #expect(found.notes.map(\.label) == ["this waiver ended on 2026-05-31"])
    #expect(LintExample.warnings(for: ["sample.yaml": rule], terms: LintTerms()) == [])
  }

  private func ids(_ line: String) -> [String] {
    LintExample.warnings(for: ["sample.yaml": LintExample.rule(with: line)]).map(\.id)
  }
}
