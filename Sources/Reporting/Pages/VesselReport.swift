public import Maritime
public import Screening

/// A verdict with what a report draws beside it.
public struct VesselReport: Sendable {
  /// A position on the vessel's track.
  public struct TrackPoint: Hashable, Sendable {
    /// When it was sent.
    public let time: UTCTime
    /// Where the vessel said it was.
    public let position: Coordinate

    /// Creates a point.
    public init(time: UTCTime, position: Coordinate) {
      self.time = time
      self.position = position
    }
  }

  /// The verdict.
  public let verdict: Verdict
  /// All facts of the vessel that the verdict rests on; `nil` when only those it cites are known.
  public let allFacts: [Fact]?
  /// The track, oldest first; empty when no positions were given.
  public let track: [TrackPoint]
  /// The facts that findings and open questions cite, by time; what an entry of a list says of
  /// the vessel is not among them.
  public let citedFacts: [Fact]

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - verdict: The verdict.
  ///   - allFacts: The vessel's facts, which the caller has compared with the verdict's digest.
  ///   - track: The vessel's positions in any order.
  public init(_ verdict: Verdict, allFacts: [Fact]? = nil, track: [TrackPoint] = []) {
    self.verdict = verdict
    self.allFacts = allFacts?.inTimeOrder()
    self.track = track.sorted { $0.time < $1.time }
    let cited =
      verdict.findings.flatMap(\.facts) + verdict.undetermined.flatMap(\.facts)
      + verdict.suppressed.flatMap(\.finding.facts)
    var seen: Set<String> = []
    citedFacts = cited.filter {
      $0.kind != CandidateEntry.schema.kind && seen.insert($0.id).inserted
    }.inTimeOrder()
  }

  /// Everything that can be drawn: all facts when they are known, else those cited.
  var drawnFacts: [Fact] { allFacts ?? citedFacts }

  /// The numbers by which the report refers to cited facts, from 1 in the order of time.
  var numbers: [String: Int] {
    Dictionary(uniqueKeysWithValues: citedFacts.enumerated().map { ($1.id, $0 + 1) })
  }
}

extension Array where Element == Fact {
  fileprivate func inTimeOrder() -> [Fact] {
    sorted {
      ($0.header.span.start, $0.kind.name, $0.id) < ($1.header.span.start, $1.kind.name, $1.id)
    }
  }
}
