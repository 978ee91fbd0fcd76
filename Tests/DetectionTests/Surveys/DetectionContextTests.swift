import Detection
import Maritime
import TestSupport
import Testing

struct DetectionContextTests {
  /// Vessels that wander between ports, fall silent, meet and jump.
  private var journeys: [Journey] {
    var random = SeededGenerator(seed: 8)
    return (0..<30).map { number in
      var journey = Journey(
        200_000_001 + UInt32(number), imo: number % 9 == 0 ? 9_074_729 : nil, 0, 10)
      for _ in 0..<12 {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: journey.stay(hours: 7, knots: 0.1)
        case 1: journey.silence(hours: 14, to: (Double.random(in: -1...1, using: &random), 10))
        default:
          journey.sail(
            Double.random(in: -1...1, using: &random),
            10 + Double.random(in: -1...1, using: &random),
            hours: 9)
        }
      }
      return journey
    }
  }

  private let settings = DetectionSettings(
    gazetteer: Gazetteer(
      ports: [port("AAAAA", 0, 10), port("BBBBB", 0.5, 10.2), port("CCCCC", -1, 10)], zones: []))

  @Test func givesTheSameFactsInParallel() async {
    let tracks = journeys.map(\.track)
    let plain = detectFacts(in: tracks, settings)
    let settings = settings
    let surveys = await withTaskGroup(of: (Int, TrackSurvey).self) { group in
      for index in tracks.indices {
        group.addTask { (index, survey(tracks[index], at: index, settings)) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }.sorted { $0.0 < $1.0 }.map(\.1)
    let context = DetectionContext(tracks: tracks, surveys: surveys, settings: settings)
    var facts = tracks.indices.reversed().flatMap { context.facts(ofTrackAt: $0) }
    facts += context.searchesAcrossTracks.reversed().flatMap { $0() }
    #expect(facts.sorted() == plain)
    #expect(Set(plain.map(\.kind.name)).count >= 5)
  }

  @Test func givesNoFactTwice() {
    let ids = detectFacts(in: journeys.map(\.track), settings).map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func tellsItsParameters() {
    let facts = detectFacts(in: journeys.map(\.track), settings)
    let known = Set(DetectionParameter.all.map(\.name))
    #expect(
      facts.allSatisfy { fact in
        fact.header.detector?.parameters.allSatisfy { known.contains($0.name) } ?? false
      })
    #expect(facts.allSatisfy { !$0.header.evidence.isEmpty })
  }

  @Test func findsNothingInNothing() {
    #expect(detectFacts(in: [], settings).isEmpty)
  }
}
