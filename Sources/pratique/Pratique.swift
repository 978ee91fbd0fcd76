import ArgumentParser
import Foundation
import Workflows

/// The command line.
struct Pratique: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pratique",
    abstract: "May I deal with this vessel, and why?",
    discussion: """
      Reads what vessels did, compares it with rules and sanctions lists, and says what is \
      prohibited, what is suspicious and what could not be determined.

      Example: pratique screen --example msmt-2025

      Exit codes: 0 nothing at or above --fail-on; 1 something is; 2 bad input or usage; \
      3 the machine failed.
      """,
    version: engineVersion,
    subcommands: [
      ScreenCommand.self, MonitorCommand.self, DetectCommand.self, FactsCommand.self,
      RulesCommand.self, ListsCommand.self, CasesCommand.self, ReportCommand.self,
      ReplayCommand.self, StoreCommand.self, AuditCommand.self,
    ])
}

/// Starts the command that the user named.
@main
enum Program {
  /// Bad usage ends in 2 as the contract asks; the argument parser would end in 64.
  static func main() async {
    do {
      var command = try Pratique.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard Pratique.exitCode(for: error) == .validationFailure else {
        Pratique.exit(withError: error)
      }
      Console.complain(Pratique.fullMessage(for: error))
      exit(2)
    }
  }
}
