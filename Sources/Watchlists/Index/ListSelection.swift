import Maritime

/// The snapshots and entries that the name of a list, regime or publisher stands for.
struct ListSelection {
  private let name: String
  /// What the regimes below this one begin with: `un-` for `un`.
  private let prefix: String
  private let lowercasedName: String
  private let snapshots: [SnapshotSummary]
  private let knownAsOf: UTCTime?
  /// The snapshots published by the known-as-of date, by list and date.
  let known: [Int]

  init(_ name: String, in snapshots: [SnapshotSummary], knownAsOf: UTCTime?) {
    self.name = name
    prefix = name + "-"
    lowercasedName = name.lowercased()
    self.snapshots = snapshots
    self.knownAsOf = knownAsOf
    known = snapshots.indices.filter { index in
      knownAsOf.map { snapshots[index].published <= $0 } ?? true
    }
  }

  /// The newest known snapshot of each list.
  var newest: Set<Int> {
    Set(Dictionary(known.map { (snapshots[$0].list, $0) }) { _, later in later }.values)
  }

  /// Whether an entry counts for this name.
  ///
  /// One that is only watched answers to its own list alone.
  func includes(_ designation: Designation, in index: Int) -> Bool {
    guard known.contains(index) else { return false }
    if snapshots[index].list == name { return true }
    guard designation.isProhibition else { return false }
    return name == "any-designated" || covers(designation.regime)
      || isPublisher(snapshots[index].publisher)
  }

  /// Why absence says nothing about a subject of `kind`; `nil` when the lists could tell.
  func gap(for kind: Designation.Kind) -> String? {
    if known.contains(where: { answers(snapshots[$0], for: kind) }) { return nil }
    if known.contains(where: { answers(snapshots[$0], for: nil) }) {
      return "no loaded list names the vessels of '\(name)'"
    }
    guard let knownAsOf, snapshots.contains(where: { answers($0, for: kind) }) else {
      return "no list '\(name)' was loaded"
    }
    return "no snapshot of '\(name)' published by \(knownAsOf.dayDescription) was loaded"
  }

  private func answers(_ snapshot: SnapshotSummary, for kind: Designation.Kind?) -> Bool {
    if name == "any-designated" || snapshot.list == name { return true }
    let silent = kind == .vessel ? snapshot.regimesWithoutVessels : []
    if snapshot.regimes.contains(where: { covers($0) && !silent.contains($0) }) { return true }
    return isPublisher(snapshot.publisher)
  }

  /// `un` stands for `un-1718` too.
  private func covers(_ regime: String) -> Bool { regime == name || regime.hasPrefix(prefix) }

  private func isPublisher(_ publisher: String) -> Bool {
    publisher == name || publisher.lowercased() == lowercasedName
  }
}
