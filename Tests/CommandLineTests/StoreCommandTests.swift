import Foundation
import TestSupport
import Testing

/// Keeps the example's verdicts, decides on one, and breaks what was kept.
struct StoreCommandTests {
  private let program: ProgramRun

  init() throws { program = try ProgramRun() }

  private func sql(_ statement: String) throws {
    let python = "import sqlite3,sys;c=sqlite3.connect(sys.argv[1]);c.executescript(sys.argv[2]);"
    let outcome = try program.shell("python3 -c '\(python)c.commit()' s.sqlite \"\(statement)\"")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  private func screened() throws {
    let outcome = try program.shell(
      "pratique screen --example msmt-2025 --vessel 9358010 9125786 --db s.sqlite"
        + " --by kim --at 2026-01-01 --format json -o v.json")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  @Test func keepsReplaysAndDecides() throws {
    try screened()
    let replay = try program.shell("pratique replay v.json --db s.sqlite")
    #expect(replay.output == "2 of 2 verdicts reproduced byte for byte\n", "\(replay.errors)")
    let lines = try program.shell("pratique store runs --db s.sqlite")
    #expect(lines.output.contains("2026-01-01T00:00:00Z  kim  done  2 vessels"))
    let decided = try program.shell(
      "pratique cases decide 9358010 true-match --reason 'same hull' --db s.sqlite"
        + " --by lee --at 2026-01-02 && pratique cases list --status decided --db s.sqlite")
    #expect(decided.output.contains("lee: decided true-match: same hull"))
    #expect(decided.output.contains("imo:9358010      decided"))
    let log = try program.shell("pratique audit verify --db s.sqlite")
    #expect(log.output.hasPrefix("2 records, the chain is whole"))
    #expect(try program.shell("pratique store check --db s.sqlite").exitCode == 0)
    let copy = try program.shell("pratique store backup copy.sqlite --db s.sqlite")
    #expect(copy.exitCode == 0, "\(copy.errors)")
    #expect(try program.shell("pratique store vacuum --db copy.sqlite").exitCode == 0)
    #expect(try program.shell("pratique cases export --db copy.sqlite").output.contains("{"))
  }

  @Test func namesARecordThatWasChanged() throws {
    try screened()
    try sql("DROP TRIGGER log_is_never_changed; UPDATE log SET actor = 'nobody'")
    let outcome = try program.shell("pratique audit verify --db s.sqlite")
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("record 1 of the log"))
  }

  @Test(arguments: [
    ("UPDATE verdict SET disposition = 'clear'", "the verdicts of run 1 are not those"),
    ("UPDATE content SET packed = x'00' WHERE size > 5000", "is not what its digest says"),
  ])
  func namesARowThatWasChanged(_ change: String, _ message: String) throws {
    try screened()
    try sql(change)
    let outcome = try program.shell("pratique store check --db s.sqlite")
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test(arguments: [
    ("echo '{}' > v.json; pratique replay v.json --db none.sqlite", 2, "none.sqlite"),
    ("pratique replay none.json --db s.sqlite", 2, "none.json"),
    ("pratique replay", 2, "--run NUMBER"),
    ("pratique cases decide 9358010 guilty --reason x --db s.sqlite", 2, "true-match"),
    ("pratique screen --example msmt-2025 --db /proc/none/s.sqlite", 3, "/proc/none"),
    ("echo no database > t.sqlite; pratique audit verify --db t.sqlite", 2, "t.sqlite"),
  ])
  func saysWhatIsWrong(_ line: String, exitCode: Int32, culprit: String) throws {
    let outcome = try program.shell(line)
    #expect(outcome.exitCode == exitCode, "\(outcome.errors)")
    #expect(outcome.errors.contains(culprit), "\(outcome.errors)")
  }
}
