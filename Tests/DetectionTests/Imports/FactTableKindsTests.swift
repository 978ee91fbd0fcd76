import Detection
import Maritime
import Testing

/// The tables of identity history, ownership, papers and sightings, by the examples of the docs.
struct FactTableKindsTests {
  private func read(
    _ table: FactTable, _ text: String
  ) -> (facts: [Fact], rejections: [Rejection]) {
    table.read(Array(text.utf8), file: "t.csv", usualKind: table.kinds.first)
  }

  @Test func readsIdentityHistory() {
    let (facts, rejections) = read(
      .identityHistory,
      """
      imo,start,fact,field,from,to,registry_status
      9074729,2023-04-01,,name,OCEAN STAR,NORDIC STAR,
      9074729,2023-04-01,flag_change,,Panama,Cook Islands,open
      """)
    #expect(rejections.isEmpty)
    #expect(facts.map(\.kind.name) == ["identity_change", "flag_change"])
    #expect(facts.last?.value("to")?.description == "CK")
    #expect(facts.map(\.header.source) == ["registry", "registry"])
  }

  @Test func readsOwnershipAndItsChanges() throws {
    let (facts, rejections) = read(
      .ownership,
      """
      imo,role,company_name,company_imo,country,start,end
      9074729,registered_owner,Alpha Shipping Ltd,5123456,MH,2019-02-01,2024-05-01
      9074729,registered_owner,Beta Marine FZE,,AE,2024-05-01,
      9074729,operator,Beta Marine FZE,,AE,2019-02-01,
      """)
    #expect(rejections.isEmpty)
    #expect(facts.map(\.kind.name) == ["party", "party", "party"])
    let change = try #require(ownershipChanges(between: facts).first)
    #expect(ownershipChanges(between: facts).count == 1)
    #expect(change.value("from")?.description == "Alpha Shipping Ltd")
    #expect(change.header.evidence.map(\.line) == [2, 3])
  }

  @Test(arguments: [
    // Partners, one company under two names, a beginning nobody knows, another part.
    "A,,2019-01-01,2020-01-01,operator\n9074729,B,,2019-06-01,,operator",
    "A,5123456,2019-01-01,,operator\n9074729,B,5123456,2020-06-01,,operator",
    "A,,2019-01-01,,operator\n9074729,A,,2020-06-01,,operator",
    "A,,2019-01-01,,operator\n9074729,B,,2020-06-01,,charterer",
  ])
  func makesNoChangeOf(_ rows: String) {
    let facts = read(
      .ownership, "imo,company_name,company_imo,start,end,role\n9074729," + rows
    ).facts
    #expect(facts.count == 2)
    #expect(ownershipChanges(between: facts).isEmpty)
  }

  @Test func readsPapersAndCargo() {
    let (facts, rejections) = read(
      .papers,
      """
      imo,start,fact,kind,status,loading_port,origin_country,port,cargo,volume_m3,price,source
      9074729,2025-03-02,,certificate_of_origin,forged,RUPRI,Malaysia,,crude_oil,,60.00 USD,customs
      9074729,2025-03-01,loading,,,,RU,RUPRI,crude_oil,115000,,agent
      9074729,2025-03-29,discharge,,,,,INSIK,crude_oil,114200.5,,agent
      """)
    #expect(rejections.isEmpty)
    #expect(facts.map(\.kind.name) == ["paper", "loading", "discharge"])
    #expect(facts.first?.value("price")?.description == "60.00 USD")
    #expect(facts.map(\.header.source) == ["customs", "agent", "agent"])
  }

  @Test func readsSightings() {
    let (facts, rejections) = read(
      .sightings,
      """
      mmsi,imo,start,lat,lon,activity,partner_imo,ais_distance_m,match,source
      219000001,9074729,2025-03-05T10:20:00Z,35.1,32.9,alongside_vessel,9334545,18500,high,satellite
      """)
    #expect(rejections.isEmpty)
    #expect(facts.map(\.header.source) == ["satellite"])
    #expect(facts.first?.header.position?.latitudeE7 == 351_000_000)
  }

  @Test(arguments: [
    ("9074728,2025-03-05,moored,", "bad-value", "'imo' is \"9074728\""),
    ("9074729,yesterday,moored,", "bad-value", "'start' is \"yesterday\""),
    ("9074729,,moored,", "missing-field", "'start'"),
    ("9074729,2025-03-05,swimming,", "bad-value", "one of alongside_vessel"),
    ("9074729,2025-03-05,moored,near", "bad-value", "'ais_distance_m' is \"near\", not a number"),
    (",2025-03-05,moored,", "missing-field", "'mmsi' and 'imo'"),
    ("9074729,2025-03-05,moored,,x", "too-many-fields", "5 under a header of 4"),
  ])
  func rejectsRowsWithAReason(_ row: String, reason: String, detail: String) throws {
    let (facts, rejections) = read(.sightings, "imo,start,activity,ais_distance_m\n" + row)
    #expect(facts.isEmpty)
    let rejection = try #require(rejections.first)
    #expect(rejections.count == 1)
    #expect((rejection.reason, rejection.line) == (reason, 2))
    #expect(rejection.detail?.contains(detail) == true)
  }

  @Test(arguments: [
    ("name,start", "no-vessel-column"), ("imo,name", "no-start-column"),
    ("imo,start,activty", "unknown-column"), ("imo,start,imo", "repeated-column"),
  ])
  func rejectsAHeaderAsAWhole(_ header: String, reason: String) {
    let (facts, rejections) = read(.sightings, header + "\n9074729,2025-03-05,x\n1,2,3")
    #expect(facts.isEmpty)
    #expect(rejections.map(\.reason) == [reason])
    #expect(rejections.map(\.line) == [1])
  }
}
