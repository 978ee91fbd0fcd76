import ArgumentParser
import Foundation
import Maritime
import Reporting
import Workflows

/// Looks the rows of a file up in the lists.
struct MatchListsCommand: AsyncParsableCommand {
  /// How the outcome is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json
  }

  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Looks every row of a CSV file up by number and by name.",
    discussion: """
      The columns are id, schema (vessel, company or person), name, imo, mmsi, flag and country. A \
      number decides; a number with a mistake and a name alone are questions for a person, for or \
      against which flag and country speak. Exits with 1 when a row may mean an entry.

      Example: pratique lists match fleet.csv --lists LISTS --threshold 0.85 -o hits.csv
      """)

  @Argument(help: "A CSV file with a header.")
  var file: String

  @Option(name: .long, help: "The folder that holds the lists; the shipped ones if left out.")
  var lists: String?

  @Option(
    name: .long, help: "The least score of a name, 0 to 1; 0.5, the default, is as likely as not.")
  var threshold: Double = Double(WatchlistMatching.usualThreshold) / 100

  @Option(name: .long, help: "How many entries to show for a row.")
  var limit: Int = 10

  @Option(name: .long, help: "How many threads to use; the result is the same for any number.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    name: .long, help: "How to write the outcome: text, csv or json; else as the output is named.")
  var format: Format?

  @Option(name: [.customShort("o"), .customLong("output")], help: "Where the outcome goes.")
  var output: String = "-"

  func validate() throws {
    guard (0...1).contains(threshold) else {
      throw ValidationError("--threshold takes a number from 0 to 1.")
    }
    guard (1...1000).contains(limit) else {
      throw ValidationError("--limit takes a number from 1 to 1000.")
    }
    try checkThreads(threads)
  }

  func run() async throws {
    try await Console.running {
      let report = try await matchWatchlists(
        WatchlistMatching(
          file: file, folder: lists, threshold: points, limit: limit,
          threads: threads))
      let text =
        switch format ?? Self.format(of: output) {
        case .text: report.text(style: Console.style)
        case .csv: report.csv
        case .json: report.json
        }
      try writeText(text, to: output)
      if report.hits > 0 { throw ExitCode(1) }
    }
  }

  /// The score as points, of which a hundred are 1; a hair above a point, as 0.07 times 100 is, is
  /// that point.
  private var points: Int { Int((threshold * 100 - 1e-9).rounded(.up)) }

  private static func format(of output: String) -> Format {
    Format.allCases.first { output.hasSuffix("." + $0.rawValue) } ?? .text
  }
}
