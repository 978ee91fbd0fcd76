import Detection
import Maritime
import Testing

struct ReportLogTests {
  private func batch(_ names: [String], from minute: Int64) -> FeedBatch {
    var batch = FeedBatch()
    batch.reports = names.enumerated().map { index, name in
      var particulars = Particulars()
      particulars.name = name
      return StaticReport(
        time: (minute + Int64(index)) * 60_000, mmsi: 200_000_001,
        line: UInt32(Int(minute) + index + 1), file: 0, particulars: particulars)
    }
    return batch
  }

  private func reports(_ batches: [FeedBatch]) throws -> [StaticReport] {
    try buildTracks(batches, files: FeedFiles(["a.csv"])).tracks.flatMap(\.reports)
  }

  /// The end of a block leaves no trace: only the ends of runs stay.
  @Test func joinsTheRunsOfBlocks() throws {
    let found = try reports([
      batch(["A", "A"], from: 0), batch(["A", "A"], from: 2), batch(["A", "B", "B"], from: 4),
      batch(["B", "A"], from: 7),
    ])
    #expect(found.map(\.particulars.name) == ["A", "A", "B", "B", "A"])
    #expect(found.map(\.line) == [1, 5, 6, 8, 9])
    #expect(found.map(\.messages) == [1, 4, 1, 2, 1])
  }

  @Test func keepsVesselsThatNeverSayWhereTheyAre() throws {
    let tracks = try buildTracks([batch(["A"], from: 0)], files: FeedFiles(["a.csv"])).tracks
    #expect(tracks.map(\.positions.count) == [0])
    #expect(tracks.map(\.reports.count) == [1])
  }
}
