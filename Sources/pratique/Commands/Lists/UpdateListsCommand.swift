import ArgumentParser
import Reporting
import Workflows

/// Fetches the lists from their publishers.
struct UpdateListsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Fetches the publishers' lists and imports those that changed.",
    discussion: """
      The manifest names the addresses. What has not changed is not fetched again. An answer that is \
      a web page, cut off, too large, of another format or far smaller than before is refused, and \
      the snapshot that is there stays current. Exits with 2 when a list was refused and with 3 when \
      one could not be fetched; the others are imported all the same.

      Example: pratique lists update --lists LISTS --list ofac-sdn --dry-run
      """)

  @Option(name: .long, help: "The folder that holds the lists.")
  var lists: String

  @Option(name: .long, help: "The manifest; Watchlists/manifest.yaml if left out.")
  var manifest: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "The ids of the lists to fetch; all with an address if left out.")
  var list: [String] = []

  @Flag(name: .long, help: "Fetch and check, and change nothing.")
  var dryRun = false

  @Flag(name: .long, help: "Accept a list that lost more than 20 % of its entries.")
  var allowShrinking = false

  @Flag(name: .long, help: "Print the outcome as JSON.")
  var json = false

  func run() async throws {
    try await Console.running {
      let report = try await updateWatchlists(
        WatchlistUpdate(
          folder: lists, manifest: manifest, lists: list, isDryRun: dryRun,
          allowShrinking: allowShrinking))
      Console.say(json ? report.json : report.text(style: Console.style))
      if report.exitCode != 0 { throw ExitCode(report.exitCode) }
    }
  }
}
