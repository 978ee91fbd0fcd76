import Maritime
import RuleLanguage
import Screening

extension ReportFormat {
  static let csvReport = ReportFormat(
    name: "csv", summary: "One row a vessel, for spreadsheets."
  ) { verdicts, _ in
    // A company is a row of its own before those of its vessels.
    let rows = verdicts.lazy.flatMap { [$0] + ($0.company?.vessels.map(\.verdict) ?? []) }
      .map { verdict in csvRow(columns.map { $0.value(verdict) }) }
    let parts = [AnySequence([csvRow(columns.map(\.name))]), AnySequence(rows)]
    return AnySequence(parts.joined())
  }
}

private struct Column: Sendable {
  let name: String
  let value: @Sendable (Verdict) -> String

  init(_ name: String, _ value: @escaping @Sendable (Verdict) -> String) {
    self.name = name
    self.value = value
  }
}

private let columns: [Column] = [
  Column("imo") { $0.subject.vessel.imo?.description ?? "" },
  Column("mmsi") { $0.subject.vessel.mmsi?.description ?? "" },
  Column("name") { $0.subject.name ?? "" },
  Column("flag") { $0.subject.flag?.code ?? "" },
  Column("type") { $0.company == nil ? $0.subject.type ?? "" : "company" },
  Column("disposition") { $0.disposition.rawValue },
  Column("score") { $0.score.description },
  Column("level") { $0.level.rawValue },
  Column("reason") { $0.reason },
  Column("risky_since") { $0.riskySince?.description ?? "" },
  Column("gates") { joined($0.gates.map(\.rule)) },
  Column("findings") { joined($0.countedFindings.map(\.rule)) },
  Column("shadow_findings") { joined($0.findings.filter { !$0.counts }.map(\.rule)) },
  Column("list_entries") { joined(listEntries(of: $0)) },
  Column("suppressed") { joined($0.suppressed.map(\.finding.rule)) },
  Column("undetermined") { String($0.undetermined.count) },
  Column("undetermined_rules") { joined(Set($0.undetermined.map(\.rule)).sorted()) },
  Column("next_change") { $0.nextChange?.date.dayDescription ?? "" },
  Column("as_of") { $0.asOf.description },
  Column("known_as_of") { $0.knownAsOf.description },
  Column("rules_digest") { $0.digests.rules },
  Column("policy_digest") { $0.digests.policy },
  Column("lists_digest") { $0.digests.lists },
  Column("facts_digest") { $0.digests.facts },
]

private func joined(_ parts: [String]) -> String { parts.joined(separator: "|") }

private func listEntries(of verdict: Verdict) -> [String] {
  Set(verdict.countedFindings.flatMap(\.listEntries).map { "\($0.list):\($0.entry)" }).sorted()
}
