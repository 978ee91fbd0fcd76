import Detection
import Maritime

/// The facts of a run in the order of facts files, in portions that can be asked for side by side.
///
/// A portion has all facts of some vessels, and vessels come by MMSI as they do in the file. So no
/// more than a few portions need to be in memory at once.
struct FactStream: Sendable {
  /// The facts of one portion as they are written.
  struct Lines: Sendable {
    let lines: [UInt8]
    /// How many facts there are of each kind.
    let counts: [String: Int]
  }

  /// Whose facts stand next to one another in the file.
  private struct Station: Sendable {
    /// The index of the track, if it sent anything.
    let track: Int?
    /// What more than its own track shows.
    let others: [Fact]
  }

  private let context: DetectionContext
  private let stations: [Station]

  /// Surveys all tracks and finds the facts that more than one of them makes.
  init(_ inputs: DetectionInputs) async {
    let (tracks, settings) = (inputs.tracks, inputs.settings)
    let surveys = await inParallel(tracks.count, threads: inputs.threads) { index in
      defer { tracks[index].positions.unload() }
      return survey(tracks[index], at: index, settings)
    }
    context = DetectionContext(tracks: tracks, surveys: surveys, settings: settings)
    let searches = context.searchesAcrossTracks
    let found = await inParallel(searches.count, threads: inputs.threads) { searches[$0]() }
    for track in tracks { track.positions.unload() }
    let others = Dictionary(grouping: found.flatMap(\.self) + inputs.tabledFacts) {
      $0.header.vessel.mmsi?.value ?? 0
    }
    let byNumber = Dictionary(
      uniqueKeysWithValues: tracks.indices.map { (tracks[$0].vessel.mmsi?.value ?? 0, $0) })
    stations = Set(others.keys).union(byNumber.keys).sorted().map {
      Station(track: byNumber[$0], others: others[$0] ?? [])
    }
  }

  /// How many portions there are.
  var portions: Int { (stations.count + Self.size - 1) / Self.size }

  /// Vessels in a portion: enough to be worth a task, few enough that all threads end together.
  private static let size = 8

  /// The facts of a portion, in the order of facts files.
  func facts(_ portion: Int) -> [Fact] {
    let first = portion * Self.size
    return stations[first..<min(first + Self.size, stations.count)].flatMap(facts)
  }

  /// The lines of a portion.
  func portion(_ portion: Int) -> Lines {
    let facts = facts(portion)
    return Lines(lines: FactFile.lines(of: facts), counts: countsByKind(facts))
  }

  private func facts(_ station: Station) -> [Fact] {
    guard let index = station.track else { return station.others.sorted() }
    defer { context.tracks[index].positions.unload() }
    return (context.facts(ofTrackAt: index) + station.others).sorted()
  }
}

/// How many facts there are of each kind.
func countsByKind(_ facts: [Fact]) -> [String: Int] {
  facts.reduce(into: [:]) { $0[$1.kind.name, default: 0] += 1 }
}
