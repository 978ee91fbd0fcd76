import Maritime
import StrictYAML
import Testing
import Watchlists

struct DecisionReaderTests {
  private static let start = "kind: decisions\nlanguage: 1\ndecisions:\n"
  private static let digests =
    "{names: 0123456789abcdef, numbers: 0123456789abcdef, particulars: 0123456789abcdef}"

  private static func text(
    subject: String = "imo: 9358010", identity: String = digests, more: String = "",
    expires: String = "2027-01-31"
  ) -> String {
    start
      + """
        - list: ofac-sdn
          entry: "15036"
          listed_name: MAIA-1
          identity: \(identity)
          \(subject)
          reason: another build
          approver: J. Silva
          decided: 2026-01-31
          expires: \(expires)\(more)

      """
  }

  @Test(arguments: [
    ("imo: 9358010", "IMO 9358010"), ("mmsi: 273000001", "MMSI 273000001"),
    ("imo_company: 5123456", "IMO company 5123456"), ("company: Sample LLC", "Sample LLC"),
    ("lei: 529900T8BM49AURSDO55", "LEI 529900T8BM49AURSDO55"),
    ("registration: RU 1027700092661", "registration RU 1027700092661"),
  ])
  func readsADecision(_ subject: String, words: String) throws {
    let reading = readDecisions(Array(Self.text(subject: subject).utf8), file: "d.yaml")
    #expect(reading.diagnostics == [])
    let decision = try #require(reading.decisions.first)
    #expect(decision.subject.description == words)
    #expect(decision.entry == ListEntryKey(list: "ofac-sdn", entry: "15036"))
    #expect([decision.reason, decision.approver] == ["another build", "J. Silva"])
    #expect((decision.decided, decision.expires) == (day("2026-01-31"), day("2027-01-31")))
    #expect((decision.file, decision.line) == ("d.yaml", 4))
  }

  @Test(arguments: [
    ("decisions: []\n", "decision-frame"),
    ("kind: decisions\nlanguage: 1\n", "decision-frame"),
    (text(subject: "imo: 9358011"), "decision-subject"),
    (text(subject: "imo: 9358010\n    mmsi: 273000001"), "decision-subject"),
    (text(subject: "call_sign: UBAB1"), "unknown-key"),
    (text(identity: "{names: 1}"), "decision-identity"),
    (text(expires: "2027-03-31"), "decision-term"),
    (text(expires: "2026-01-31"), "decision-term"),
    (text(expires: "soon"), "date-form"),
    (text(more: "\n    reasons: two"), "unknown-key"),
    (start + "  - {imo: 9358010}\n", "missing-key"),
    (start + "  - 1\n", "missing-key"),
  ])
  func refusesAMistake(_ text: String, id: String) {
    let reading = readDecisions(Array(text.utf8), file: "d.yaml")
    #expect(reading.diagnostics.map(\.id).contains(id), "\(reading.diagnostics)")
    #expect(reading.decisions == [])
  }
}
