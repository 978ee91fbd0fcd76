import Foundation
import TestSupport
import Testing

/// Runs the program as a user does: what it prints, where, and how it exits.
struct CommandLineTests {
  private let program: ProgramRun

  init() throws { program = try ProgramRun() }

  private var folder: TemporaryFolder { program.folder }

  private func run(_ arguments: [String], input: String? = nil) throws -> ProgramRun.Outcome {
    try program.run(arguments, input: input)
  }

  private func feed() throws -> String {
    try folder.write(
      SampleFeed.header
        + SampleFeed.rows(
          mmsi: 300_000_001, name: "A", imo: 9_074_729, latitude: 30, longitude: 150, hours: 48),
      to: "feed.csv")
  }

  @Test(arguments: [
    ["--help"], ["help", "screen"], ["help", "detect"], ["help", "rules", "test"],
    ["help", "rules", "check"], ["help", "lists", "import"], ["help", "lists", "search"],
    ["help", "lists", "status"], ["help", "facts", "validate"],
  ])
  func helpsWithAnExample(_ arguments: [String]) throws {
    let outcome = try run(arguments)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("Example"))
  }

  @Test func writesFactsToAFileAndToStandardOutput() throws {
    let path = folder.path("facts.ndjson")
    let first = try run(["detect", "--ais", feed(), "-o", path, "--stats"])
    #expect(first.exitCode == 0, "\(first.errors)")
    #expect(first.errors.contains("\"positions\":48"))
    let second = try run(["detect", "--ais", feed(), "-o", "-"])
    #expect(second.output == (try String(contentsOfFile: path, encoding: .utf8)))
    #expect(try run(["facts", "validate", path]).exitCode == 0)
  }

  @Test func readsStandardInput() throws {
    let text = try String(contentsOfFile: feed(), encoding: .utf8)
    let outcome = try run(["detect", "--ais", "-", "-o", "-"], input: text)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\"file\":\"-\""))
  }

  @Test func writesThePositionsItUsed() throws {
    let path = folder.path("positions.csv")
    let outcome = try run(["detect", "--ais", feed(), "-o", "-", "--positions", path])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\r\n")
    #expect(rows.count == 49)
    #expect(rows[1].hasPrefix("300000001,2025-01-01T00:00:00Z,30.0000000,150.0000000,10.0,0.0,0,"))
  }

  @Test func screensTheExample() throws {
    let outcome = try run(["screen", "--example", "msmt-2025", "--fail-on", "escalate"])
    #expect(outcome.exitCode == 1, "\(outcome.errors)")
    #expect(outcome.output.contains("MAIA-1"))
    #expect(!outcome.output.contains("\u{1b}["), "a file is no terminal")
  }

  @Test func writesJSONAndCSV() throws {
    let json = try run([
      "screen", "--example", "msmt-2025", "--vessel", "9358010", "--format", "json",
    ])
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(object?.first?["disposition"] as? String == "prohibited")
    let csv = try run(["screen", "--example", "msmt-2025", "--format", "csv"])
    #expect(csv.output.hasPrefix("imo,mmsi,name"))
  }

  @Test(arguments: [
    (["detect", "--ais", "no-such-file.csv", "-o", "-"], 2, "no-such-file.csv"),
    (["detect", "--ais", "Sources", "-o", "-"], 2, "Sources: it is a folder"),
    (["screen", "--example", "no-such-case"], 2, "msmt-2025"),
    (["screen", "--vessel", "1234568", "--as-of", "2025-01-01"], 2, "check digit"),
    (["screen", "--vessel", "9074729", "--as-of", "soon"], 2, "soon"),
    (["screen", "--format", "pdf", "--example", "msmt-2025"], 2, "text, json"),
    (["lists", "status", "--no-such-option"], 2, "no-such-option"),
    (["lists", "import", "README.md", "--lists", "Lists"], 2, "README.md"),
    (["facts", "validate", "README.md"], 2, "README.md"),
  ])
  func saysWhatIsWrong(_ arguments: [String], exitCode: Int, message: String) throws {
    let outcome = try run(arguments)
    #expect(outcome.exitCode == Int32(exitCode), "\(outcome.errors)")
    #expect((outcome.errors + outcome.output).contains(message), "\(outcome.errors)")
  }

  @Test func leavesNothingHalfWritten() throws {
    let path = folder.path("verdicts.json")
    let outcome = try run(["screen", "--ais", "no-such-file.csv", "-o", path])
    #expect(outcome.exitCode == 2)
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
