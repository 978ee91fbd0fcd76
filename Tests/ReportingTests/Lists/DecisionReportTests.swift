import Maritime
import Reporting
import TestSupport
import Testing
import Watchlists

struct DecisionReportTests {
  private static func report(_ lapse: String?) -> DecisionReport {
    let identity = EntryIdentity(digests: Array(repeating: "0123456789abcdef", count: 3))
    let decision = identity.map {
      EntryDecision(
        entry: ListEntryKey(list: "ofac-sdn", entry: "1"), listedName: "MAIA-1", identity: $0,
        subject: .companyName("Sample LLC"), reason: "another owner", approver: "J. Silva",
        decided: utc("2026-01-31"), expires: utc("2026-12-31"), file: "d.yaml", line: 4)
    }
    return DecisionReport(
      [decision].compactMap(\.self).map { DecisionReport.Row(decision: $0, lapse: lapse) },
      at: utc("2026-06-01"))
  }

  @Test(arguments: [
    (nil, "holds", false), ("expired on 2026-05-01", "expired on 2026-05-01", true),
  ])
  func saysWhichHold(_ lapse: String?, words: String, hasLapses: Bool) throws {
    let report = Self.report(lapse)
    #expect(report.hasLapses == hasLapses)
    let lines = report.text(style: .plain).split(separator: "\n")
    #expect(lines.first == "ofac-sdn 1 “MAIA-1” is not Sample LLC: \(words)")
    #expect(
      lines.last
        == (hasLapses ? "1 decision, 0 hold on 2026-06-01" : "1 decision, 1 hold on 2026-06-01"))
    let row = try #require(try JSONValue(reading: report.json).elements?.first)
    #expect(row["lapse"]?.string == lapse)
    #expect(row["subject"]?.string == "Sample LLC")
  }
}
