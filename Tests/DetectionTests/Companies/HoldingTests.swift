import Detection
import Maritime
import Testing

/// Rows that say who holds which company.
struct HoldingTests {
  private static let header =
    "imo,role,company_name,company_imo,holder_name,holder_registration,share,share_percent,joint,"
    + "start,end\n"

  private func read(_ rows: String) -> (facts: [Fact], rejections: [Rejection]) {
    FactTable.ownership.read(
      Array((Self.header + rows).utf8), file: "t.csv", usualKind: FactTable.ownership.kinds.first)
  }

  @Test func readsShareholdersBesideTheCompaniesOfVessels() throws {
    let (facts, rejections) = read(
      """
      9074729,registered_owner,Alpha Ltd,5123456,,,,,,2020-01-01,
      ,shareholder,Alpha Ltd,5123456,Beta JSC,RU 1027700092661,,60,yes,2021-01-01,2024-01-01
      ,controller,Alpha Ltd,5123456,Gamma,,,,,2021-01-01,
      """)
    #expect(rejections.isEmpty, "\(rejections)")
    #expect(facts.map(\.kind.name) == ["party", "holding", "holding"])
    let holding = try #require(facts.first { $0.value("joint") != nil })
    #expect(holding.header.vessel == .noVessel)
    #expect(holding.value("share") == .quantity(Quantity(.ratio, steps: 600_000)))
    #expect(holding.value("holder")?.description == "Beta JSC (registration RU 1027700092661)")
    #expect(holding.header.evidence.map(\.line) == [3])
    let written = FactFile.bytes(of: facts)
    let catalog = FactCatalog([Party.schema.kind, Holding.schema.kind])
    #expect(FactFile.read(written, file: "f", catalog: catalog).facts == facts.sorted())
  }

  @Test(arguments: [
    (",60", 600_000), (",33.3333", 333_333), ("60%,", 600_000), ("0.6,", 600_000),
    (",0.5", 5000), ("1,", 1_000_000),
  ])
  func readsAShareInPercentOrAsAPart(_ cells: String, millionths: Int64) {
    let facts = read(",shareholder,Alpha Ltd,,Beta,,\(cells),,2020-01-01,").facts
    #expect(facts.first?.value("share") == .quantity(Quantity(.ratio, steps: millionths)))
  }

  @Test(arguments: [
    (",shareholder,Alpha Ltd,,Beta,,,101,,2020-01-01,", "bad-value"),
    (",shareholder,Alpha Ltd,,Beta,,60,,,2020-01-01,", "bad-value"),
    (",shareholder,Alpha Ltd,,,,,60,,2020-01-01,", "missing-field"),
    (",shareholder,,,Beta,,,60,,2020-01-01,", "missing-field"),
    (",shareholder,Alpha Ltd,,Beta,1027,,60,,2020-01-01,", "bad-value"),
    (",operator,Alpha Ltd,,,,,,,2020-01-01,", "missing-field"),  // of no vessel
    ("9074729,shareholder,Alpha Ltd,,Beta,,,60,,2020-01-01,", "unknown-key"),
  ])
  func rejectsWhatCannotBe(_ row: String, reason: String) {
    let (facts, rejections) = read(row)
    #expect(facts.isEmpty)
    #expect(rejections.map(\.reason) == [reason])
  }
}
