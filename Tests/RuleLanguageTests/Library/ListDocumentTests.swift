import Maritime
import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct ListDocumentTests {
  private static let watch = """
    kind: list
    language: 1
    id: our-watch
    of: vessels
    authority: Compliance desk
    published: 2026-01-01
    entries:
      - {imo: "9000003", name: SAMPLE, from: 2025-06-01, to: 2025-12-01}
      - {mmsi: "620000003", from: 2025-01-01}

    """

  private static func fires(
    _ clause: String, _ list: String, _ fact: String = "fact: flag_change, from: KP, to: IR"
  ) throws -> [String] {
    let kind = fact.split(separator: ",")[0].dropFirst("fact: ".count)
    let tests = """
      tests:
        - name: a case
          now: 2026-02-01
          vessel: {imo: "9000003"}
          facts: [{\(fact), start: 2025-07-01, end: 2025-07-02}]
          expect: {fires: true}
      """
    let library = SampleRules.library([
      "l.yaml": list,
      "r.yaml": SampleRules.rule(match: "fact: \(kind)\nwhere: ['\(clause)']", rest: tests),
    ])
    let rule = try #require(library.rules.first, "\(library.diagnostics)")
    return runTests(of: rule).flatMap(\.failures)
  }

  @Test(arguments: [
    ("vessel on @lists/our-watch at start", true), ("vessel on @lists/our-watch at now", false),
    ("vessel on @lists/our-watch at start - 2mo", false),
    ("vessel not on @lists/our-watch at now", true),
  ])
  func answersAboutVesselsByDate(_ clause: String, holds: Bool) throws {
    #expect(try Self.fires(clause, Self.watch).isEmpty == holds)
  }

  @Test(arguments: [
    ("from in @lists/bad", "[KP, SY]", true), ("from not in @lists/bad", "[KP, SY]", false),
    ("to in @lists/bad", "[KP, SY]", false),
    ("from in @lists/bad at start", "[{value: KP, from: 2025-01-01}]", true),
    ("from in @lists/bad at start", "[{value: KP, from: 2025-08-01}]", false),
    ("from in @lists/bad at now", "[{value: KP, to: 2026-01-01}, IR]", false),
  ])
  func answersAboutCountries(_ clause: String, entries: String, holds: Bool) throws {
    let list = "kind: list\nlanguage: 1\nid: bad\nof: countries\nentries: \(entries)\n"
    #expect(try Self.fires(clause, list).isEmpty == holds)
  }

  @Test func answersAboutPortsAndWords() throws {
    let ports = "kind: list\nlanguage: 1\nid: p\nof: ports\nentries: [KPNAM]\n"
    let call = "fact: port_call, port: KPNAM, source: satellite"
    #expect(try Self.fires("port in @lists/p", ports, call) == [])
    let words = "kind: list\nlanguage: 1\nid: w\nof: words\nentries: [satellite, agent]\n"
    #expect(try Self.fires("source in @lists/w", words, call) == [])
  }

  @Test func citesTheEntry() throws {
    let list = try #require(SampleRules.library(["l.yaml": Self.watch]).lists.first)
    let query = ListQuery(
      vessel: sampleVessel(imo: 9_000_003), list: "our-watch", time: utc("2025-07-01"))
    guard case .listed(let entries) = list.answer(query), let entry = entries.first else {
      Issue.record("\(list.answer(query))")
      return
    }
    #expect(entry.entry == "1" && entry.list == "our-watch" && entry.name == "SAMPLE")
    #expect(entry.authority == "Compliance desk" && entry.basis == "IMO number 9000003")
    #expect(entry.listedFrom == utc("2025-06-01") && entry.published == utc("2026-01-01"))
    #expect(
      list.answer(query, knownAsOf: utc("2025-12-31"))
        == .unknown(reason: "our-watch was published on 2026-01-01", entries: []))
  }

  @Test func asksAPersonWhenOnlyACompanyNameAgrees() throws {
    let text = """
      kind: list
      language: 1
      id: firms
      of: companies
      published: 2026-01-01
      entries:
        - {imo: "5123456", name: Example Shipping, from: 2025-01-01}
        - {name: "Nameless, Ltd.", from: 2025-01-01}

      """
    let list = try #require(SampleRules.library(["l.yaml": text]).lists.first)
    func answer(_ number: String?, _ name: String?) throws -> ListAnswer {
      let company = try #require(CompanyReference(number: number, name: name))
      return list.answer(ListQuery(company: company, list: "firms", time: utc("2026-01-01")))
    }
    guard case .listed = try answer("5123456", "Renamed") else { throw NotListed() }
    guard case .unknown(_, let entries) = try answer(nil, "NAMELESS LTD") else { throw NotListed() }
    #expect(entries.map(\.basis) == ["name Nameless, Ltd. alone"])
    #expect(try answer("5000000", "Example Shipping") == .notListed)
  }

  private struct NotListed: Error {}

  @Test(arguments: [
    "of: vesels  # error: unknown-choice\nentries: [KP]",
    "of: countries\nentries: []  # error: emptylist".replacing("emptylist", with: "empty-list"),
    "of: countries\nentries: [Korea]  # error: invalid-country",
    "of: countries\npublished: 2026-01-01  # error: conflicting-keys\nentries: [KP]",
    "of: ports\nentries: [NOPORT]  # error: unknown-port",
    "of: vessels  # error: missing-key\nentries: [{imo: \"9000003\", from: 2025-01-01}]",
    "of: vessels\npublished: 2026-01-01\nentries: [{imo: \"9000003\"}]  # error: missing-key",
    "of: vessels\npublished: 2026-01-01\nentries: [{name: X, from: 2025-01-01}]"
      + "  # error: invalid-list-entry",
    "of: vessels\npublished: 2026-01-01\nentries: [{imo: \"9000004\", from: 2025-01-01}]"
      + "  # error: invalid-list-entry",
    "of: vessels\npublished: 2026-01-01\nentries: [{imo: \"9000003\", from: 2025-01-02, "
      + "to: 2025-01-01}]  # error: inverted-range",
    "of: companies\npublished: 2026-01-01\nentries: [{imo: \"123\", from: 2025-01-01}]"
      + "  # error: invalid-list-entry",
  ])
  func refusesWhatNamesNobody(_ body: String) {
    expectLibraryDiagnostics(["l.yaml": "kind: list\nlanguage: 1\nid: some\n\(body)\n"])
  }

  @Test(arguments: [
    ("from in @lists/bad", "unknown-definition"), ("from in @lists/dated", "list-without-time"),
    ("source in @lists/dated at now", "wrong-type"), ("start in @lists/plain", "wrong-type"),
    ("of_vessel in @lists/plain", "list-without-time"),
  ])
  func refusesClausesThatMeanNothing(_ clause: String, id: String) {
    expectLibraryDiagnostics([
      "dated.yaml": "kind: list\nlanguage: 1\nid: dated\nof: countries\n"
        + "entries: [{value: KP, from: 2025-01-01}]\n",
      "plain.yaml": "kind: list\nlanguage: 1\nid: plain\nof: countries\nentries: [KP]\n",
      "r.yaml": SampleRules.rule(
        match: "fact: flag_change\nwhere:\n  - \(clause)  # error: \(id)"),
    ])
  }
}
