import Maritime
import TestSupport
import Testing

@testable import Detection

struct CSVFeedKernelTests {
  private func read(_ bytes: [UInt8], _ layout: CSVLayout, readsPlainRows: Bool) -> FeedBatch {
    var kernel = CSVFeedKernel(
      layout: layout, firstLine: 1, file: 3, name: "a.csv", readsPlainRows: readsPlainRows)
    kernel.read(bytes)
    return kernel.finish()
  }

  /// The reports as they are kept, the runs that end with a block or an odd row joined again.
  private func reports(_ batch: FeedBatch) -> [[StaticReport]] {
    var log = ReportLog()
    for report in batch.reports { log.add(report) }
    return log.rest.map(\.reports)
  }

  /// Rows that end as the vessel's row before, rows that do not, and rows that are none.
  @Test func readsRowsFastAsItReadsThemFieldByField() throws {
    var generator = SeededGenerator(seed: 17)
    let header = CSVFeedTests.marineCadastre
    let names = header.split(separator: ",").map(String.init)
    let layout = try #require(CSVLayout.recognise(header: names, delimiter: UInt8(ascii: ",")))
    var text = header + "\n"
    for index in 0..<4000 {
      let vessel = Int.random(in: 0..<40, using: &generator)
      let changes = Int.random(in: 0..<30, using: &generator) == 0
      let draught = changes ? "\(Int.random(in: 1...200, using: &generator))" : "\(vessel).5"
      let latitude = Double(Int.random(in: -9_000_000...9_000_000, using: &generator)) / 1e5
      let longitude = Double(Int.random(in: -18_000_000...18_000_000, using: &generator)) / 1e5
      let seconds = String(100 + index % 60).dropFirst()
      let minutes = String(100 + index / 60 % 60).dropFirst()
      let lead =
        "\(200_000_000 + vessel),2026-01-0\(1 + index / 3600)T05:\(minutes):\(seconds),"
        + "\(latitude),\(longitude),\(Double(index % 250) / 10),\(index % 361),\(index % 512)"
      let tail = ",NAME \(vessel),IMO9074729,CALL\(vessel),70,0,\(100 + vessel),20,\(draught),71,A"
      var row = lead + (vessel == 7 ? ",,,,,,,,,," : tail)
      if index % 97 == 0 { row.removeLast(row.count / 3) }
      if index % 101 == 0 { row = row.replacing("NAME", with: "\"NA,ME\"") }
      text += row + (vessel == 9 ? "\r\n" : "\n")
    }
    let bytes = Array(text.utf8)
    let fast = read(bytes, layout, readsPlainRows: true)
    let plain = read(bytes, layout, readsPlainRows: false)
    #expect(fast.positions == plain.positions)
    #expect(reports(fast) == reports(plain))
    #expect(fast.counts == plain.counts)
    #expect(fast.rejections.counts == plain.rejections.counts)
    #expect(fast.positions.count > 3000)
    #expect(fast.rejections.total > 20)
  }
}
