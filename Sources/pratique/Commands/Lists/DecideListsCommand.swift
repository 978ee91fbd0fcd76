import ArgumentParser
import Maritime
import Reporting
import Workflows

/// Writes down that an entry of a list is not a vessel or company of the user's.
struct DecideListsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Writes down that a list entry is not one of your subjects.",
    discussion: """
      The decision goes to decisions.yaml beside the lists, which screen reads. It holds until a \
      day, 366 days ahead at most, and only while the entry identifies its subject by the same \
      data. An entry that bears the subject's own IMO number cannot be set aside.

      Example: pratique lists decide ofac-sdn 15036 --vessel 9358010 --reason "other build" \
      --by "J. Silva" --on 2026-01-31 --until 2026-12-31 --lists LISTS
      """)

  @Argument(help: "The id of the list, such as ofac-sdn.")
  var list: String

  @Argument(help: "The publisher's number of the entry.")
  var entry: String

  @Option(name: .long, help: "The vessel that it is not: an IMO number, or an MMSI without one.")
  var vessel: String?

  @Option(
    name: .long,
    help: "The company that it is not: an IMO company number, LEI, registration or name.")
  var company: String?

  @Option(name: .long, help: "Why the two are not the same.")
  var reason: String

  @Option(name: .long, help: "Who decides.")
  var by: String

  @Option(name: .long, help: "The day of the decision.")
  var on: UTCTime

  @Option(name: .long, help: "The first day on which it no longer holds.")
  var until: UTCTime

  @Option(name: .long, help: "The folder that holds the lists.")
  var lists: String

  @Option(name: .long, help: "The file to add to; decisions.yaml of the folder if left out.")
  var decisions: String?

  func validate() throws {
    guard (vessel == nil) != (company == nil) else {
      throw ValidationError("Name the subject with --vessel or with --company.")
    }
  }

  func run() async throws {
    try await Console.running {
      let block = try decideOnEntry(
        EntryDecisionRequest(
          folder: lists, file: decisions, entry: ListEntryKey(list: list, entry: entry),
          vessel: vessel, company: company, reason: reason, approver: by, decided: on,
          expires: until))
      Console.say(block)
    }
  }
}

/// Shows the decisions about list entries.
struct DecisionsListsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions", abstract: "Shows the decisions about list entries on a day.",
    discussion: """
      Exits with 1 when one does not hold: it expired, or its entry changed or is gone.

      Example: pratique lists decisions --lists LISTS --as-of 2026-06-01
      """)

  @Option(name: .long, help: "The folder that holds the lists; the shipped ones if left out.")
  var lists: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Files with decisions, beside decisions.yaml of the lists folder.")
  var decisions: [String] = []

  @Option(name: .long, help: "The day for which to tell.")
  var asOf: UTCTime

  @Flag(name: .long, help: "Print the decisions as JSON.")
  var json = false

  func run() async throws {
    try await Console.running {
      let report = try listDecisions(in: lists, files: decisions, at: asOf)
      Console.say(json ? report.json : report.text(style: Console.style))
      if report.hasLapses { throw ExitCode(1) }
    }
  }
}
