import Maritime
import Reporting
import TestSupport
import Testing
import Watchlists

struct ListSearchReportTests {
  @Test func showsWhatWasFound() throws {
    var maia = Designation(
      entry: "36215", kind: .vessel, names: [DesignationName("MAIA-1", .primary)],
      measures: [.assetFreeze], regime: "us", authority: "RUSSIA-EO14024",
      source: Designation.Source(file: "sdn.csv", line: 12))
    maia.identifiers = IMONumber(9_358_010).map { [.imo($0)] } ?? []
    let snapshot = Snapshot(
      summary: SampleVerdicts.snapshots[0], designations: [maia], rejections: [])
    let report = ListSearchReport(DesignationIndex([snapshot]).search("9358010"))
    try expectSnapshot(report.text(style: .plain), "list-search.text")
    try expectSnapshot(report.json, "list-search.json")
    #expect(ListSearchReport([]).json == "[]\n")
  }
}
