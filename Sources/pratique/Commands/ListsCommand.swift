import ArgumentParser
import Foundation
import Maritime
import Reporting
import Workflows

/// Keeps sanctions lists as dated snapshots.
struct ListsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lists", abstract: "Imports, searches and describes sanctions lists.",
    subcommands: [
      Import.self, UpdateListsCommand.self, Search.self, MatchListsCommand.self, Status.self,
      DiffListsCommand.self, DecideListsCommand.self, DecisionsListsCommand.self,
    ])

  /// Imports list files as snapshots.
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Imports list files as dated snapshots.",
      discussion: """
        A snapshot becomes current only when it is whole. OFAC's sdn, alt, add and sdn_comments \
        files belong together: name them in one call.

        Example: pratique lists import sdn.csv alt.csv add.csv --lists LISTS --published 2024-05-03
        """)

    @Argument(help: "List files of the publishers, or house lists in YAML or CSV.")
    var files: [String]

    @Option(name: .long, help: "The folder that holds the lists.")
    var lists: String

    @Option(name: .customLong("as"), help: "The format, instead of looking at the content.")
    var format: String?

    @Option(name: .long, help: "When the publisher published the list, if the file does not say.")
    var published: UTCTime?

    @Flag(name: .long, help: "Accept a list that lost more than 20 % of its entries.")
    var allowShrinking = false

    @Flag(name: .long, help: "Print the outcome as JSON.")
    var json = false

    func run() async throws {
      try await Console.running {
        let outcome = try importWatchlists(
          WatchlistImport(
            files: files, folder: lists, format: format, published: published,
            allowShrinking: allowShrinking))
        Console.say(json ? outcome.json : outcome.text(style: Console.style))
      }
    }
  }

  /// Searches the current snapshots.
  struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Finds entries by IMO number, MMSI or name, and says why they match.",
      discussion: """
        Names in other spellings and scripts are found too, after those that are equal.

        Example: pratique lists search 9358010 --lists LISTS
        """)

    @Argument(help: "An IMO number, an MMSI or a name.")
    var text: String

    @Option(name: .long, help: "The folder that holds the lists; the shipped ones if left out.")
    var lists: String?

    @Option(name: .long, help: "How many entries to show.")
    var limit: Int = 20

    @Flag(name: .long, help: "Print the entries as JSON.")
    var json = false

    func run() async throws {
      try await Console.running {
        let found = try searchWatchlists(for: text, in: lists, limit: limit)
        Console.say(json ? found.json : found.text(style: Console.style))
      }
    }
  }

  /// Describes the current snapshots.
  struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows the current snapshot of each list, and how old it is on a day.",
      discussion: """
        With --as-of it exits with 1 when a list is older than the policy allows, or a list for a \
        regime is missing.

        Example: pratique lists status --lists LISTS --as-of 2026-10-01 --regimes us,eu
        """)

    @Option(name: .long, help: "The folder that holds the lists; the shipped ones if left out.")
    var lists: String?

    @Option(name: .long, help: "The day for which to tell how old the lists are.")
    var asOf: UTCTime?

    @Option(
      name: .long, help: "The policy file with the ages allowed; the shipped one if left out.")
    var policy: String?

    @Option(name: .long, help: "The regimes that need a list; those of the policy if left out.")
    var regimes: String?

    @Flag(name: .long, help: "Print the snapshots as JSON.")
    var json = false

    func validate() throws {
      guard asOf != nil || (policy == nil && regimes == nil) else {
        throw ValidationError("--policy and --regimes judge the lists of a day: add --as-of DAY.")
      }
    }

    func run() async throws {
      try await Console.running {
        let status = try watchlistStatus(
          WatchlistStatus(
            folder: lists, asOf: asOf, policyFile: policy,
            regimes: regimes.map { $0.split(separator: ",").map(String.init) } ?? []))
        Console.say(json ? status.json : status.text(style: Console.style))
        if json { status.complaints.forEach(Console.complain) }
        if status.hasProblems { throw ExitCode(1) }
      }
    }
  }
}
