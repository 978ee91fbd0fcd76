import Maritime
import Screening
import TestSupport
import Testing

/// The reach of listed companies against its definition, over random graphs.
struct OwnershipReachTests {
  /// Small graphs have every shape that matters: chains, cycles, sums, unknown shares.
  private static let count = 4

  private static let percentages: [Int64?] = [10, 20, 25, 30, 40, 50, 51, 60, 100, nil]

  private static func sample(_ random: inout SeededGenerator) -> SampleHoldings {
    var sample = SampleHoldings()
    for company in 0..<count {
      if random.chance(oneIn: 4) { sample.listed.insert(company) }
      if random.chance(oneIn: 6) { sample.alike.insert(company) }
    }
    for _ in 0..<random.number(0...9) {
      let percent = SampleRules.pick(percentages, &random)
      sample.rows.append(
        SampleHoldings.Row(
          holder: random.number(0...count - 1), company: random.number(0...count - 1),
          percent: percent, role: random.chance(oneIn: 8) ? "controller" : "shareholder"))
    }
    return sample
  }

  /// The least set that holds the seeds and, with enough of a company's shares, the company: the
  /// part that all closed sets share.
  private static func leastClosedSet(
    from seeds: Set<Int>, isEnough: (Int64) -> Bool, control: Bool, _ sample: SampleHoldings,
    isPossible: Bool
  ) -> Set<Int> {
    let shares = (0..<count).map { Self.shares(of: $0, sample, isPossible: isPossible) }
    func isClosed(_ set: Set<Int>) -> Bool {
      (0..<count).allSatisfy { company in
        guard !set.contains(company) else { return true }
        let sum = shares[company].filter { set.contains($0.key) }.values.reduce(0, +)
        let isControlled = sample.rows.contains {
          $0.role == "controller" && $0.company == company && $0.holder != company
            && set.contains($0.holder)
        }
        return !isEnough(sum) && !(control && isControlled)
      }
    }
    let sets = (0..<(1 << count)).map { bits in
      Set((0..<count).filter { bits >> $0 & 1 == 1 })
    }
    return sets.filter { seeds.isSubset(of: $0) && isClosed($0) }
      .reduce(Set(0..<count)) { $0.intersection($1) }
  }

  private static func shares(
    of company: Int, _ sample: SampleHoldings, isPossible: Bool
  ) -> [Int: Int64] {
    let rows = sample.rows.filter { $0.company == company && $0.role == "shareholder" }
    func surely(_ holder: Int) -> Int64 {
      rows.filter { $0.holder == holder }.compactMap(\.percent).max() ?? 0
    }
    let holders = Set(rows.map(\.holder))
    var shares: [Int: Int64] = [:]
    for holder in holders where holder != company {
      let own = rows.filter { $0.holder == holder }
      var most = own.compactMap(\.percent).reduce(0, +)
      if own.contains(where: { $0.percent == nil }) {
        most = max(most, 100 - holders.filter { $0 != holder }.map(surely).reduce(0, +))
      }
      shares[holder] = isPossible ? min(100, most) : surely(holder)
    }
    return shares
  }

  @Test(arguments: ["us", "eu"])
  func isTheLeastFixpoint(_ regime: String) {
    var random = SeededGenerator(seed: regime == "us" ? 20_140_813 : 20_240_703)
    for round in 0..<rounds(1000) {
      let sample = Self.sample(&random)
      let control = regime == "eu"
      let certain = Self.leastClosedSet(
        from: sample.listed, isEnough: { $0 >= 50 }, control: control, sample, isPossible: false)
      let possible = Self.leastClosedSet(
        from: sample.listed.union(sample.alike), isEnough: { $0 >= 50 }, control: control, sample,
        isPossible: true)
      #expect(certain.isSubset(of: possible))
      for (company, fact) in sample.ownership(of: Self.count, regime: regime).enumerated() {
        let found = fact?.value("certain")
        if certain.contains(company) {
          #expect(found == .bool(true), "round \(round), company \(company)")
        } else if sample.alike.contains(company) {
          // That the company itself may be meant is the question of `party-match`.
          #expect(found == nil, "round \(round), company \(company)")
        } else {
          #expect(
            found == (possible.contains(company) ? .bool(false) : nil),
            "round \(round), company \(company)")
        }
      }
    }
  }

  /// The British criterion: whoever one person reaches alone, when nobody acts together.
  @Test func addsUpTheSharesOfOnePersonOnly() {
    var random = SeededGenerator(seed: 20_220_323)
    for round in 0..<rounds(1000) {
      var sample = Self.sample(&random)
      sample.alike = []
      for index in sample.rows.indices { sample.rows[index].isJoint = false }
      let certain = sample.listed.reduce(into: Set<Int>()) { all, person in
        all.formUnion(
          Self.leastClosedSet(
            from: [person], isEnough: { $0 > 50 }, control: true, sample, isPossible: false))
      }
      for (company, fact) in sample.ownership(of: Self.count, regime: "uk").enumerated() {
        #expect(
          (fact?.value("certain") == .bool(true)) == certain.contains(company),
          "round \(round), company \(company)")
      }
    }
  }
}
