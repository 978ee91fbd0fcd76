import ArgumentParser
import Foundation
import Reporting
import Workflows

/// Tools for people who write rules.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Checks and tests rules.",
    subcommands: [Check.self, Test.self])

  /// Compiles rules and shows what is wrong with them.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compiles rules and shows every mistake.",
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

  /// Runs the tests in rule files.
  struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Runs the tests that rules carry.",
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
}

/// Ports and zones that rules may name beside the shipped ones.
struct GeographyOptions: ParsableArguments {
  @Option(name: .long, parsing: .upToNextOption, help: "Port files beside the shipped gazetteer.")
  var ports: [String] = []

  @Option(name: .long, parsing: .upToNextOption, help: "Zone files beside the shipped gazetteer.")
  var zones: [String] = []

  /// The files as the workflow takes them.
  var sources: GeographySources { GeographySources(portFiles: ports, zoneFiles: zones) }
}
