import Maritime
import TestSupport
import Testing

@testable import Watchlists

struct SnapshotDifferenceTests {
  private let header = "id,schema,name,aliases,imo,flag,country,listed_from,authority\n"

  private func snapshot(_ rows: String, _ date: String) throws -> Snapshot {
    let reading = readWatchlists([file("fleet_\(date).csv", header + rows)])
    return try #require(reading.lists.first?.snapshot())
  }

  private func difference(_ old: String, _ new: String) throws -> SnapshotDifference {
    SnapshotDifference(
      from: try snapshot(old, "2024-01-31"), to: try snapshot(new, "2024-03-31"))
  }

  @Test func saysWhatCameWentAndChanged() throws {
    let found = try difference(
      """
      1,Vessel,ALPHA,OLD|SAME,9179842,PA,,2024-01-01,act 1
      2,Vessel,BRAVO,,9358010,,,2024-01-01,act 1
      3,Company,CHARLIE,,,,GB,2024-01-01,act 1

      """,
      """
      4,Vessel,DELTA,,9161003,,,2024-03-01,act 2
      3,Company,CHARLIE,,,,GB,2024-01-01,act 1
      1,Vessel,ALPHA ONE,SAME|NEW,9179842,,,2024-01-01,act 2

      """)
    #expect(found.added.map(\.entry) == ["4"])
    #expect(found.removed.map(\.entry) == ["2"])
    #expect(found.changed.map(\.new.entry) == ["1"])
    #expect(
      found.changed[0].fields == [
        .init(field: "name", removed: ["ALPHA"], added: ["ALPHA ONE"]),
        .init(field: "other_names", removed: ["OLD (alias)"], added: ["NEW (alias)"]),
        .init(field: "authority", removed: ["act 1"], added: ["act 2"]),
        .init(field: "flag", removed: ["PA"], added: []),
      ])
    let span = try #require(found.delisting)
    #expect(span.after == day("2024-01-31") && span.by == day("2024-03-31"))
  }

  /// The order of rows and of names is the publisher's whim.
  @Test func orderIsNoDifference() throws {
    let found = try difference(
      "1,Vessel,A,X|Y,9179842,,,,\n2,Vessel,B,,,,,,\n",
      "2,Vessel,B,,,,,,\n1,Vessel,A,Y|X,9179842,,,,\n")
    #expect(found.isEmpty)
  }

  @Test func goesBothWays() throws {
    let (old, new) = (
      try snapshot("1,Vessel,A,,,,,,\n", "2024-01-31"),
      try snapshot("2,Vessel,B,,,,,,\n1,Vessel,A,,,PA,,,\n", "2024-03-31")
    )
    let back = SnapshotDifference(from: new, to: old)
    #expect(back.removed.map(\.entry) == ["2"])
    #expect(back.delisting == nil, "nothing ended when the older one comes second")
    #expect(SnapshotDifference(from: old, to: old).isEmpty)
  }

  /// Applying the difference of random lists to the first must give the second.
  @Test func isWholeOnRandomLists() throws {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<rounds(100) {
      let (old, new) = (
        try snapshot(rows(with: &random), "2024-01-31"),
        try snapshot(rows(with: &random), "2024-03-31")
      )
      let found = SnapshotDifference(from: old, to: new)
      let gone = Set(found.removed.map(\.entry) + found.changed.map(\.old.entry))
      let come = found.added + found.changed.map(\.new)
      let kept = old.designations.filter { !gone.contains($0.entry) }
      func texts(_ entries: [Designation]) -> [String] {
        entries.map { "\($0.entry) \($0.name) \($0.particulars.flag ?? "")" }.sorted()
      }
      #expect(texts(kept + come) == texts(new.designations))
    }
  }

  private func rows(with random: inout SeededGenerator) -> String {
    let rows = (1...20).compactMap { id -> String? in
      guard Bool.random(using: &random) else { return nil }
      let flag = ["PA", "LR"].randomElement(using: &random) ?? ""
      return "\(id),Vessel,SHIP \(Int.random(in: 1...2, using: &random)),,,\(flag),,,\n"
    }.shuffled(using: &random)
    return rows.isEmpty ? "99,Vessel,LAST,,,,,,\n" : rows.joined()
  }
}
