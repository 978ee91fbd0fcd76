import ArgumentParser
import Foundation
import Reporting
import Workflows

/// Compiles rules and shows what is wrong with them.
struct CheckRulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compiles rules and shows every mistake.",
    discussion: "Example: pratique rules check Rules")

  @OptionGroup var geography: GeographyOptions

  @Argument(help: "Rule files or folders; the shipped rules if left out.")
  var paths: [String] = []

  @Flag(name: .long, help: "Print the diagnostics as JSON.")
  var json = false

  func run() async throws {
    try await Console.running {
      let check = try checkRules(at: paths, geography: geography.sources)
      Console.say(json ? check.report.json : check.text(style: Console.style))
      if !check.isClean { throw ExitCode(2) }
    }
  }
}
