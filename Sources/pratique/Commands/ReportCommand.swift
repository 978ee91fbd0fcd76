import ArgumentParser
import Foundation
import Reporting
import Workflows

/// Turns verdicts into what people and other programs read.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Writes verdicts as a report that can be filed.",
    discussion: """
      Nothing is screened again: the report says what the verdict says. html is one file without \
      scripts or requests; pdf is the same printed by WeasyPrint (apt-get install weasyprint); \
      geojson holds the track and the facts. With --facts or --db the map and the timeline show \
      all facts that the verdict rests on, with --positions the track (docs/reports.md).

      Examples:
        pratique report verdict.json --format html --db screenings.sqlite -o report.html
        pratique report verdict.json --db screenings.sqlite --bundle verdict.tar
        pratique report verdicts.json --vessel 9358010 --format pdf --coastline land.geojson -o r.pdf
      """)

  @Argument(help: "A file that screen --format json wrote; - is standard input.")
  var file: String

  @Option(name: .long, help: "How to write it: text, json, ndjson, csv, html, geojson or pdf.")
  var format: String = "text"

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Report these vessels of the file only: IMO numbers or MMSIs.")
  var vessel: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "The facts files that the screening read; the verdict's digest must agree.")
  var facts: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Positions to draw as the track: CSV, as detect --positions writes it.")
  var positions: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Coastline files to draw: GeoJSON polygons of land and lakes (docs/geography.md).")
  var coastline: [String] = []

  @Option(name: .long, help: "Take the facts from the store that keeps the verdicts.")
  var db: String?

  @Option(
    name: .long,
    help: "Also write the verdicts with all they depend on, from the store, as one archive.")
  var bundle: String?

  @Option(name: .shortAndLong, help: "Where the report goes.")
  var output: String = "-"

  func validate() throws {
    guard ReportRequest.formats.contains(format) else {
      throw ValidationError("--format is one of \(ReportRequest.formats.joined(separator: ", ")).")
    }
    if format == "pdf", output == "-", isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("A PDF is no text for a terminal; name a file with -o.")
    }
    if db != nil, !facts.isEmpty {
      throw ValidationError("Give facts with --facts or with --db, not both.")
    }
  }

  func run() async throws {
    try await Console.running {
      if let bundle {
        let replay = try bundleVerdicts(file, vessels: vessel, store: db, to: bundle)
        Console.complain("\(bundle): \(replay.text.trimmingCharacters(in: .newlines))")
        // Who asks for an archive alone need not be shown the verdict.
        if output == "-" { return }
      }
      try reportVerdicts(
        ReportRequest(
          file: file, format: format, vessels: vessel, factFiles: facts,
          positionFiles: positions, coastlineFiles: coastline, store: db),
        style: output == "-" ? Console.style : .plain, to: output)
    }
  }
}
