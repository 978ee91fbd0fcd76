import Maritime

/// The tracks that sent one IMO number, because a hull keeps it when its MMSI changes.
struct HullIndex: Sendable {
  /// The tracks of each IMO number that more than one MMSI sent, by the time of the first position.
  private let tracksByHull: [IMONumber: [Int]]

  init(_ tracks: [Track]) {
    let known = tracks.indices.filter {
      tracks[$0].vessel.imo != nil && !tracks[$0].positions.isEmpty
    }
    let groups = Dictionary(grouping: known) { tracks[$0].vessel.imo }
    tracksByHull = groups.reduce(into: [:]) { shared, group in
      guard let imo = group.key, group.value.count > 1 else { return }
      shared[imo] = group.value.sorted {
        (tracks[$0].positions.first?.time ?? 0, $0) < (tracks[$1].positions.first?.time ?? 0, $1)
      }
    }
  }

  /// The IMO numbers that more than one MMSI sent.
  var shared: [IMONumber] { tracksByHull.keys.sorted() }

  /// The tracks that sent an IMO number, if more than one did, by the time of the first position.
  func tracks(of imo: IMONumber?) -> [Int] { imo.flatMap { tracksByHull[$0] } ?? [] }
}
