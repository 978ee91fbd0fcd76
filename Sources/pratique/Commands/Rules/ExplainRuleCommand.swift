import ArgumentParser
import Foundation
import Maritime
import Reporting
import Workflows

/// Explains what a rule says about a vessel.
struct ExplainRuleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows each clause of a rule with what it saw, and what stops the rule.",
    discussion: """
      When the rule does not fire, the smallest set of clauses that stop it is shown, each with how \
      much is missing. --set asks what it would say of other facts: a kind of fact, the number of \
      the fact where there are several, a field and a value; unknown takes the value away.

      Examples:
        pratique rules explain dprk-dark-port-call --facts facts.ndjson --vessel 9000003
        pratique rules explain dprk-dark-port-call --facts facts.ndjson --vessel 9000003 \
      --set ais_gap.duration=12h --set 'port_call[2].port=KPNAM'
      """)

  @OptionGroup var geography: GeographyOptions

  @Argument(help: "The id of a shipped rule, or a rule file.")
  var rule: String

  @Option(
    name: .long, parsing: .upToNextOption, help: "Facts files (NDJSON), as detect writes them.")
  var facts: [String]

  @Option(name: .long, help: "An IMO number or an MMSI.")
  var vessel: String

  @Option(name: .long, help: "The day or time to ask for; the latest of the facts if left out.")
  var asOf: UTCTime?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "A change to try: fact.field=value or vessel.field=value.")
  var changes: [String] = []

  @Option(name: .long, help: "The folder that holds the lists; the shipped ones if left out.")
  var lists: String?

  @Flag(name: .long, help: "Print the explanation as JSON.")
  var json = false

  func run() async throws {
    try await Console.running {
      let report = try explainRule(
        RuleExplanationRequest(
          rule: rule, factFiles: facts, vessel: vessel, asOf: asOf, changes: changes,
          lists: lists, geography: geography.sources))
      Console.say(json ? report.json : report.text(style: Console.style))
    }
  }
}
