import ArgumentParser
import Maritime
import Reporting
import Workflows

/// Compares two snapshots of a list.
struct DiffListsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows which entries two snapshots of a list differ in, field by field.",
    discussion: """
      A snapshot is a file, LIST@DATE (the one that was current on that day) or the beginning of a \
      digest. With the name of a list alone, its two newest snapshots are compared, or those of \
      --from and --to. Exits with 1 when they differ.

      Examples:
        pratique lists diff ofac-sdn --lists LISTS
        pratique lists diff ofac-sdn@2024-05-03 ofac-sdn@2025-05-03 --lists LISTS --json
        pratique lists diff house-2026-01.csv house-2026-02.csv
      """)

  @Argument(help: "Two snapshots, or one list.")
  var names: [String]

  @Option(name: .long, help: "The folder that holds the lists; the shipped ones if left out.")
  var lists: String?

  @Option(name: .long, help: "With one list: the day of the first snapshot; else the last but one.")
  var from: UTCTime?

  @Option(name: .long, help: "With one list: the day of the second snapshot; else the newest.")
  var to: UTCTime?

  @Flag(name: .long, help: "Print the differences as JSON.")
  var json = false

  func validate() throws {
    guard (1...2).contains(names.count) else {
      throw ValidationError("Name two snapshots, or one list.")
    }
    guard names.count == 1 || (from == nil && to == nil) else {
      throw ValidationError("--from and --to choose snapshots of one list; leave out the second.")
    }
  }

  func run() async throws {
    try await Console.running {
      let report = try diffWatchlists(
        WatchlistDiff(names: names, folder: lists, from: from, to: to))
      Console.say(json ? report.json : report.text(style: Console.style))
      if !report.isEmpty { throw ExitCode(1) }
    }
  }
}
