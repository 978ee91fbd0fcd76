import Maritime
import Reporting
import Screening
import TestSupport
import Testing

struct ReportFormatTests {
  private static let fleet = [
    SampleVerdicts.clear, SampleVerdicts.prohibited, SampleVerdicts.monitored,
  ]

  @Test func hasUniqueNames() {
    #expect(ReportFormat.all.map(\.name) == ["text", "json", "ndjson", "csv"])
    #expect(ReportFormat.named("csv")?.name == "csv")
    #expect(ReportFormat.named("pdf") == nil)
  }

  @Test(arguments: ["text", "json", "ndjson", "csv"])
  func writesAFleet(_ name: String) throws {
    let format = try #require(ReportFormat.named(name))
    try expectSnapshot(
      format.text(of: Self.fleet, style: .plain), "fleet.\(name)")
  }

  @Test(arguments: ["text", "json", "ndjson", "csv"])
  func writesNothing(_ name: String) throws {
    let format = try #require(ReportFormat.named(name))
    try expectSnapshot(
      format.text(of: [], style: .plain), "empty.\(name)")
  }

  @Test func textHasAPageForOneVessel() throws {
    let format = try #require(ReportFormat.named("text"))
    let page = format.text(of: [SampleVerdicts.prohibited], style: .plain)
    try expectSnapshot(
      page, "maia.text")
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(format.text(of: [SampleVerdicts.clear], style: .plain).contains("\u{1b}") == false)
    let colored = format.text(of: [SampleVerdicts.prohibited], style: ReportStyle(isColored: true))
    #expect(colored.contains("\u{1b}[1;31mPROHIBITED\u{1b}[0m"))
  }

  @Test func jsonHasTheKeysOfTheContract() throws {
    let json = try JSONValue(reading: SampleVerdicts.prohibited.json)
    let keys = [
      "subject", "as_of", "known_as_of", "disposition", "score", "level", "risky_since", "gates",
      "findings", "undetermined", "suppressed", "checked", "digests",
    ]
    for key in keys { #expect(json[key] != nil, "\(key)") }
    let finding = try #require(json["findings"]?.elements?.first)
    let findingKeys = [
      "rule", "version", "title", "severity", "points", "regimes", "sentence", "facts",
      "list_entries",
    ]
    for key in findingKeys { #expect(finding[key] != nil, "\(key)") }
    let question = try #require(json["undetermined"]?.elements?.first)
    for key in ["rule", "clause", "missing"] { #expect(question[key] != nil, "\(key)") }
    #expect(json["findings"]?.elements?.count == 3)
    #expect(json["disposition"]?.string == "prohibited")
  }
}
