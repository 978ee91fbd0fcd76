import ArgumentParser
import Foundation
import Reporting
import Workflows

/// Measures what the cases of rules show of their clauses.
struct CoverRulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cover",
    abstract: "Shows which clauses the cases of rules saw true, false, unknown and decisive.",
    discussion: """
      Every clause gets four marks in the margin: T seen true, F seen false, U seen unknown, D \
      decisive: in one case the rule answers otherwise when that clause alone is turned round.

      Examples:
        pratique rules cover Rules/ports/dprk-dark-port-call.yaml --all
        pratique rules cover Rules --fail-under-true-false 100 --fail-under-decisive 90
      """)

  @OptionGroup var geography: GeographyOptions

  @Argument(help: "Rule files or folders; the shipped rules if left out.")
  var paths: [String] = []

  @Flag(name: .long, help: "Show the text of rules in which nothing is missing too.")
  var all = false

  @Option(name: .long, help: "Exit with 1 below this share of clauses seen both ways, in percent.")
  var failUnderTrueFalse: Int?

  @Option(name: .long, help: "Exit with 1 below this share of decisive clauses, in percent.")
  var failUnderDecisive: Int?

  @Option(name: .long, help: "Exit with 1 below this share of clauses seen unknown, in percent.")
  var failUnderUnknown: Int?

  @Option(name: .long, help: "How many threads to use; the report is the same for any number.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .long, help: "Print the clauses as JSON.")
  var json = false

  func validate() throws {
    try checkThreads(threads)
    let limits = [failUnderTrueFalse, failUnderDecisive, failUnderUnknown]
    guard limits.compactMap(\.self).allSatisfy((0...100).contains) else {
      throw ValidationError("A --fail-under option takes a number from 0 to 100.")
    }
  }

  func run() async throws {
    try await Console.running {
      let report = try await coverRules(
        at: paths, geography: geography.sources, threads: threads)
      Console.say(json ? report.json : report.text(showsWhole: all, style: Console.style))
      let isBelow =
        report.trueAndFalse.percent < failUnderTrueFalse ?? 0
        || report.decisive.percent < failUnderDecisive ?? 0
        || report.unknown.percent < failUnderUnknown ?? 0
      if isBelow { throw ExitCode(1) }
    }
  }
}
