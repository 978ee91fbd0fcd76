import Foundation
import Maritime
import Reporting
import Screening
import TestSupport
import Testing

@testable import Workflows

struct ReportVerdictsTests {
  private static let example = Task {
    try await screenVessels(ScreeningRequest(example: "msmt-2025")).verdicts
  }

  private let folder: TemporaryFolder
  private let file: String
  private let verdicts: [Verdict]

  init() async throws {
    folder = try TemporaryFolder()
    verdicts = try await Self.example.value
    let json = ReportFormat.named("json")
    file = try folder.write(json?.text(of: verdicts, style: .plain) ?? "", to: "v.json")
  }

  private func text(
    _ format: String, _ change: (inout ReportRequest) -> Void = { _ in }
  ) throws
    -> String
  {
    var request = ReportRequest(file: file, format: format)
    change(&request)
    return String(decoding: try report(request, style: .plain), as: UTF8.self)
  }

  /// Every verdict of the example reads back as itself, and so says the same in every format.
  @Test(arguments: ["text", "json", "ndjson", "csv"])
  func saysWhatAScreeningSays(_ format: String) throws {
    let written = try #require(ReportFormat.named(format)).text(of: verdicts, style: .plain)
    #expect(try text(format) == written)
  }

  @Test func readsObjectsArraysAndLines() throws {
    let one = try folder.write(verdicts[0].json, to: "one.json")
    let lines = try folder.write(verdicts.map { $0.json + "\n" }.joined(), to: "all.ndjson")
    #expect(try VerdictFile(one).verdicts.map(\.json) == [verdicts[0].json])
    #expect(try VerdictFile(lines).verdicts.map(\.json) == verdicts.map(\.json))
    let indented = try folder.write(JSONValue(reading: verdicts[0].json).indentedText, to: "i.json")
    #expect(try VerdictFile(indented).verdicts.map(\.json) == [verdicts[0].json])
  }

  @Test func picksVessels() throws {
    #expect(try text("csv") { $0.vessels = ["9358010"] }.contains("MAIA-1"))
    #expect(try text("csv") { $0.vessels = ["9358010"] }.split(separator: "\r\n").count == 2)
    #expect { try text("csv") { $0.vessels = ["9074729"] } } throws: { error in
      Problem(error).text(isColored: false).contains("no verdict on vessel 9074729")
    }
  }

  @Test func writesAPageOfEveryVessel() throws {
    let page = try text("html")
    #expect(page.matches(of: /<article\s/).count == verdicts.count)
    #expect(page.contains("No coastline was given"))
  }

  @Test func writesGeoJSON() throws {
    let json = try JSONValue(reading: text("geojson"))
    #expect((json["features"]?.elements?.count ?? 0) > 10)
  }

  /// Facts are drawn only if they are those of the verdict.
  @Test func comparesFactsWithTheVerdict() throws {
    let some = verdicts[0].findings.flatMap(\.facts)
    let facts = try folder.write(
      String(decoding: FactFile.bytes(of: some), as: UTF8.self), to: "f.ndjson")
    #expect {
      try text("geojson") {
        $0.factFiles = [facts]
        $0.vessels = ["\(verdicts[0].subject.vessel.imo?.description ?? "")"]
      }
    } throws: { error in
      Problem(error).text(isColored: false).contains("that its verdict rests on")
    }
  }

  @Test(arguments: [
    ("{}", "findings: the key is missing"), ("", "line 1"), ("[]", "holds no verdict"),
    ("[7]", "it is not an object"), ("no json", "line 1"),
  ])
  func namesWhatIsNoVerdict(_ content: String, _ message: String) throws {
    let file = try folder.write(content, to: "x.json")
    #expect {
      _ = try VerdictFile(file)
    } throws: { error in
      Problem(error).text(isColored: false).contains(message)
    }
  }

  /// What is read must say all that was written.
  @Test(arguments: [
    ("\"level\":", "\"extra\":1,\"level\":", "extra: version"),
    ("\"facts\":[{\"id\":\"", "\"facts\":[{\"id\":\"00", "facts[0].id: version"),
    ("\"keeps_from_clear\":false", "\"keeps_from_clear\":true", "keeps_from_clear: version"),
  ])
  func refusesWhatItCannotShow(_ old: String, _ new: String, _ message: String) throws {
    let verdict = try #require(verdicts.first { $0.subject.name == "CASIO" })
    let text = verdict.json
    let place = try #require(text.firstRange(of: old))
    let file = try folder.write(text.replacingCharacters(in: place, with: new), to: "x.json")
    #expect {
      _ = try VerdictFile(file)
    } throws: { error in
      Problem(error).text(isColored: false).contains(message)
    }
  }

  @Test func drawsATrack() throws {
    let radio = try #require(verdicts.first { $0.subject.name == "CASIO" }?.subject.vessel.mmsi)
    let positions = try folder.write(
      "mmsi,time,lat,lon\r\n\(radio),2025-05-06T00:00:00Z,38.9,121.6\r\n"
        + "\(radio),2025-05-06T01:00:00Z,38.8,121.7\r\n\(radio),2025-07-01T00:00:00Z,0,0\r\n",
      to: "p.csv")
    let text = try text("geojson") {
      $0.vessels = ["9125786"]
      $0.positionFiles = [positions]
    }
    #expect(text.contains("\"coordinates\":[[121.6,38.9],[121.7,38.8]]"))
    let bad = try folder.write("mmsi,time,lat,lon\r\n\(radio),soon,38.9,121.6\r\n", to: "b.csv")
    #expect { try self.text("geojson") { $0.positionFiles = [bad] } } throws: { error in
      Problem(error).text(isColored: false).contains("line 2: there is no position in it")
    }
  }
}
