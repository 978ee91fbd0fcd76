import ArgumentParser
import Foundation
import Reporting
import Workflows

/// What the commands share when they talk to a terminal.
enum Console {
  /// How to write to standard output.
  static var style: ReportStyle { ReportStyle(isColored: isColored(descriptor: STDOUT_FILENO)) }

  /// Runs a command's work and turns its errors into the message and exit code of the contract.
  static func running(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let exit as ExitCode {
      throw exit
    } catch {
      let problem = Problem(error)
      complain(problem.text(isColored: isColored(descriptor: STDERR_FILENO)))
      throw ExitCode(problem.exitCode)
    }
  }

  /// Writes a line to standard error.
  static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Shows how far something has come, on a terminal only.
  static func progress(_ things: String) -> (@Sendable (Int, Int) -> Void)? {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    return { done, all in
      let end = done == all ? "\n" : ""
      FileHandle.standardError.write(Data("\r\(done) of \(all) \(things)\(end)".utf8))
    }
  }

  /// Writes text to standard output.
  static func say(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// Colours need a terminal, and `NO_COLOR` not set (no-color.org).
  private static func isColored(descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }
}
