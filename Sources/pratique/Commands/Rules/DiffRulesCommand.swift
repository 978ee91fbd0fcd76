import ArgumentParser
import Foundation
import Maritime
import Reporting
import Workflows

/// Compares two sets of rules on a fleet.
struct DiffRulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows which verdicts two sets of rules give differently, and the first reason.",
    discussion: """
      Exits with 1 when the disposition of a vessel differs.

      Example: pratique rules diff released/Rules Rules --facts facts.ndjson
      """)

  @Argument(help: "The rules as they were: a file or folder.")
  var old: String

  @Argument(help: "The rules as they are: a file or folder.")
  var new: String

  @Option(
    name: .long, parsing: .upToNextOption, help: "Facts files (NDJSON), as detect writes them.")
  var facts: [String]

  @Option(name: .long, help: "The folder that holds the lists; the shipped ones if left out.")
  var lists: String?

  @Option(name: .long, help: "The policy for both; policy.yaml of each folder if left out.")
  var policy: String?

  @Option(name: .long, help: "The day or time to screen for.")
  var asOf: UTCTime?

  @Option(name: .long, help: "How many threads to use; the report is the same for any number.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .long, help: "Print the differences as JSON.")
  var json = false

  func validate() throws { try checkThreads(threads) }

  func run() async throws {
    try await Console.running {
      let report = try await diffRules(
        RuleDiffRequest(
          old: old, new: new, factFiles: facts, lists: lists, policyFile: policy, asOf: asOf,
          threads: threads))
      Console.say(json ? report.json : report.text(style: Console.style))
      if !report.isEmpty { throw ExitCode(1) }
    }
  }
}
