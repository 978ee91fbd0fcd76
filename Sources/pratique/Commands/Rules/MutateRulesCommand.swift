import ArgumentParser
import Foundation
import Reporting
import Workflows

/// Changes rules in small ways and shows which changes their cases miss.
struct MutateRulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract: "Changes rules in small ways and shows which changes their cases miss.",
    discussion: """
      A threshold moves by a step, a clause is dropped or negated, any and all change places, a \
      window is halved, a floor removed. Each change that no case notices is shown with the line \
      that would notice it.

      Examples:
        pratique rules mutate Rules/ports/dprk-dark-port-call.yaml
        pratique rules mutate Rules --fail-under 90
      """)

  @OptionGroup var geography: GeographyOptions

  @Argument(help: "Rule files or folders; the shipped rules if left out.")
  var paths: [String] = []

  @Option(name: .long, help: "Change only the rule with this id.")
  var rule: String?

  @Option(name: .long, help: "Exit with 1 when fewer changes are noticed, in percent.")
  var failUnder: Int?

  @Option(name: .long, help: "How many threads to use; the report is the same for any number.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .long, help: "Print the outcome as JSON.")
  var json = false

  func validate() throws {
    try checkThreads(threads)
    guard (0...100).contains(failUnder ?? 0) else {
      throw ValidationError("--fail-under takes a number from 0 to 100.")
    }
  }

  func run() async throws {
    try await Console.running {
      let report = try await mutateRules(
        at: paths, rule: rule, geography: geography.sources, threads: threads)
      Console.say(json ? report.json : report.text(style: Console.style))
      if !report.hasPassed || report.score < failUnder ?? 0 { throw ExitCode(1) }
    }
  }
}
