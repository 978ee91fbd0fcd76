import Maritime
import Reporting
import TestSupport
import Testing

struct ListStatusReportTests {
  @Test func showsATable() throws {
    let report = ListStatusReport(SampleVerdicts.snapshots)
    try expectSnapshot(report.text(style: .plain), "list-status.text")
    #expect(ListStatusReport([]).text(style: .plain) == "No watchlist is imported.\n")
  }

  @Test func jsonHasTheKeysOfTheContract() throws {
    let json = try JSONValue(reading: ListStatusReport(SampleVerdicts.snapshots).json)
    let keys = [
      "list", "publisher", "format", "published", "digest", "entries", "vessels", "rejections",
    ]
    #expect(json.elements?.count == 3)
    for key in keys { #expect(json.elements?.first?[key] != nil, "\(key)") }
    #expect(json.elements?.first?["list"]?.string == "eu-annex")
    #expect(json.elements?.first?["published"]?.string == "2025-08-01")
  }
}
