import Maritime
import Screening
import TestSupport
import Testing

/// Company 0 belongs to a vessel; 8 and 9 are listed.
struct DesignatedHoldingsTests {
  /// What one regime says of rows such as `9>0:60`: holder, company and percent.
  private func answer(
    _ rows: String, _ regime: String, asOf: String = "2026-03-01", alike: Set<Int> = []
  ) -> String {
    var sample = SampleHoldings()
    sample.listed = Set([8, 9]).subtracting(alike)
    sample.alike = alike
    sample.rows = rows.split(separator: " ").map(Self.row)
    guard let fact = sample.ownership(of: 1, regime: regime, asOf: utc(asOf))[0] else {
      return "no"
    }
    let word = fact.value("certain") == .bool(true) ? "surely" : "possibly"
    return "\(word) \(fact.value("basis")?.description ?? "")"
  }

  /// `9>0:60j~2024-01-01`: a share in percent or `?`, `c` for control, `j` or `a` for joint or
  /// alone, and an end.
  private static func row(_ text: Substring) -> SampleHoldings.Row {
    let ends = text.split(separator: "~")
    let parts = ends[0].split { ">:".contains($0) }
    let share = parts[2].filter(\.isNumber)
    return SampleHoldings.Row(
      holder: Int(parts[0]) ?? 0, company: Int(parts[1]) ?? 0, percent: Int64(share),
      role: parts[2].hasPrefix("c") ? "controller" : "shareholder",
      isJoint: parts[2].hasSuffix("j") ? true : parts[2].hasSuffix("a") ? false : nil,
      end: ends.count > 1 ? String(ends[1]) : nil)
  }

  @Test(arguments: [
    // OFAC FAQ 401, the examples 1 to 3, and their near misses.
    ("9>1:50 1>0:50", "surely owned"), ("9>1:49 1>0:100", "no"),
    ("9>1:50 9>2:50 1>0:25 2>0:25", "surely owned"),
    ("9>1:50 9>2:10 1>0:40 2>0:60", "no"),
    // Not a product of percentages: 60 % of 51 % of all.
    ("9>3:100 3>2:51 2>1:60 1>0:50", "surely owned"),
    ("9>0:30 8>0:25", "surely owned"), ("9>0:30 8>0:19", "no"),
    // Cycles and holdings in oneself explain nothing.
    ("0>1:70 1>0:60", "no"), ("0>1:70 1>0:60 9>0:20", "no"), ("0>0:90 9>0:20", "no"),
    ("0>1:70 1>0:30 9>1:50 9>0:20", "surely owned"),
    // What is not known is possible, as far as the others leave room.
    ("9>0:?", "possibly owned"), ("9>0:? 2>0:50", "possibly owned"), ("9>0:? 2>0:51", "no"),
    ("9>1:? 1>0:60", "possibly owned"), ("9>0:? 9>0:60", "surely owned"),
    // Two rows of one holder: one of them surely, both possibly.
    ("9>0:30 9>0:25", "possibly owned"),
    // Shares that have been sold, and a day on which they had not.
    ("9>0:100~2024-01-01", "no"), ("9>0:c", "no"),
  ])
  func followsTheAmericanRule(_ rows: String, expected: String) {
    #expect(answer(rows, "us") == expected)
  }

  @Test(arguments: [
    ("9>0:50", "us", "2024-07-02", "surely owned"), ("9>0:50", "eu", "2024-07-02", "no"),
    ("9>0:50", "eu", "2024-07-03", "surely owned"), ("9>0:51", "eu", "2024-07-02", "surely owned"),
    ("9>0:50", "uk", "2026-03-01", "no"), ("9>0:51", "uk", "2026-03-01", "surely owned"),
    ("9>0:30 8>0:25", "eu", "2026-03-01", "surely owned"),
    ("9>0:30j 8>0:25j", "uk", "2026-03-01", "surely owned"),
    ("9>0:30a 8>0:25a", "uk", "2026-03-01", "no"),
    ("9>0:30 8>0:25", "uk", "2026-03-01", "possibly owned"),  // whether together is not known
    // One person's shares, direct and through its own company, are added up.
    ("9>1:60a 1>0:30a 9>0:25a", "uk", "2026-03-01", "surely owned"),
    // A company that two hold together holds for both.
    ("9>1:30j 8>1:25j 1>0:60a", "uk", "2026-03-01", "surely owned"),
    ("9>0:c", "eu", "2026-03-01", "surely controlled"),
    ("9>1:c 1>0:60", "uk", "2026-03-01", "surely owned"),
    ("9>0:100~2024-01-01", "us", "2023-12-31", "surely owned"),
  ])
  func followsEachRegime(_ rows: String, _ regime: String, _ asOf: String, _ expected: String) {
    #expect(answer(rows, regime, asOf: asOf) == expected)
  }

  @Test func aNameAloneIsOnlyPossible() {
    #expect(answer("9>0:100", "us", alike: [9]) == "possibly owned")
    #expect(answer("9>0:30 8>0:25", "us", alike: [9]) == "possibly owned")
    #expect(answer("9>0:60 8>0:25", "us", alike: [8]) == "surely owned")
  }

  @Test func tellsTheChainWithRowsAndEntries() throws {
    var sample = SampleHoldings()
    sample.listed = [9]
    sample.rows = ["9>2:100", "2>1:51", "1>0:60", "0>1:40"].map { Self.row($0[...]) }
    let fact = try #require(sample.ownership(of: 1, regime: "us")[0])
    #expect(
      fact.value("chain")?.description
        == "C0 (IMO company 5000000): 60 % by C1 (IMO company 5000001) (h.csv:4);"
        + " C1 (IMO company 5000001): 51 % by C2 (IMO company 5000002) (h.csv:3);"
        + " C2 (IMO company 5000002): 100 % by C9 (IMO company 5000009) (h.csv:2);"
        + " C9 (IMO company 5000009) is C9 of list (entry e9, by IMO company number 5000009,"
        + " listed from 2022-05-08)")
    #expect(fact.value("holder")?.description == "C9 (IMO company 5000009)")
    #expect(fact.value("levels")?.description == "3")
    #expect(fact.value("share")?.description == "0.6")
    #expect(fact.header.evidence.map(\.line) == [2, 4, 3, 2])
    #expect(fact.header.span.start == utc("2022-05-08"))
    let share = DetectorDescription.Parameter("share", Quantity(.ratio, steps: 500_000))
    #expect(fact.header.detector?.parameters.last == share)
  }

  /// The policy has the last word on every number.
  @Test func takesTheCriteriaFromThePolicy() throws {
    let text = """
      kind: policy
      language: 1
      ownership: {us: {share: 25%, exactly: enough, together: all, control: counts}}
      """
    let policy = try #require(Policy.read(Array(text.utf8), file: "p.yaml").policy)
    #expect(policy.ownership["uk"] == Policy.standard.ownership["uk"])
    var sample = SampleHoldings()
    sample.listed = [9]
    sample.rows = [Self.row("9>0:25"), Self.row("9>1:c")]
    let facts = sample.ownership(of: 2, regime: "us", policy: policy)
    #expect(facts.map { $0?.value("basis")?.description } == ["owned", "controlled"])
  }
}
