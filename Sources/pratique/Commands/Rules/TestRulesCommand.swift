import ArgumentParser
import Foundation
import Reporting
import Workflows

/// Runs the tests in rule files.
struct TestRulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Runs the tests that rules carry.",
    discussion: "Example: pratique rules test Rules/dprk")

  @OptionGroup var geography: GeographyOptions

  @Argument(help: "Rule files or folders; the shipped rules if left out.")
  var paths: [String] = []

  @Flag(name: .long, help: "Print the outcome as JSON.")
  var json = false

  func run() async throws {
    try await Console.running {
      let report = try testRules(at: paths, geography: geography.sources)
      Console.say(json ? report.json : report.text(style: Console.style))
      if !report.hasPassed { throw ExitCode(1) }
    }
  }
}
