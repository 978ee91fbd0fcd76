import ArgumentParser
import Foundation
import Maritime
import Workflows

/// Positions in, facts out.
struct DetectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detect", abstract: "Turns AIS positions and registry rows into facts.",
    discussion: """
      Writes one fact a line, sorted, the same bytes for any number of threads.

      Example: pratique detect --ais day1.csv.gz day2.csv.gz -o facts.ndjson --stats
      """)

  @OptionGroup var feeds: FeedOptions

  @Option(name: .shortAndLong, help: "Where the facts go; - is standard output.")
  var output: String

  @Option(name: .long, help: "Also write the cleaned positions as CSV to this file.")
  var positions: String?

  @Flag(name: .long, help: "Print what was read, rejected and found as JSON on standard error.")
  var stats = false

  func validate() throws {
    if feeds.ais.isEmpty, feeds.registry.isEmpty, feeds.tables.isEmpty {
      throw ValidationError("Give at least one file with --ais, --registry or another input.")
    }
  }

  func run() async throws {
    try await Console.running {
      let found = try await detectFacts(feeds.request, writingTo: output)
      if let positions { try found.writePositions(to: positions) }
      if stats { Console.complain(found.statistics.json.text) }
    }
  }
}
