import Maritime

/// Positions next to one another that show a pattern which no sailing leaves.
struct TrackPattern {
  let kind: String
  let range: Range<Int>
  /// The way in metres from the place to where the vessel can be, when the pattern itself tells.
  var displacement: Double?
  var confidence: String?
}

/// Finds circles, frozen positions and drawn lines in the positions of one hull.
///
/// - Complexity: O(*n*) in the number of positions.
func trackPatterns(
  in hull: Positions, _ parameters: DetectionParameters
) -> [TrackAnomaly] {
  let patterns =
    circles(in: hull, parameters) + frozenPositions(in: hull, parameters)
    + drawnLines(in: hull, parameters)
  let test = JumpTest(parameters)
  return patterns.map { $0.anomaly(in: hull, test) }
}

extension TrackPattern {
  /// The anomaly that the pattern is.
  ///
  /// When the vessel jumped there, the place before is where it can have been, and the pattern is
  /// the surer.
  func anomaly(in hull: Positions, _ test: JumpTest) -> TrackAnomaly {
    let (first, last) = (hull[range.lowerBound], hull[range.upperBound - 1])
    let jump = jump(in: hull, test)
    return TrackAnomaly(
      anomaly: Anomaly(
        kind: kind, impliedSpeed: jump.map { impliedSpeed($0.from, $0.to) },
        displacement: displacement ?? jump.map { $0.from.distance(to: $0.to) },
        endPosition: last.coordinate, confidence: jump == nil ? confidence : "high"),
      before: jump?.outside ?? first, span: TimeSpan(start: first.instant, end: last.instant),
      evidence: [first, last], isJump: jump != nil)
  }

  /// The way in or out that asks for too much speed; `nil` when the vessel sailed both ways.
  func jump(
    in hull: Positions, _ test: JumpTest
  ) -> (from: Position, to: Position, outside: Position)? {
    if range.lowerBound > hull.startIndex {
      let (before, first) = (hull[range.lowerBound - 1], hull[range.lowerBound])
      if test.isJump(before, first) { return (before, first, before) }
    }
    if range.upperBound < hull.endIndex {
      let (last, after) = (hull[range.upperBound - 1], hull[range.upperBound])
      if test.isJump(last, after) { return (last, after, after) }
    }
    return nil
  }
}
