import Maritime
import TestSupport
import Testing

@testable import Watchlists

/// The past of an entry against every past that it could have had.
struct EntryHistoryTests {
  /// All that is known of an entry decides: the pasts with the fewest changes that agree with every
  /// snapshot are tried one by one, and where they differ the answer must be unknown.
  @Test func agreesWithEveryPossiblePast() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<rounds(100) {
      let observed = Observation.history(with: &random)
      let pasts = BruteForce.pasts(of: observed)
      #expect(!pasts.isEmpty)
      let history = EntryHistory(observed)
      for tick in stride(from: 0, to: BruteForce.ticks, by: 2) {
        let answers = Set(pasts.map { $0 >> tick & 1 == 1 })
        let expected = answers.count == 2 ? "unknown" : answers == [true] ? "yes" : "no"
        #expect(history.word(at: tick) == expected, "tick \(tick) of \(observed)")
      }
    }
  }

  /// What was known on an earlier day is what the snapshots published by then say.
  @Test func knownAsOfIsTheHistoryOfEarlierSnapshots() throws {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<rounds(100) {
      let observed = Observation.history(with: &random)
      let index = DesignationIndex(observed.map(\.snapshot))
      let known = Int.random(in: 0..<BruteForce.ticks, using: &random)
      let seen = observed.filter { $0.tick <= known }
      let history = seen.isEmpty ? nil : EntryHistory(seen)
      for tick in stride(from: 0, to: BruteForce.ticks, by: 2) {
        let query = ListQuery(
          vessel: VesselReference(imo: imo("9179842")), list: "fleet", time: time(tick))
        let word =
          switch index.lookup(query, knownAsOf: time(known)) {
          case .listed: "yes"
          case .notListed: "no"
          case .unknown: "unknown"
          }
        #expect(word == history?.word(at: tick) ?? "unknown", "\(observed)")
      }
    }
  }

  @Test(arguments: [
    // The publisher's date counts, although a list of a later day did not hold the entry yet.
    ([(10, nil), (20, 5)], [4: "no", 5: "yes", 10: "yes"]),
    // Announced before its first day.
    ([(10, 15)], [10: "no", 14: "no", 15: "yes"]),
    ([(10, 15), (20, 15)], [12: "no", 15: "yes"]),
    // Listed anew while it was listed: of the time between nothing is known.
    ([(10, 5), (20, 15)], [4: "no", 7: "yes", 10: "yes", 12: "unknown", 15: "yes"]),
  ])
  func takesThePublishersDates(_ copies: [(Int, Int?)], _ expected: [Int: String]) {
    let history = EntryHistory(
      copies.map { Observation(tick: $0, isHeld: $1 != nil, start: $1, end: nil) })
    for (tick, word) in expected { #expect(history.word(at: tick) == word, "tick \(tick)") }
  }

  /// A publisher adds a number later, or drops one: it is the same entry, and no de-listing.
  @Test func aNumberMayComeOrGo() throws {
    let texts = [("2024-01-01", ""), ("2024-02-01", "9179842"), ("2024-03-01", "")]
    let index = DesignationIndex(
      texts.compactMap { date, number in
        let text = "id,schema,name,imo,listed_from\n1,Vessel,A,\(number),\n2,Vessel,B,,\n"
        return readWatchlists([file("fleet_\(date).csv", text)]).lists.first?.snapshot()
      })
    for date in ["2024-01-01", "2024-01-15", "2024-02-01", "2024-04-01"] {
      let query = ListQuery(
        vessel: VesselReference(imo: imo("9179842")), list: "fleet", time: day(date))
      guard case .listed = index.lookup(query) else {
        Issue.record("\(date): \(index.lookup(query))")
        continue
      }
    }
  }

  /// When the number becomes another hull's, the entry no longer means the first.
  @Test func aCorrectedNumberEndsTheListingOfTheOtherHull() throws {
    let index = DesignationIndex(
      [("2024-01-01", "9179842"), ("2024-03-01", "9358010")].compactMap { date, number in
        let text = "id,schema,name,imo\n1,Vessel,A,\(number)\n"
        return readWatchlists([file("fleet_\(date).csv", text)]).lists.first?.snapshot()
      })
    let query = ListQuery(
      vessel: VesselReference(imo: imo("9179842")), list: "fleet", time: day("2024-03-01"))
    #expect(index.lookup(query) == .notListed)
  }

  @Test func namesTheTwoSnapshotsOfADelisting() {
    let history = EntryHistory([
      Observation(tick: 2, isHeld: true, start: 0, end: nil),
      Observation(tick: 6, isHeld: false, start: nil, end: nil),
    ])
    #expect(
      history.state(at: time(4))
        == .unknown(
          "fleet held the entry on 1970-01-03 and no longer on 1970-01-07: it ended in between"))
    #expect(history.spans == [TimeSpan(start: time(0), end: time(6))])
  }
}

/// What one snapshot says of the entry; a tick is a day.
private struct Observation: CustomStringConvertible {
  let tick: Int
  let isHeld: Bool
  let start: Int?
  let end: Int?

