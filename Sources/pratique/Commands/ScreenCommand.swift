import ArgumentParser
import Foundation
import Maritime
import Reporting
import Screening
import Workflows

/// Tracks and lists in, explained verdicts out.
struct ScreenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen", abstract: "Says for each vessel whether you may deal with it, and why.",
    discussion: """
      Without --as-of the verdict is as of the latest moment that any input knows about.

      Examples:
        pratique screen --example msmt-2025
        pratique screen --ais week.csv --lists LISTS --vessel 9358010 --as-of 2025-06-01
        pratique screen --ais week.csv --lists LISTS --fleet fleet.csv --format csv -o verdicts.csv
        pratique screen --facts week.ndjson --fleet fleet.csv --db screenings.sqlite
        pratique screen --facts week.ndjson --ownership holders.csv --company IMO:5123456
        pratique screen --example msmt-2025 --vessel 9125786 --set port_call.port=CNDLC

      With --db each verdict is kept with everything it depends on. A fleet is then screened only
      as far as its facts, lists or rules changed, goes on where an interrupted run stopped, and
      as text gives what changed since the last run.
      """)

  @OptionGroup var inputs: ScreeningOptions

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Companies with their owners and vessels: a name, or IMO:, LEI: or REG: and a number.")
  var company: [String] = []

  @Option(name: .long, help: "How to write the verdicts: text, json or csv.")
  var format: String = "text"

  @Option(name: .shortAndLong, help: "Where the verdicts go; a .ndjson file gets one a line.")
  var output: String = "-"

  @OptionGroup var ending: LimitOption

  @Option(name: .long, help: "Screen a bundled example instead: msmt-2025.")
  var example: String?

  @Option(
    name: .customLong("set"), parsing: .upToNextOption,
    help: "What if: change values of one vessel's facts, such as ais_gap.duration=12h.")
  var changes: [String] = []

  @OptionGroup var keeping: KeepingOptions

  func validate() throws {
    let formats = ReportFormat.all.map(\.name)
    guard formats.contains(format) else {
      throw ValidationError("--format is one of \(formats.joined(separator: ", ")).")
    }
    if !changes.isEmpty, !["text", "json"].contains(format) || keeping.isAsked {
      throw ValidationError("--set is written as text or json, and never kept in a store.")
    }
    try validateCompanies()
    if example == nil, !inputs.haveRows, !inputs.haveSubject, company.isEmpty {
      throw ValidationError(
        "Give AIS files with --ais, facts with --facts, vessels with --vessel, or --example NAME.")
    }
    if example != nil, inputs.haveRows {
      throw ValidationError(
        "--example brings its own inputs; leave out --ais, --facts, --registry.")
    }
  }

  private func validateCompanies() throws {
    guard !company.isEmpty else { return }
    if inputs.haveSubject {
      throw ValidationError("--company stands alone: leave out --vessel and --fleet.")
    }
    if !changes.isEmpty {
      throw ValidationError("--set asks about one vessel: leave out --company.")
    }
    if keeping.isAsked {
      throw ValidationError(
        "A verdict on a company cannot be kept in a store: leave out --db and --keep, or keep those"
          + " of its vessels with --vessel.")
    }
  }

  func run() async throws {
    try await Console.running {
      if !changes.isEmpty { return try await askWhatIf() }
      if keeping.isAsked { return try await keep() }
      let result = try await screenVessels(request)
      try write(result)
      if let limit = ending.limit,
        result.verdicts.contains(where: { $0.disposition >= limit })
      {
        throw ExitCode(1)
      }
    }
  }

  /// Shows the verdict as it is and as it would be.
  private func askWhatIf() async throws {
    let report = try await screenWhatIf(request, changes: changes)
    let style = output == "-" ? Console.style : .plain
    try writeText(format == "json" ? report.json : report.text(style: style), to: output)
    if let limit = ending.limit, report.after.disposition >= limit {
      throw ExitCode(1)
    }
  }

  /// Screens into the store; only what a fleet's text and JSON need not show is taken over.
  private func keep() async throws {
    let isFleet = inputs.fleet != nil && format != "csv"
    let screening = try await screenIntoStore(
      StoreScreeningRequest(
        screening: request, store: keeping.db, at: keeping.act.time, actor: keeping.act.actor,
        carries: isFleet, progress: Console.progress("vessels")))
    if isFleet {
      try writeRun(
        screening, format: format, style: output == "-" ? Console.style : .plain, to: output)
    } else {
      try write(try await screening.whole())
    }
    if let limit = ending.limit, try screening.reaches(limit) {
      throw ExitCode(1)
    }
  }

  private var request: ScreeningRequest {
    var request = inputs.request(example: example)
    request.companies = company
    return request
  }

  private func write(_ result: ScreeningResult) throws {
    let style = output == "-" ? Console.style : .plain
    try writeVerdicts(result, format: format, style: style, to: output)
  }
}
