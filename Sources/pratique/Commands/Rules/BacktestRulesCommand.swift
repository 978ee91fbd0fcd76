import ArgumentParser
import Foundation
import Reporting
import Workflows

/// Tries rules on the past.
struct BacktestRulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Asks rules at dates of the past and compares with who was designated later.",
    discussion: """
      At each date a rule sees only the facts that had begun and the lists that had been \
      published. Who was designated, and when, is taken from the lists or from a file.

      Examples:
        pratique rules backtest Rules --facts facts.ndjson
        pratique rules backtest Rules/ports --facts facts.ndjson --truth designated.csv --every 2w
      """)

  @OptionGroup var geography: GeographyOptions

  @Argument(help: "Rule files or folders; the shipped rules if left out.")
  var paths: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption, help: "Facts files (NDJSON), as detect writes them.")
  var facts: [String]

  @Option(name: .long, help: "The folder that holds the lists; the shipped ones if left out.")
  var lists: String?

  @Option(
    name: .long, help: "A CSV file imo,designated_from[,designated_to] in place of the lists.")
  var truth: String?

  @Option(name: .long, help: "The time between the dates: a number and d, w, mo or y.")
  var every: String = "1mo"

  @Option(name: .long, help: "How many threads to use; the report is the same for any number.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .long, help: "Print the figures as JSON.")
  var json = false

  func validate() throws { try checkThreads(threads) }

  func run() async throws {
    try await Console.running {
      let report = try await backtestRules(
        BacktestRequest(
          rules: paths, factFiles: facts, lists: lists, truthFile: truth, every: every,
          threads: threads, geography: geography.sources))
      Console.say(json ? report.json : report.text(style: Console.style))
    }
  }
}
