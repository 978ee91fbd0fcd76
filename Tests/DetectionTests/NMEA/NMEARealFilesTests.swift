import Detection
import Foundation
import Maritime
import TestSupport
import Testing

/// The counts of real logs; each equals what pyais 3.3.1 makes of the file, which
/// `Benchmarks/NMEA/compare_pyais.py` checks, with the values of every position.
@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.reason)"))
struct NMEARealFilesTests {
  struct Log: Sendable, CustomTestStringConvertible {
    let name: String
    let lines: Int
    let sentences: Int
    let messages: Int
    let positions: Int
    let staticMessages: Int
    let rejections: [String: Int]

    var testDescription: String { name }
  }

  private static let logs = [
    Log(
      name: "dma_2013-11-12_5min.txt.gz", lines: 80_246, sentences: 26_146, messages: 26_077,
      positions: 24_688, staticMessages: 130,
      rejections: ["message-type-4": 1234, "message-type-21": 25, "other-sentence": 973]),
    Log(
      name: "dma_538004030_drift_1.ais.zst", lines: 16_104, sentences: 5475, messages: 5252,
      positions: 5029, staticMessages: 223, rejections: ["other-sentence": 80]),
    Log(
      name: "dma_aislib_stream_example.txt.zst", lines: 8551, sentences: 4500, messages: 4051,
      positions: 2965, staticMessages: 497,
      rejections: [
        "invalid-mmsi": 2, "message-type-4": 129, "message-type-6": 37, "message-type-7": 9,
        "message-type-8": 63, "message-type-9": 1, "message-type-15": 66, "message-type-16": 23,
        "message-type-17": 5, "message-type-20": 191, "message-type-21": 37, "message-type-23": 4,
        "no-position": 22,
      ]),
    Log(
      name: "goais_aistest.nmea.zst", lines: 998, sentences: 998, messages: 905,
      positions: 575, staticMessages: 94,
      rejections: [
        "incomplete-message": 8, "message-type-4": 67, "message-type-6": 17, "message-type-7": 11,
        "message-type-8": 30, "message-type-15": 5, "message-type-16": 8, "message-type-17": 2,
        "message-type-20": 40, "message-type-21": 46, "message-type-23": 2, "no-position": 8,
      ]),
    Log(
      name: "gpsd_ais-18-27.log.zst", lines: 280, sentences: 276, messages: 276, positions: 0,
      staticMessages: 0, rejections: ["no-time": 207, "unknown-part-number": 69]),
    Log(
      name: "gpsd_ais-nmea-type6-fid55.log.zst", lines: 1487, sentences: 1480, messages: 1326,
      positions: 0, staticMessages: 0,
      rejections: [
        "message-type-4": 30, "message-type-6": 68, "message-type-7": 2, "message-type-8": 73,
        "message-type-17": 5, "message-type-20": 12, "message-type-21": 133, "message-type-23": 2,
        "no-position": 11, "no-time": 990,
      ]),
    Log(
      name: "gpsd_ais-raw-messages.log.zst", lines: 121, sentences: 114, messages: 109,
      positions: 0, staticMessages: 0,
      rejections: ["message-type-4": 5, "message-type-21": 6, "no-time": 98]),
    Log(
      name: "gpsd_sample.aivdm.zst", lines: 1121, sentences: 118, messages: 102, positions: 0,
      staticMessages: 0,
      rejections: [
        "message-type-4": 4, "message-type-6": 13, "message-type-7": 3, "message-type-8": 18,
        "message-type-9": 2, "message-type-10": 2, "message-type-11": 1, "message-type-12": 7,
        "message-type-13": 1, "message-type-14": 3, "message-type-15": 3, "message-type-16": 2,
        "message-type-17": 2, "message-type-20": 5, "message-type-21": 2, "message-type-22": 3,
        "message-type-23": 1, "message-type-25": 3, "message-type-26": 5, "no-time": 22,
        "not-nmea": 1,
      ]),
    Log(
      name: "pyais_nmea_data_sample.txt.zst", lines: 898, sentences: 798, messages: 778,
      positions: 0, staticMessages: 0,
      rejections: [
        "empty-payload": 100, "incomplete-message": 20, "message-type-4": 6, "message-type-15": 7,
        "message-type-20": 1, "no-position": 4, "no-time": 760,
      ]),
  ]

  @Test(arguments: logs)
  func countsEverything(_ log: Log) throws {
    guard let bytes = try contents(log.name) else { return }
    let batch = decode(bytes)
    #expect(batch.counts["lines"] == log.lines)
    #expect(batch.counts["sentences"] == log.sentences)
    #expect(batch.counts["messages"] == log.messages)
    #expect(batch.counts["positions"] == log.positions)
    #expect(batch.counts["static messages"] == log.staticMessages)
    #expect(batch.rejections.counts == log.rejections)
    #expect(NMEADecoder.recognises(bytes.prefix(4096)))
    expectAllAccounted(batch)
  }

  @Test func followsTheDriftingVessel() throws {
    guard let bytes = try contents("dma_538004030_drift_1.ais.zst") else { return }
    let batch = decode(bytes)
    #expect(Set(batch.positions.map(\.mmsi)) == [538_004_030])
    #expect(batch.reports.map(\.particulars.imo) == [IMONumber(9_596_985), IMONumber(9_596_985)])
    #expect(batch.reports.map(\.particulars.destination) == ["AWAITING ORDERS", "AWAITING ORDERS"])
    #expect(batch.positions.first?.instant.description == "2014-09-28T16:00:04.684Z")
  }

  /// The file, decompressed by the system's own program; `nil` when that is not installed.
  private func contents(_ name: String) throws -> [UInt8]? {
    let program = name.hasSuffix(".gz") ? "gzip" : "zstd"
    let folders = ["/usr/bin", "/bin", "/usr/local/bin"]
    let found = folders.map { "\($0)/\(program)" }.first(
      where: FileManager.default.isExecutableFile)
    guard let found else { return nil }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: found)
    process.arguments = ["-dc", SharedData.file("ais/nmea/" + name).path]
    process.standardOutput = output
    try process.run()
    let bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    return bytes
  }
}
