import Foundation
import TestSupport
import Testing

/// Imports that end at any moment, or run beside each other.
struct ImportCrashTests {
  private let program: ProgramRun

  init() throws { program = try ProgramRun() }

  private var folder: TemporaryFolder { program.folder }

  private func list(_ name: String, _ date: String, entries: Int) throws -> String {
    let rows = (0..<entries).map { "\($0),Vessel,\(name) \($0),,,PA,,\(date),act \($0 % 7)\n" }
    return try folder.write(
      "id,schema,name,aliases,imo,flag,country,listed_from,authority\n" + rows.joined(),
      to: "\(name)_\(date).csv")
  }

  private func started(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = ProgramRun.program
    process.arguments = arguments
    process.currentDirectoryURL = ProgramRun.checkout
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// `kill -9` at twenty moments of an import: the snapshot before it is whole and current, or the
  /// import was over and the new one is.
  @Test func aKilledImportLeavesTheOldSnapshot() throws {
    let old = try list("fleet", "2024-01-31", entries: 800)
    let new = try list("fleet", "2024-03-31", entries: 850)
    let base = folder.path("base")
    #expect(try program.run(["lists", "import", old, "--lists", base]).exitCode == 0)
    let whole = try copy(of: base, as: "whole")
    let begin = ContinuousClock.now
    #expect(try program.run(["lists", "import", new, "--lists", whole]).exitCode == 0)
    let duration = ContinuousClock.now - begin
    var random = SeededGenerator(seed: 3)
    let count = rounds(20)
    var (killed, finished) = (0, 0)
    for round in 0..<count {
      let lists = try copy(of: base, as: "round-\(round)")
      let process = try started(["lists", "import", new, "--lists", lists])
      let moment = (Double(round) + Double.random(in: 0..<1, using: &random)) / Double(count)
      let nanoseconds =
        moment * Double(duration.components.attoseconds) / 1e9
        + moment * Double(duration.components.seconds) * 1e9
      usleep(UInt32(nanoseconds / 1000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let isOver = try isCurrent(new, in: lists)
      if !isOver { #expect(try isCurrent(old, in: lists), "round \(round)") }
      (killed, finished) = isOver ? (killed, finished + 1) : (killed + 1, finished)
      guard round % 5 == 0 else { continue }
      // The store that was left behind takes the import the next time.
      #expect(try program.run(["lists", "import", new, "--lists", lists]).exitCode == 0)
      #expect(try isCurrent(new, in: lists), "round \(round)")
    }
    #expect(killed > count / 4, "\(killed) killed in time, \(finished) too late")
  }

  /// Two imports wait for each other; the same list twice is there once.
  @Test func importsRunBesideEachOther() throws {
    let files = try ["alpha", "bravo", "alpha"].map { try list($0, "2024-01-31", entries: 500) }
    let lists = folder.path("LISTS")
    let processes = try files.map { try started(["lists", "import", $0, "--lists", lists]) }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let status = try program.run(["lists", "status", "--lists", lists, "--json"])
    let json = try JSONSerialization.jsonObject(with: Data(status.output.utf8)) as? [[String: Any]]
    #expect(json?.map { $0["list"] as? String } == ["alpha", "bravo"])
    #expect(json?.map { $0["entries"] as? Int } == [500, 500])
  }

  @Test func saysWhatToDoAboutAFolderThatCannotBeWritten() throws {
    let file = try list("fleet", "2024-01-31", entries: 3)
    let outcome = try program.run(["lists", "import", file, "--lists", "/proc/lists"])
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("the store cannot be written"), "\(outcome.errors)")
    #expect(outcome.errors.contains("give yourself the right to write the file and its folder"))
  }

  private func copy(of base: String, as name: String) throws -> String {
    let place = folder.path(name)
    try FileManager.default.copyItem(atPath: base, toPath: place)
    return place
  }

  /// Whether the newest snapshot holds just what a file holds.
  private func isCurrent(_ file: String, in lists: String) throws -> Bool {
    let outcome = try program.run(["lists", "diff", "fleet@2030-01-01", file, "--lists", lists])
    #expect(outcome.exitCode < 2, "\(outcome.errors)")
    return outcome.exitCode == 0
  }
}
