import Maritime
import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct ExceptionDocumentTests {
  private static func rule(floor: String = "review") -> String {
    SampleRules.rule(
      match: "fact: {as: call, fact: port_call}",
      rest: "floor: \(floor)\nexceptable_by: [[vessel.imo, call.start], [vessel.imo, call.port]]")
  }

  private static let good = """
    rule: sample
    version: 1
    match: {vessel.imo: "9000003", call.port: KPNAM}
    reason: Humanitarian call
    evidence: Letter 12/26
    approver: J. Kim
    from: 2026-01-10
    expires: 2026-07-01
    """

  private static func document(_ entry: String) -> String {
    let lines = entry.split(separator: "\n").enumerated().map {
      ($0.offset == 0 ? "  - " : "    ") + $0.element
    }
    return "kind: exceptions\nlanguage: 1\nid: spring\nexceptions:\n"
      + lines.joined(separator: "\n") + "\n"
  }

  @Test func readsAnException() throws {
    let library = SampleRules.library([
      "e.yaml": Self.document(Self.good), "r.yaml": Self.rule(),
    ])
    #expect(library.diagnostics == [] && library.malformedExceptions == [])
    let exception = try #require(library.exceptions.first)
    #expect(exception.approver == "J. Kim" && exception.expires == utc("2026-07-01"))
    #expect(exception.match.description == "call.port = Nampo (KPNAM), vessel.imo = 9000003")
  }

  @Test(arguments: [
    ("rule: sample", "rule: sampel  # error: invalid-exception"),
    ("call.port: KPNAM}", "call.prot: KPNAM}  # error: invalid-exception"),
    ("call.port: KPNAM}", "call.port: NOPORT}  # error: unknown-port"),
    (
      "{vessel.imo: \"9000003\", call.port: KPNAM}",
      "{call.port: KPNAM}  # error: invalid-exception"
    ),
    ("expires: 2026-07-01", "expires: 2027-01-12  # error: invalid-exception"),
    ("expires: 2026-07-01", "expires: 2026-01-10  # error: invalid-exception"),
    ("expires: 2026-07-01", "expires: soon  # error: invalid-time"),
    ("approver: J. Kim", "aprover: J. Kim  # error: unknown-key"),
    ("version: 1", "version: one  # error: invalid-number"),
  ])
  func aMalformedExceptionSuppressesNothing(_ old: String, new: String) throws {
    let text = Self.document(Self.good.replacing(old, with: new))
    expectLibraryDiagnostics(["e.yaml": text, "r.yaml": Self.rule()])
    let library = SampleRules.library(["e.yaml": text, "r.yaml": Self.rule()])
    #expect(library.exceptions == [] && library.blockingErrors == [])
    let malformed = try #require(library.malformedExceptions.first)
    #expect(malformed.reason.hasPrefix("malformed: ") && malformed.file == "e.yaml")
    #expect(library.rules.count == 1)
  }

  @Test(arguments: ["reason", "evidence", "approver", "from", "expires", "version", "match"])
  func everyPartIsNeeded(_ key: String) {
    let lines = Self.good.split(separator: "\n").filter { !$0.hasPrefix("\(key):") }
    let text = Self.document(lines.joined(separator: "\n"))
    let library = SampleRules.library(["e.yaml": text, "r.yaml": Self.rule()])
    #expect(library.diagnostics.map(\.id) == ["missing-key"])
    #expect(library.exceptions == [] && library.malformedExceptions.count == 1)
  }

  @Test func aProhibitionNeedsALicence() {
    let files: KeyValuePairs<String, String> = [
      "e.yaml": Self.document(
        Self.good.replacing("rule: sample", with: "rule: sample  # error: invalid-exception")),
      "r.yaml": Self.rule(floor: "prohibited"),
    ]
    expectLibraryDiagnostics(files)
    let licensed = SampleRules.library([
      "e.yaml": Self.document(Self.good + "\nlicence: 1718 Committee 2026/12"),
      "r.yaml": Self.rule(floor: "prohibited"),
    ])
    #expect(licensed.diagnostics == [])
    #expect(licensed.exceptions.first?.licence == "1718 Committee 2026/12")
  }

  @Test func aMatchSaysHowItCanBeExcepted() throws {
    let library = SampleRules.library(["r.yaml": Self.rule()])
    let rule = try #require(library.rules.first)
    let kind = try #require(SampleRules.catalog.kind("port_call"))
    let vessel = sampleVessel(imo: 9_000_003)
    let header = FactHeader(
      vessel: vessel, span: TimeSpan(start: utc("2026-01-04"), end: utc("2026-01-05")),
      position: nil, source: "ais", evidence: [], detector: nil)
    let call = Fact(
      kind: kind, header: header, values: [.port(PortReference(code: "KPNAM")), nil, nil])
    let found = rule.evaluate(
      EvaluationInput(
        vessel: vessel, state: ["imo": .text("9000003")], facts: [call], now: utc("2026-02-01"),
        lists: { _ in .notListed }))
    let tuples = try #require(found.matches.first?.exceptable)
    #expect(
      tuples.map(\.description) == [
        "call.start = 2026-01-04T00:00:00Z, vessel.imo = 9000003",
        "call.port = KPNAM, vessel.imo = 9000003",
      ])
    let good = SampleRules.library(["e.yaml": Self.document(Self.good), "r.yaml": Self.rule()])
    let exception = try #require(good.exceptions.first)
    #expect(tuples.map { exception.match.isMet(by: $0) } == [false, true])
  }
}
