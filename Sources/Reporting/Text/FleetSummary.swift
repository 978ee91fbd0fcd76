import Maritime
import RuleLanguage
import Screening

/// The verdicts of many vessels: how many of each disposition, then the vessels, the worst first.
enum FleetSummary {
  /// Beyond fifty rows a terminal is the wrong place: our own default.
  private static let mostRows = 50

  static func text(of verdicts: [Verdict], style: ReportStyle) -> String {
    var page = TextPage(style)
    let paint = page.paint
    page.add(paint("\(Quantity.count(verdicts.count)) vessels screened", .bold))
    for disposition in Disposition.allCases.reversed() {
      let count = verdicts.count { $0.disposition == disposition }
      let word = TerminalText.fitted(disposition.rawValue, to: 13)
      page.add("  " + paint(word, disposition.tone) + String(count))
    }
    let rows = verdicts.filter { $0.disposition > .clear }.sorted(by: isWorse)
    guard !rows.isEmpty else { return page.text }
    page.add()
    for line in table(of: rows.prefix(mostRows)).lines(style: style) { page.add(line) }
    page.add()
    if rows.count > mostRows {
      let more = Quantity.count(rows.count - mostRows)
      page.add("… and \(more) more; the formats csv and json have every vessel.")
    }
    let clear = verdicts.count - rows.count
    if clear > 0 {
      let vessels = clear == 1 ? "clear vessel is" : "clear vessels are"
      page.add("\(Quantity.count(clear)) \(vessels) left out here.")
    }
    page.add("The page of one vessel: --vessel NUMBER")
    return page.text
  }

  private static func isWorse(_ a: Verdict, _ b: Verdict) -> Bool {
    if a.disposition != b.disposition { return a.disposition > b.disposition }
    if a.score != b.score { return a.score > b.score }
    return a.subject.vessel < b.subject.vessel
  }

  private static func table(of verdicts: some Sequence<Verdict>) -> TextTable {
    TextTable(
      headings: ["disposition", "points", "number", "name", "flag", "why"],
      rows: verdicts.map { verdict in
        [
          verdict.disposition.rawValue, verdict.score.description,
          verdict.subject.vessel.number, verdict.subject.name ?? "–",
          verdict.subject.flag?.code ?? "–", verdict.shortReason,
        ]
      })
  }
}

extension VesselReference {
  /// The number of the hull, or of the radio when that is all there is.
  var number: String {
    imo?.description ?? mmsi?.description ?? "–"
  }
}

extension Verdict {
  /// The rules that fired, or the questions that are open: a row has no room for sentences.
  var shortReason: String {
    let open = undetermined.filter(\.keepsFromClear).map(\.rule)
    let names = countedFindings.isEmpty ? open : countedFindings.map(\.rule)
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.joined(separator: ", ")
  }
}
