import Detection
import Maritime
import TestSupport
import Testing

struct TrackBuilderTests {
  private let files = FeedFiles(["b.csv", "a.csv"])

  private func position(
    _ mmsi: UInt32, at time: Int64, latitude: Int32 = 0, line: UInt32 = 1, file: UInt16 = 0
  ) -> Position {
    Position(
      time: time, latitudeE7: latitude, longitudeE7: 0, mmsi: mmsi, line: line, file: file)
  }

  private func batch(_ positions: [Position]) -> FeedBatch {
    var batch = FeedBatch()
    batch.positions = positions
    return batch
  }

  @Test func groupsAndOrders() throws {
    let tracks = try buildTracks(
      [
        batch([position(300_000_002, at: 5), position(200_000_001, at: 9)]),
        batch([position(200_000_001, at: 3), position(300_000_002, at: 4)]),
      ], files: files
    ).tracks
    #expect(tracks.map(\.vessel.mmsi?.value) == [200_000_001, 300_000_002])
    #expect(tracks.map { $0.positions.map(\.time) } == [[3, 9], [4, 5]])
  }

  @Test func countsWhatItLeavesOut() throws {
    let result = try buildTracks(
      [
        batch([
          position(200_000_001, at: 1, line: 1), position(200_000_001, at: 1, line: 2),
          position(200_000_001, at: 1, latitude: 7, line: 3), position(2_190_067, at: 1),
          position(992_190_934, at: 1), position(111_219_501, at: 1),
        ])
      ], files: files)
    #expect(result.tracks.map(\.positions.count) == [1])
    #expect(
      result.rejections.counts == ["duplicate": 1, "same-time": 1, "not-a-vessel-station": 3])
  }

  @Test func leavesOutTimesThatNoTransponderSaw() throws {
    let result = try buildTracks(
      [batch([position(200_000_001, at: -1), position(200_000_001, at: 1, line: 2)])],
      files: files)
    #expect(result.tracks.map(\.positions.count) == [1])
    #expect(result.rejections.counts == ["no-such-time": 1])
  }

  /// More positions than the first pieces of a part hold, of vessels in all parts.
  @Test func keepsManyPositionsInOrder() throws {
    let count = 60_000
    let positions = (0..<count).map { position(200_000_000 + UInt32($0 % 7), at: Int64($0)) }
    let tracks = try buildTracks([batch(positions), batch([])], files: files).tracks
    #expect(tracks.count == 7)
    for (index, track) in tracks.enumerated() {
      #expect(track.positions.map(\.time) == stride(from: index, to: count, by: 7).map(Int64.init))
      #expect(track.positions.allSatisfy { $0.mmsi == 200_000_000 + UInt32(index) })
    }
  }

  @Test func isEmptyOnceItsPartsAreTaken() throws {
    var builder = TrackBuilder()
    try builder.add(batch([position(200_000_001, at: 1)]))
    let parts = builder.takeParts(files: files)
    #expect(try parts.reduce(0) { try $0 + $1.tracks().tracks.count } == 1)
    let rest = builder.takeParts(files: files)
    #expect(try rest.allSatisfy { try $0.tracks().tracks.isEmpty })
  }

  @Test func doesNotDependOnTheOrderOfBatches() throws {
    var generator = SeededGenerator(seed: 3)
    let positions = (0..<2000).map { line in
      position(
        200_000_000 + UInt32.random(in: 0..<20, using: &generator),
        at: Int64.random(in: 0..<400, using: &generator),
        latitude: Int32.random(in: 0..<3, using: &generator), line: UInt32(line))
    }
    let batches = stride(from: 0, to: 2000, by: 100).map { batch(Array(positions[$0..<$0 + 100])) }
    let first = try buildTracks(batches, files: files)
    let second = try buildTracks(batches.shuffled(using: &generator), files: files)
    #expect(first.tracks.map { Array($0.positions) } == second.tracks.map { Array($0.positions) })
    #expect(first.rejections == second.rejections)
  }

  @Test func takesTheNumberSentMostOften() throws {
    var batch = batch([position(200_000_001, at: 1)])
    batch.reports = [9_074_729, 9_074_729, 9_358_010].enumerated().map { index, imo in
      var particulars = Particulars()
      particulars.imoText = String(imo)
      return StaticReport(
        time: Int64(index), mmsi: 200_000_001, line: 1, file: 0, particulars: particulars)
    }
    let tracks = try buildTracks([batch], files: files).tracks
    #expect(tracks.first?.vessel.imo == IMONumber(9_074_729))
  }
}
