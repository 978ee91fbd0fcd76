import Maritime
import Screening

/// One company's verdict on one page: what decides, who stands above it, and its vessels.
enum CompanyPage {
  static func text(of verdict: Verdict, _ company: CompanyRecord, style: ReportStyle) -> String {
    var page = TextPage(style)
    page.addHeadline(verdict, particulars: company.particulars)
    page.addFindings("PROHIBITIONS", verdict.gates)
    page.addFindings("FINDINGS", verdict.countedFindings.filter { !$0.isGate })
    page.addChain(company.chain)
    page.addVessels(company.vessels, style: style)
    page.addUndetermined(verdict.undetermined)
    page.addSuppressed(verdict)
    page.addDecisions(verdict)
    page.addChecked(verdict)
    return page.text
  }
}

extension TextPage {
  fileprivate mutating func addChain(_ chain: [CompanyRecord.Tie]) {
    heading("OWNERS AND MANAGERS")
    if chain.isEmpty { add("  none known") }
    for tie in chain {
      let space = String(repeating: "  ", count: min(tie.level, 6))
      paragraph(tie.words, indent: space.count + 2, lead: space + "· ")
      for entry in tie.listEntries {
        paragraph(entry.sentence, indent: space.count + 4, lead: space + "  - ")
      }
    }
  }

  fileprivate mutating func addVessels(_ vessels: [CompanyRecord.Vessel], style: ReportStyle) {
    heading("VESSELS")
    guard !vessels.isEmpty else { return add("  none known") }
    let table = TextTable(
      headings: ["disposition", "number", "name", "part", "why"],
      rows: vessels.map { vessel in
        let verdict = vessel.verdict
        return [
          verdict.disposition.rawValue, verdict.subject.vessel.number, verdict.subject.name ?? "–",
          vessel.parts.joined(separator: ", "), verdict.shortReason,
        ]
      })
    for line in table.lines(style: style) { add(line) }
    add("The page of one vessel: --vessel NUMBER")
  }
}

extension CompanyRecord {
  /// The numbers, those that are not known said to be so, and other names.
  var particulars: String {
    let numbers = [
      company.number.map { "IMO company \($0)" } ?? "no IMO company number known",
      company.lei.map { "LEI \($0)" }, company.registration.map { "registration \($0)" },
    ].compactMap(\.self)
    let names = Set(alsoKnownAs.compactMap(\.name)).subtracting([company.name ?? ""]).sorted()
    let also = names.isEmpty ? [] : ["also " + names.joined(separator: ", ")]
    return (numbers + also).joined(separator: "  ·  ")
  }
}

extension CompanyRecord.Tie {
  /// `BETA LTD: shareholder, 60 % of ALPHA LTD (holdings.csv:3), LISTED`.
  fileprivate var words: String {
    let part = partWords.map { ", " + $0 } ?? ""
    let listed = listedWords.map { ", " + $0 } ?? ""
    return "\(holder): \(role)\(part) of \(company) (\(fact.places))\(listed)"
  }

  /// How much is held; `nil` of a role that has no share.
  var partWords: String? {
    guard role == "shareholder" else { return nil }
    return share.map { Quantity(.ratio, steps: $0).percent } ?? "a share that is not known"
  }

  /// Whether the holder is on a list; `nil` when no entry names it.
  var listedWords: String? {
    isListed ? "LISTED" : listEntries.isEmpty ? nil : "may be listed"
  }
}
