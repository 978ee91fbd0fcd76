import Detection
import Maritime
import Testing

/// Entities in the form of OpenSanctions, made up.
struct FollowTheMoneyTests {
  private static let vessel = """
    {"id":"v1","schema":"Vessel","caption":"NORDIC STAR","properties":{\
    "name":["NORDIC STAR","SEA"],\
    "imoNumber":["IMO9074729"],"mmsi":["219000001"],"flag":["dk"],"type":["Crude Oil Tanker"],\
    "buildDate":["1995-03"],"deadweightTonnage":["300361"],"callSign":["OWAB2"]}}
    """
  private static let company = """
    {"id":"c1","schema":"Company","caption":"Alpha Shipping Ltd",\
    "properties":{"jurisdiction":["mh"]}}
    """
  private static let second = """
    {"id":"c2","schema":"Organization","caption":"Beta Marine","properties":{"country":["ae"]}}
    """

  private static func ownership(
    _ owner: String = "c1", _ asset: String = "v1", schema: String = "Ownership",
    _ more: String = ""
  ) -> String {
    let (from, to) = schema == "Ownership" ? ("owner", "asset") : ("subject", "object")
    return "{\"id\":\"o-\(owner)\",\"schema\":\"\(schema)\",\"properties\":"
      + "{\"\(from)\":[\"\(owner)\"],\"\(to)\":[\"\(asset)\"]\(more)}}"
  }

  private func read(_ lines: String...) -> (facts: [Fact], rejections: [Rejection]) {
    FollowTheMoney.read(Array(lines.joined(separator: "\n").utf8), file: "entities.ftm.json")
  }

  @Test(arguments: [
    ("name", "NORDIC STAR"), ("flag", "DK"), ("type", "crude_tanker"), ("built", "1995"),
    ("call_sign", "OWAB2"), ("gross_tonnage", nil),
  ])
  func readsAVessel(_ field: String, value: String?) throws {
    let fact = try #require(read(Self.vessel).facts.first)
    #expect(fact.kind.name == "identity")
    #expect(fact.header.vessel.imo == IMONumber(9_074_729))
    #expect(fact.value(field)?.description.filter { $0 != "," } == value)
  }

  @Test(arguments: [
    (ownership(), "registered_owner"),
    (ownership("c1", "v1", ",\"role\":[\"Beneficial owner\"]"), "beneficial_owner"),
    (
      ownership("c1", "v1", schema: "UnknownLink", ",\"role\":[\"Technical manager\"]"),
      "technical_manager"
    ),
  ])
  func readsAPartyWhateverTheOrder(_ link: String, role: String) throws {
    let (facts, rejections) = read(link, Self.vessel, Self.company)
    #expect(rejections.isEmpty)
    let party = try #require(facts.first { $0.kind.name == "party" })
    #expect(party.value("role")?.description == role)
    #expect(party.value("company")?.description == "Alpha Shipping Ltd")
    #expect(party.value("country")?.description == "MH")
    #expect(party.header.evidence.map(\.line) == [1, 3])
  }

  @Test(arguments: [
    ("Ownership", ",\"percentage\":[\"50\"]", "shareholder", 500_000),
    ("Ownership", ",\"percentage\":[\"33.3 %\"]", "shareholder", 333_000),
    ("Ownership", ",\"percentage\":[\"25-50\"]", "shareholder", nil),
    ("Ownership", "", "shareholder", nil), ("Directorship", "", "director", nil),
  ])
  func readsHoldersOfCompanies(
    _ schema: String, _ more: String, _ role: String, _ millionths: Int64?
  ) throws {
    let (from, to) =
      schema == "Ownership" ? ("owner", "asset") : ("director", "organization")
    let link =
      "{\"id\":\"h\",\"schema\":\"\(schema)\",\"properties\":"
      + "{\"\(from)\":[\"c2\"],\"\(to)\":[\"c1\"]\(more)}}"
    let owner = Self.second.replacing(
      "\"country\":[\"ae\"]",
      with: "\"country\":[\"ru\"],\"ogrnCode\":[\"1027700092661\"]")
    let (facts, rejections) = read(Self.company, owner, link)
    #expect(rejections.isEmpty, "\(rejections)")
    let holding = try #require(facts.first)
    #expect(holding.kind.name == "holding")
    #expect(holding.value("role") == .word(role))
    #expect(holding.value("company")?.description == "Alpha Shipping Ltd")
    #expect(
      holding.value("holder")?.description == "Beta Marine (registration RU 1027700092661)")
    #expect(
      holding.value("share") == millionths.map { .quantity(Quantity(.ratio, steps: $0)) })
    #expect(holding.header.evidence.map(\.line) == [2, 3])
  }

  @Test func findsChangesOfOwnership() throws {
    let facts = read(
      Self.vessel, Self.company, Self.second,
      Self.ownership("c1", "v1", ",\"endDate\":[\"2024-05-01\"]"),
      Self.ownership("c2", "v1", ",\"startDate\":[\"2024-05-01\"]")
    ).facts
    let change = try #require(facts.first { $0.kind.name == "ownership_change" })
    #expect(change.value("from")?.description == "Alpha Shipping Ltd")
    #expect(change.value("to_country")?.description == "AE")
    #expect(change.header.span.start.description == "2024-05-01T00:00:00Z")
  }

  @Test(arguments: [
    (
      "{\"id\":\"s\",\"schema\":\"Sanction\",\"properties\":{\"entity\":[\"v1\"]}}",
      "sanction-is-no-fact"
    ),
    ("{\"id\":\"a\",\"schema\":\"Address\",\"properties\":{}}", "no-such-fact"),
    (company, "no-vessel-of-party"), (ownership("v1", "nobody"), "no-vessel"),
    (ownership("nobody"), "no-party"), ("{\"schema\":\"Vessel\"}", "missing-field"),
    (ownership("v1", "v1", schema: "UnknownLink", ",\"role\":[\"friend\"]"), "unknown-role"),
    (
      ownership("v1", "v1", ",\"startDate\":[\"2024\"],\"endDate\":[\"2020\"]"), "ends-before-start"
    ),
    (
      vessel.replacing("v1", with: "v2").replacing("9074729", with: "9074728")
        .replacing("219000001", with: ""), "no-vessel-number"
    ),
    (
      vessel.replacing("v1", with: "v2").replacing(
        "[\"IMO9074729\"]", with: "[\"9074729\",\"9334545\"]"), "several-vessels"
    ),
    ("{\"id\":", "bad-json"),
  ])
  func rejectsWithAReason(_ line: String, reason: String) {
    let (facts, rejections) = read(Self.vessel, line)
    #expect(facts.map(\.kind.name) == ["identity"])
    #expect(rejections.map(\.reason) == [reason])
    #expect(rejections.map(\.line) == [2])
  }

  @Test func readsOnBehindADamagedFirstLine() {
    let (facts, rejections) = read("{\"id\":", Self.vessel, "", Self.company)
    #expect(facts.map(\.kind.name) == ["identity"])
    #expect(rejections.map(\.reason) == ["bad-json", "no-vessel-of-party"])
    #expect(rejections.map(\.line) == [1, 4])
  }

  @Test func refusesDeepNesting() {
    let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(read(Self.vessel, deep).rejections.map(\.reason) == ["bad-json"])
  }
}
