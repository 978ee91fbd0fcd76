import ArgumentParser
import Workflows

/// The command line.
@main
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
      ScreenCommand.self, DetectCommand.self, FactsCommand.self, RulesCommand.self,
      ListsCommand.self,
    ])
}
