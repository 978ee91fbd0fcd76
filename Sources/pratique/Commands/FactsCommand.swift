public import ArgumentParser
import Foundation
public import Workflows

/// Looks at facts files and makes them.
struct FactsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "Checks and shows facts files, and makes them from other systems' files.",
    subcommands: [Validate.self, Show.self, Import.self])

  /// Checks a facts file line by line.
  struct Validate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks every line of a facts file.",
      discussion: "Example: pratique facts validate facts.ndjson")

    @Argument(help: "A facts file (NDJSON); - is standard input.")
    var file: String

    func run() async throws {
      try await Console.running {
        let report = try validateFacts(file)
        Console.say(report.text)
        if !report.isValid { throw ExitCode(2) }
      }
    }
  }

  /// Shows what a facts file says of a vessel.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows the facts of a vessel, every field and the lines behind it.",
      discussion: "Example: pratique facts show facts.ndjson --vessel 9358010")

    @Argument(help: "A facts file (NDJSON); - is standard input.")
    var file: String

    @Option(name: .long, help: "An IMO number or an MMSI.")
    var vessel: String

    @Flag(name: .long, help: "Print the facts as the lines of a facts file.")
    var json = false

    func run() async throws {
      try await Console.running {
        let shown = try showFacts(file, of: vessel)
        Console.say(json ? shown.lines : shown.text(style: Console.style))
      }
    }
  }

  /// Turns a file of another system into a facts file.
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Turns another system's file into a facts file.",
      discussion: """
        gfw: events of the Global Fishing Watch API. ftm: entities of FollowTheMoney, the format \
        of OpenSanctions. csv: one fact a row. What tells no fact is counted on standard error (docs/imports.md).

        Example: pratique facts import events.json --from gfw -o facts.ndjson
        """)

    @Argument(help: "The file, plain, gzip or zstd; - is standard input.")
    var file: String

    @Option(name: .long, help: "What the file is: gfw, ftm or csv.")
    var from: FactFormat

    @Option(name: .shortAndLong, help: "Where the facts go; - is standard output.")
    var output: String

    func run() async throws {
      try await Console.running {
        let imported = try importFacts(file, from: from)
        try writeFacts(imported, to: output)
        Console.complain(imported.text)
      }
    }
  }
}

extension FactFormat: ExpressibleByArgument {}
