import Foundation
import InputFiles
import Maritime
import Reporting
import Storage
import TestSupport
import Testing

@testable import Workflows

struct BundleVerdictsTests {
  private let folder: TemporaryFolder
  private let db: String
  private let file: String

  /// Casio and the tanker that a DPRK vessel met, of the example, in a store.
  init() async throws {
    folder = try TemporaryFolder()
    db = folder.path("s.sqlite")
    let stored = try await screenIntoStore(
      StoreScreeningRequest(
        screening: ScreeningRequest(
          vessels: ["9125786", "3000013"], example: "msmt-2025"),
        store: db, at: UTCTime(seconds: 1), actor: "kim"))
    var lines = ""
    try stored.forEachBody { lines += $0 + "\n" }
    file = try folder.write(lines, to: "v.ndjson")
  }

  private func bundle(_ name: String = "b.tar", vessels: [String] = []) throws -> String {
    let path = folder.path(name)
    let report = try bundleVerdicts(file, vessels: vessels, store: db, to: path)
    #expect(report.isEqual, "\(report.text)")
    return path
  }

  /// A bundle is replayed without the store, packed or not, and is the same every time.
  @Test func isReplayedWithoutTheStore() async throws {
    let path = try bundle()
    let bytes = try InputFile.readAll(path: path)
    #expect(try InputFile.readAll(path: bundle("c.tar")) == bytes)
    try FileManager.default.removeItem(atPath: db)
    let report = try await replayVerdicts(ReplayRequest(file: path, store: "/nowhere/s.sqlite"))
    #expect(report.outcomes.map(\.subject) == ["imo:9125786", "imo:3000013"])
    #expect(report.isEqual, "\(report.text)")
    let packed = folder.path("b.tar.zst")
    try Data(try #require(pack(bytes))).write(to: URL(filePath: packed))
    #expect(try await replayVerdicts(ReplayRequest(file: packed)).isEqual)
  }

  @Test func holdsWhatAPersonLooksFor() throws {
    let bytes = try InputFile.readAll(path: bundle(vessels: ["9125786"]))
    let names = try TarArchive(reading: bytes).entries.map(\.name)
    for name in [
      "README.txt", "bundle.json", "manifest.json", "verdicts/imo-9125786.json",
      "facts/imo-9125786.ndjson", "policy/policy.yaml", "rules/false-flag.yaml",
    ] { #expect(names.contains(name), "\(name)") }
    #expect(!names.contains("verdicts/imo-3000013.json"))
    #expect(names.contains { $0.hasPrefix("lists/msmt-2025-") })
    #expect(names.allSatisfy(TarArchive.isSafe))
  }

  /// Another policy in place of the pinned one is the first input that differs.
  @Test func namesAnInputThatIsReplaced() async throws {
    let policy = try folder.write("kind: policy\nlanguage: 1\n", to: "policy.yaml")
    let report = try await replayVerdicts(ReplayRequest(file: bundle(), policy: policy))
    #expect(report.outcomes.map(\.difference?.input) == ["policy", "policy"])
  }

  /// A file that was changed, taken away or added is named.
  @Test(arguments: [
    ("rules/false-flag.yaml", "the file 'rules/false-flag.yaml' is not what its digest says"),
    ("verdicts/imo-9125786.json", "'verdicts/imo-9125786.json' is not what its digest says"),
    ("-manifest.json", "the file 'manifest.json' is missing"),
    ("+rules/more.yaml", "the file 'rules/more.yaml' is not one of the bundle's"),
    ("-bundle.json", "it has no bundle.json"), ("bundle.json", "it has no bundle.json"),
  ])
  func namesWhatWasTamperedWith(_ name: String, _ message: String) async throws {
    let path = try bundle()
    var entries = try TarArchive(reading: InputFile.readAll(path: path)).entries
    switch name.first {
    case "-": entries.removeAll { $0.name == name.dropFirst() }
    case "+": entries.append(TarArchive.Entry(name: String(name.dropFirst()), bytes: [1]))
    default:
      let place = try #require(entries.firstIndex { $0.name == name })
      entries[place] = TarArchive.Entry(name: name, bytes: entries[place].bytes + [32, 65])
    }
    try Data(TarArchive(entries).bytes).write(to: URL(filePath: path))
    await #expect {
      _ = try await replayVerdicts(ReplayRequest(file: path))
    } throws: { error in
      Problem(error).text(isColored: false).contains(message)
    }
  }

  @Test func refusesADamagedArchive() async throws {
    let path = try bundle()
    let bytes = try InputFile.readAll(path: path)
    try Data(bytes.prefix(bytes.count / 2)).write(to: URL(filePath: path))
    await #expect {
      _ = try await replayVerdicts(ReplayRequest(file: path))
    } throws: { error in
      Problem(error).text(isColored: false).contains("the archive stops within")
    }
  }

  @Test func asksForAVerdictOfTheStore() throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let other = try folder.write(
      text.replacing("\"regimes\":[\"eu\"", with: "\"regimes\":[\"ue\""), to: "other.ndjson")
    #expect {
      _ = try bundleVerdicts(other, store: db, to: folder.path("x.tar"))
    } throws: { error in
      Problem(error).text(isColored: false).contains("does not have the verdict on IMO")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("x.tar")))
  }
}
