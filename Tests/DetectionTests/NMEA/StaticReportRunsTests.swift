import Detection
import Maritime
import Testing

@Suite struct StaticReportRunsTests {
  @Test func keepsTheFirstAndLastOfEachRun() {
    let draughts = [87, 87, 87, 90, 87, 87]
    let batch = decode(draughts.map { AISEncoder.voyage(draught: $0).sentence() })
    #expect(batch.reports.map(\.line) == [1, 3, 4, 5, 6])
    #expect(batch.reports.map(\.particulars.draughtTenths) == [87, 87, 90, 87, 87])
    #expect(batch.counts["static messages"] == 6)
    expectAllAccounted(batch)
  }

  @Test func keepsVesselsApartInFileOrder() {
    let batch = decode([
      AISEncoder.voyage(mmsi: 219_000_007).sentence(), AISEncoder.voyage().sentence(),
      AISEncoder.voyage(mmsi: 219_000_007).sentence(), AISEncoder.voyage().sentence(),
    ])
    #expect(batch.reports.map(\.mmsi) == [219_000_007, 219_000_001, 219_000_007, 219_000_001])
    #expect(batch.reports.map(\.line) == [1, 2, 3, 4])
  }

  @Test func leavesOutReportsThatSayNothing() {
    let batch = decode([AISEncoder.name("").sentence()])
    #expect(batch.reports.isEmpty)
    #expect(batch.counts["static messages"] == 1)
    expectAllAccounted(batch)
  }
}
