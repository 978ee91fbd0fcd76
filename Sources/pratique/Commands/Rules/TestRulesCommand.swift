import ArgumentParser
import Foundation
import Reporting
import Workflows

/// Runs the tests in rule files.
struct TestRulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Runs the tests that rules carry.",
    discussion: """
      Examples:
        pratique rules test Rules/ports
        pratique rules test --filter dark-port-call --junit tests.xml
      """)

  @OptionGroup var geography: GeographyOptions

  @Argument(help: "Rule files or folders; the shipped rules if left out.")
  var paths: [String] = []

  @Option(name: .long, help: "Only rules and tests with this text in their id or name.")
  var filter: String?

  @Option(name: .long, help: "Write the outcome as JUnit XML to this file, for build servers.")
  var junit: String?

  @Flag(name: .long, help: "Print the outcome as JSON.")
  var json = false

  func run() async throws {
    try await Console.running {
      let report = try testRules(
        at: paths, filter: filter, geography: geography.sources)
      if let junit { try writeJUnit(report, to: junit) }
      Console.say(json ? report.json : report.text(style: Console.style))
      if !report.hasPassed { throw ExitCode(1) }
    }
  }
}
