import ArgumentParser
import Foundation
import Workflows

/// Looks at facts files.
struct FactsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "Checks facts files.", subcommands: [Validate.self])

  /// Checks a facts file line by line.
  struct Validate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks every line of a facts file.",
      discussion: "Example: pratique facts validate facts.ndjson")

    @Argument(help: "A facts file (NDJSON); - is standard input.")
    var file: String

    func run() async throws {
      try await Console.running {
        let report = try validateFacts(file)
        Console.say(report.text)
        if !report.isValid { throw ExitCode(2) }
      }
    }
  }
}