  var description: String {
    "\(tick): " + (isHeld ? "from \(start ?? -1) to \(end ?? -1)" : "absent")
  }

  /// A random past seen through random snapshots, some of which leave dates out.
  static func history(with random: inout SeededGenerator) -> [Observation] {
    let isDated = Bool.random(using: &random)
    let keepsEnded = Int.random(in: 0..<4, using: &random) == 0
    var past = UInt32(0)
    var isListed = false
    for tick in stride(from: 0, to: BruteForce.ticks, by: 2) {
      if Int.random(in: 0..<3, using: &random) == 0 { isListed.toggle() }
      if isListed { past |= 3 << tick }
    }
    let ticks = stride(from: 0, to: BruteForce.ticks, by: 2)
      .filter { _ in Int.random(in: 0..<5, using: &random) < 2 }
    return (ticks.isEmpty ? [6] : ticks).map { tick in
      let saysWhen = isDated && Int.random(in: 0..<4, using: &random) > 0
      return Observation(
        of: past, at: tick, saysStart: saysWhen, keepsEnded: keepsEnded)
    }
  }

  private init(of past: UInt32, at tick: Int, saysStart: Bool, keepsEnded: Bool) {
    func isOn(_ tick: Int) -> Bool { tick >= 0 && past >> tick & 1 == 1 }
    let last = (0...tick).reversed().first(where: isOn)
    let isListed = isOn(tick)
    let isHeld = isListed || (keepsEnded && last != nil)
    let end = isHeld && !isListed ? last.map { $0 + 1 } : nil
    var start = last
    while let before = start, isOn(before - 1) { start = before - 1 }
    self.init(tick: tick, isHeld: isHeld, start: saysStart && isHeld ? start : nil, end: end)
  }

  init(tick: Int, isHeld: Bool, start: Int?, end: Int?) {
    (self.tick, self.isHeld, self.start, self.end) = (tick, isHeld, start, end)
  }

  /// Whether a past could have been seen like this.
  func agrees(with past: UInt32) -> Bool {
    func isOn(_ tick: Int) -> Bool { tick >= 0 && past >> tick & 1 == 1 }
    guard isOn(tick) == (isHeld && end == nil) else { return false }
    if let end, isOn(end - 1) == false || (end...tick).contains(where: isOn) { return false }
    guard let start else { return true }
    return !isOn(start - 1) && (start..<(end ?? tick + 1)).allSatisfy(isOn)
  }

  var designation: Designation? {
    guard isHeld else { return nil }
    var entry = Designation(
      entry: "1", kind: .vessel, names: [DesignationName("A", .primary)], measures: [.other],
      regime: "house", authority: "none", source: Designation.Source(file: "fleet", line: 1))
    entry.identifiers = [.imo(imo("9179842"))]
    entry.listedFrom = start.map(time)
    entry.delistedAt = end.map(time)
    return entry
  }

  /// A snapshot that holds another entry too, so that it is never empty.
  var snapshot: Snapshot {
    var other = Designation(
      entry: "2", kind: .vessel, names: [DesignationName("B", .primary)], measures: [.other],
      regime: "house", authority: "none", source: Designation.Source(file: "fleet", line: 2))
    other.identifiers = [.imo(imo("9358010"))]
    let designations = [designation, other].compactMap(\.self)
    return Snapshot(
      summary: SnapshotSummary(
        list: "fleet", publisher: "Sample", format: "house-csv", regimes: ["house"],
        regimesWithoutVessels: [], hasDates: true, published: time(tick), publishedBasis: .given,
        digest: "\(tick)", entries: designations.count, vessels: designations.count, rejections: 0),
      designations: designations, rejections: [])
  }
}

private enum BruteForce {
  static let ticks = 14

  /// The pasts that agree with all observations and have the fewest changes.
  static func pasts(of observed: [Observation]) -> [UInt32] {
    let agreeing = (UInt32(0)..<(1 << UInt32(ticks))).filter { past in
      observed.allSatisfy { $0.agrees(with: past) }
    }
    let fewest = agreeing.map(changes).min()
    return agreeing.filter { changes($0) == fewest }
  }

  private static func changes(_ past: UInt32) -> Int {
    ((past ^ (past << 1)) & (1 << UInt32(ticks) - 1)).nonzeroBitCount
  }
}

private func time(_ tick: Int) -> UTCTime { UTCTime(seconds: tick * 86_400) }

extension EntryHistory {
  fileprivate init(_ observed: [Observation]) {
    let summaries = observed.map(\.snapshot.summary)
    let copies = observed.map(\.designation)
    let designation = copies.compactMap(\.self).last ?? observed[0].snapshot.designations[0]
    self.init(
      designation: designation,
      reference: ListEntryReference(
        list: "fleet", entry: "1", name: "A", authority: "none", listedFrom: nil,
        published: time(0), digest: "", basis: ""),
      snapshots: summaries, copies: copies)
  }

  fileprivate func word(at tick: Int) -> String {
    switch state(at: time(tick)) {
    case .listed: "yes"
    case .notListed: "no"
    case .unknown: "unknown"
    }
  }
}
