import Foundation
import TestSupport
import Testing

/// What a user sees of a store that others use, that cannot be written, or that was tampered with.
struct StoreTroubleTests {
  private let program: ProgramRun

  init() throws { program = try ProgramRun() }

  private func screen(_ vessel: String, _ more: String = "") -> String {
    "pratique screen --example msmt-2025 --vessel \(vessel) --db s/s.sqlite --by kim"
      + " --at 2026-01-01 --format json -o \(vessel).json \(more)"
  }

  private func outcome(_ line: String) throws -> ProgramRun.Outcome { try program.shell(line) }

  @Test func keepsTheRunsOfTwoProgramsAtOnce() throws {
    let both = try outcome(
      "(\(screen("9358010")); echo $? > 1) & \(screen("9125786")); echo $? > 2;"
        + " while [ ! -s 1 ]; do sleep 0.1; done; cat 1 2 && pratique store runs --db s/s.sqlite && pratique store check --db s/s.sqlite"
    )
    #expect(both.exitCode == 0, "\(both.errors)")
    #expect(both.output.hasPrefix("0\n0\n"), "\(both.output)\(both.errors)")
    #expect(both.output.components(separatedBy: "  done  ").count == 3, "\(both.output)")
    #expect(both.output.hasSuffix("the store is whole\n"))
    for vessel in ["9358010", "9125786"] {
      let replayed = try outcome("pratique replay \(vessel).json --db s/s.sqlite")
      #expect(replayed.exitCode == 0, "\(replayed.errors)")
    }
  }

  /// Rights do not hold the superuser back, so that only others can be shown.
  @Test(.enabled(if: geteuid() != 0, "the superuser may write anywhere"))
  func readsAStoreThatCannotBeWritten() throws {
    #expect(try outcome(screen("9358010")).exitCode == 0)
    #expect(try outcome("chmod a-w s/s.sqlite s").exitCode == 0)
    let replayed = try outcome("pratique replay 9358010.json --db s/s.sqlite")
    #expect(replayed.output == "1 of 1 verdicts reproduced byte for byte\n", "\(replayed.errors)")
    let refused = try outcome(screen("9125786"))
    #expect(refused.exitCode == 3)
    #expect(refused.errors.contains("give yourself the right to write"))
    #expect(try outcome("chmod u+w s s/s.sqlite").exitCode == 0)
  }

  @Test(arguments: [
    ("s/s.sqlite-none", 2, "there is no store"), ("9358010.json", 2, "is no store of screenings"),
    ("half", 3, "the store is damaged"),
  ])
  func namesWhatIsNoStore(_ file: String, _ exitCode: Int32, _ message: String) throws {
    #expect(try outcome(screen("9358010")).exitCode == 0)
    #expect(try outcome("head -c 150000 s/s.sqlite > half").exitCode == 0)
    let checked = try outcome("pratique store check --db \(file)")
    #expect(checked.exitCode == exitCode, "\(checked.errors)")
    #expect(checked.errors.contains(message), "\(checked.errors)")
  }
}
