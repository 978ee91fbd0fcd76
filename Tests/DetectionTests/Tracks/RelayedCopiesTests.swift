import Detection
import Maritime
import TestSupport
import Testing

struct RelayedCopiesTests {
  private static let start = 1_767_492_000

  private func track(_ batches: [FeedBatch]) throws -> TrackCollection {
    try buildTracks(batches, files: FeedFiles(["a", "b"]))
  }

  private func nmea(_ lines: [(Int, AISEncoder)], file: UInt16 = 0) -> FeedBatch {
    var decoder = NMEADecoder(file: file, name: "a")
    decoder.read(
      Array(
        lines.map { tagBlock("c:\(Self.start + $0)") + $1.sentence() + "\n" }.joined().utf8))
    return decoder.finish()
  }

  private func message(_ minute: Int, heading: Int = 221) -> AISEncoder {
    .classA(latitude: minutesE4(57.25) + 300 * minute, heading: heading)
  }

  /// A satellite brings the messages of the first minutes a minute late, in a file of its own.
  @Test func leavesOutWhatASatelliteHeardToo() throws {
    let coast = nmea((0..<10).map { ($0 * 60, message($0)) })
    let satellite = nmea((0..<5).map { ($0 * 60 + 75, message($0)) }, file: 1)
    let result = try track([coast, satellite])
    #expect(result.tracks.map(\.positions.count) == [10])
    #expect(result.rejections.counts == ["relayed-copy": 5])
    #expect(result.rejections.examples.map(\.file) == ["b", "b", "b", "b", "b"])
    #expect(try track([satellite, coast]).rejections == result.rejections)
  }

  @Test(arguments: [(599, 1), (601, 0)])
  func waitsForTheWindow(_ seconds: Int, copies: Int) throws {
    let batch = nmea([(0, message(0)), (60, message(1)), (seconds, message(0))])
    #expect(try track([batch]).rejections.counts["relayed-copy"] ?? 0 == copies)
  }

  /// The repeat indicator is no part of the message.
  @Test func knowsARepeatedMessageAgain() throws {
    var repeated = AISEncoder(type: 1, mmsi: 219_000_001, repeats: 2)
    repeated.append(contentsOf: message(0).bits.dropFirst(38))
    let batch = nmea([(0, message(0)), (60, message(1)), (90, repeated)])
    #expect(try track([batch]).rejections.counts == ["relayed-copy": 1])
  }

  /// Nothing tells two equal rows of a vessel that lies still or whose position froze from copies.
  @Test(arguments: [
    (["57.1,10.5,9.9,20,20", "57.2,10.5,9.9,20,20", "57.1,10.5,9.9,20,20"], 1),
    (["57.1,10.5,0.1,20,20", "57.2,10.5,0.1,20,20", "57.1,10.5,0.1,20,20"], 0),
    (["57.1,10.5,9.9,20,20", "57.1,10.5,9.9,20,20", "57.1,10.5,9.9,20,20"], 0),
    (["57.1,10.5,9.9,20,20", "57.2,10.5,9.9,20,20", "57.1,10.5,9.8,20,20"], 0),
  ])
  func comparesRowsWithoutBits(_ rows: [String], copies: Int) throws {
    let header = "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading"
    let lines = rows.enumerated().map { "219000001,2026-01-04T02:0\($0):00,\($1)" }
    let layout = try #require(
      CSVLayout.recognise(
        header: header.split(separator: ",").map(String.init), delimiter: UInt8(ascii: ",")))
    let batch = readCSV(
      Array(lines.joined(separator: "\n").utf8), firstLine: 2, layout: layout, file: 0, name: "a")
    #expect(try track([batch]).rejections.counts["relayed-copy"] ?? 0 == copies)
  }
}
