import Maritime
import RuleLanguage
import Screening
import TestSupport
import Watchlists

/// Companies called by numbers, who holds them, and which are listed.
struct SampleHoldings {
  /// A row.
  struct Row {
    var holder: Int
    var company: Int
    /// In percent; `nil` when not known.
    var percent: Int64?
    var role = "shareholder"
    var isJoint: Bool?
    var end: String?
  }

  var rows: [Row] = []
  var listed: Set<Int> = []
  /// Those that only a name ties to a list.
  var alike: Set<Int> = []

  static func company(_ index: Int) -> CompanyReference {
    guard let company = CompanyReference(number: "\(5_000_000 + index)", name: "C\(index)") else {
      preconditionFailure("a company has a name")
    }
    return company
  }

  private struct Link {
    let row: Row
  }

  private static let schema = FactSchema<Link>(
    "holding", "A part in a company.", isAboutVessel: false,
    fields: [
      FactField("role", .text, "What.") { .word($0.row.role) },
      FactField("company", .company, "Held.") { .company(company($0.row.company)) },
      FactField("holder", .company, "Holder.") { .company(company($0.row.holder)) },
      FactField(optional: "share", .quantity(.ratio), "Share.") {
        $0.row.percent.map { .quantity(Quantity(.ratio, steps: $0 * 10_000)) }
      },
      FactField(optional: "joint", .bool, "Joint.") { $0.row.isJoint.map(FactValue.bool) },
    ])

  private struct Part {
    let company: Int
  }

  private static let party = FactSchema<Part>(
    "party", "A part in a vessel.",
    fields: [
      FactField("role", .text, "What.") { _ in .word("registered_owner") },
      FactField("company", .company, "Who.") { .company(company($0.company)) },
    ])

  private var facts: [Fact] {
    rows.enumerated().map { index, row in
      Self.schema.fact(
        Link(row: row),
        FactHeader(
          vessel: .noVessel, span: TimeSpan(start: utc("2020-01-01"), end: row.end.map(utc)),
          position: nil, source: "registry",
          evidence: [Evidence(file: "h.csv", line: index + 2, time: nil)], detector: nil))
    }
  }

  /// The facts about ownership of a vessel that belongs to each of so many companies.
  func ownership(
    of count: Int, regime: String, asOf: UTCTime = utc("2026-03-01"),
    policy: Policy = .standard
  ) -> [Fact?] {
    var seen: [Fact?] = Array(repeating: nil, count: count)
    let probe = ScreeningRule(header: .sample("probe")) { input in
      let facts = input.facts.filter { $0.kind.name == "designated_ownership" }
      let matches = facts.map {
        RuleMatch(sentence: "", facts: [$0], listEntries: [], decayFrom: nil, since: nil)
      }
      return RuleEvaluation(
        rule: .sample("probe"), answer: matches.isEmpty ? .doesNotFire : .fires, matches: matches,
        undetermined: [])
    }
    let terms = ScreeningTerms(
      rules: [probe], policy: policy, asOf: asOf, knownAsOf: asOf, regimes: [regime],
      lists: { query, _ in answer(query) }, candidates: { _ in [] },
      snapshots: [.sample("list", regimes: [regime])],
      engine: ScreeningTerms.Engine(version: "test", gazetteer: "g"), fleet: FleetFacts(facts))
    for company in 0..<count {
      let owner = Self.party.fact(
        Part(company: company),
        FactHeader(
          vessel: ship, span: TimeSpan(start: utc("2020-01-01"), end: nil), position: nil,
          source: "registry", evidence: [Evidence(file: "p.csv", line: 2, time: nil)],
          detector: nil))
      let subject = ScreeningSubject(vessel: ship, facts: [owner], positions: 1, observed: nil)
      seen[company] = screen(subject, under: terms).findings.first?.facts.first
    }
    return seen
  }

  private func answer(_ query: ListQuery) -> ListAnswer {
    guard case .company(let company) = query.subject, let number = company.number.flatMap(Int.init)
    else { return .notListed }
    let index = number - 5_000_000
    let entry = ListEntryReference(
      list: "list", entry: "e\(index)", name: "C\(index)", authority: "A",
      listedFrom: utc("2022-05-08"), published: utc("2026-02-20"), digest: "d",
      basis: "IMO company number \(number)", freezesAssets: true)
    if listed.contains(index) { return .listed([entry]) }
    return alike.contains(index) ? .unknown(reason: "name", entries: [entry]) : .notListed
  }
}
