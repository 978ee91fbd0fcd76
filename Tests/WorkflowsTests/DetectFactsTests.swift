import Foundation
import Maritime
import TestSupport
import Testing
import Workflows

struct DetectFactsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func feed(_ name: String, from first: Int) throws -> String {
    let rows = (first..<first + 20).map { number in
      SampleFeed.rows(
        mmsi: 300_000_000 + number, name: "VESSEL \(number)", imo: nil,
        latitude: 30 + Double(number) / 50, longitude: 150, hours: 72, silent: 20..<40)
    }
    return try folder.write(SampleFeed.header + rows.joined(), to: name)
  }

  private func lines(_ request: DetectionRequest) async throws -> [UInt8] {
    FactFile.bytes(of: try await detectFacts(request).facts)
  }

  @Test func givesTheSameBytesForAnyThreadsAndOrder() async throws {
    let files = [try feed("a.csv", from: 0), try feed("b.csv", from: 20)]
    let first = try await lines(DetectionRequest(aisFiles: files, threads: 1))
    for threads in [2, 7] {
      let request = DetectionRequest(aisFiles: files.reversed(), threads: threads)
      #expect(try await lines(request) == first)
    }
    #expect(!first.isEmpty)
  }

  /// Vessel by vessel as in one piece, registry facts of vessels with and without MMSI included.
  @Test(arguments: [1, 2, 7])
  func writesTheSameLinesVesselByVessel(_ threads: Int) async throws {
    let registry = try folder.write(
      "imo,mmsi,name,from\n9074729,,ONE,2020-01-01\n9358010,300000007,TWO,2020-01-01\n"
        + "9179842,299999999,THREE,2020-01-01\n", to: "registry.csv")
    let request = DetectionRequest(
      aisFiles: [try feed("a.csv", from: 0)], registryFiles: [registry], threads: threads)
    let output = folder.path("facts.ndjson")
    let written = try await detectFacts(request, writingTo: output)
    let found = try await detectFacts(request)
    #expect(try Array(Data(contentsOf: URL(filePath: output))) == FactFile.bytes(of: found.facts))
    #expect(written.statistics.facts == found.statistics.facts)
    #expect(found.facts.contains { $0.header.vessel.mmsi == nil })
  }

  @Test func countsEveryRow() async throws {
    let path = try folder.write(
      SampleFeed.header
        + SampleFeed.rows(
          mmsi: 300_000_001, name: "A", imo: 9_074_729, latitude: 30, longitude: 150, hours: 3)
        + "bad\n", to: "a.csv")
    let statistics = try await detectFacts(DetectionRequest(aisFiles: [path])).statistics
    #expect(statistics.positions == 3)
    #expect(statistics.vessels == 1)
    #expect(statistics.feeds.map(\.rejections.counts) == [["bad-mmsi": 1]])
    #expect(statistics.json["files"]?.elements?.first?["counts"]?["rows"]?.integer == 4)
  }

  @Test func readsParameters() async throws {
    let path = try feed("a.csv", from: 0)
    let params = try folder.write("gap_minimum: 48h\n", to: "params.yaml")
    let usual = try await detectFacts(DetectionRequest(aisFiles: [path]))
    let strict = try await detectFacts(DetectionRequest(aisFiles: [path], parametersFile: params))
    #expect(usual.statistics.facts["ais_gap"] == 20)
    #expect(strict.statistics.facts["ais_gap"] == nil)
  }

  @Test func readsOtherHeadersThroughAMapping() async throws {
    let mapping = try folder.write(
      "kind: ais-mapping\ncolumns: {mmsi: id, time: t, latitude: y, longitude: x}\n", to: "m.yaml")
    let path = try folder.write("id,t,y,x\n300000001,2025-01-01T00:00:00,1,2\n", to: "a.csv")
    let request = DetectionRequest(aisFiles: [path], mappingFile: mapping)
    #expect(try await detectFacts(request).statistics.positions == 1)
  }

  @Test(arguments: [
    ("", "the file is empty"),
    ("\u{0}\u{1}\u{2}", "this is not a text file"),
    ("a,b,c\n1,2,3\n", "the first line is no AIS header"),
  ])
  func refusesWhatIsNoFeed(_ content: String, message: String) async throws {
    let path = try folder.write(content, to: "a.csv")
    let text = await problem { try await detectFacts(DetectionRequest(aisFiles: [path])) }
    #expect(text?.exitCode == 2)
    #expect(text?.text(isColored: false).contains(message) == true)
    #expect(text?.text(isColored: false).contains(path) == true)
  }

  @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.reason)))
  func readsARealDay() async throws {
    let path = SharedData.file("ais/noaa_2022-01-03.csv.zst").path
    let statistics = try await detectFacts(DetectionRequest(aisFiles: [path], threads: 2))
      .statistics
    #expect(statistics.feeds.first?.counts["rows"] == 99_999)
    #expect(statistics.feeds.first?.rejections.counts == ["bad-mmsi": 5])
    #expect(statistics.vessels == 10_620)
    #expect(statistics.positions + statistics.leftOut.total + 5 == 99_999)
  }
}

/// The problem that `work` ends in; `nil` when it does not.
func problem<Value>(_ work: () async throws -> Value) async -> Problem? {
  do {
    _ = try await work()
    return nil
  } catch {
    return Problem(error)
  }
}
