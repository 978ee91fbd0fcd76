import Maritime
import Screening

/// What the template shows of a company beyond what it shows of every subject.
struct CompanyView {
  struct Tie {
    let holder: String
    let part: String
    let company: String
    let listed: String?
    let entries: [String]
    let hasEntries: Bool
    let source: String
    let lines: String
  }

  struct Vessel {
    let name: String
    let numbers: String
    let parts: String
    let disposition: String
    let reason: String
  }

  let chain: [Tie]
  let hasChain: Bool
  let vessels: [Vessel]
  let hasVessels: Bool

  init(_ record: CompanyRecord) {
    chain = record.chain.map { tie in
      Tie(
        holder: tie.holder.description,
        part: [tie.role, tie.partWords].compactMap(\.self).joined(separator: ", "),
        company: tie.company.description, listed: tie.listedWords,
        entries: tie.listEntries.map(\.sentence), hasEntries: !tie.listEntries.isEmpty,
        source: tie.fact.header.source, lines: tie.fact.places)
    }
    hasChain = !chain.isEmpty
    vessels = record.vessels.map { vessel in
      Vessel(
        name: vessel.verdict.title, numbers: vessel.verdict.numbers,
        parts: vessel.parts.joined(separator: ", "),
        disposition: vessel.verdict.disposition.headline, reason: vessel.verdict.reason)
    }
    hasVessels = !vessels.isEmpty
  }
}
