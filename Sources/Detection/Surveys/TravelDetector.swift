import Maritime

/// Finds the gaps, port calls and changes of draught of one hull, which depend on one another.
struct TravelDetector {
  let context: DetectionContext
  let track: Track
  let index: Int
  /// The positions of the hull.
  let hull: Positions
  let stays: [Stay]
  /// The closed and open gaps.
  let gaps: [(silence: Silence, gap: Gap)]
  /// Whether one hull sends under the MMSI; else nobody knows whose the static messages are.
  let isOneHull: Bool
  /// The draughts that the hull said it had.
  let draughts: DraughtHistory
  let threshold: DraughtThreshold

  init(context: DetectionContext, index: Int, hull: Positions) {
    self.context = context
    self.index = index
    self.hull = hull
    track = context.tracks[index]
    var finder = StayFinder(context.settings)
    stays = finder.stays(in: hull)
    gaps = context.gaps(of: hull, ofTrackAt: index)
    isOneHull = context.surveys[index].hulls.count == 1
    draughts = DraughtHistory(isOneHull ? track.reports : [], context.settings.parameters)
    threshold = context.draughtThreshold(of: track)
  }

  /// The gaps, the calls that were seen and those that a gap has room for.
  var facts: [Fact] {
    stays.indices.map(callFact)
      + gaps.flatMap { [fact($0.gap, $0.silence)] + inferredCalls(in: $0) } + draughtFacts
      + cargoFacts + voyageFacts + zoneFacts
  }

  private func fact(_ gap: Gap, _ silence: Silence) -> Fact {
    let end = silence.next.map { (silence.nextTrack ?? track).evidence($0) }
    return Gap.schema.fact(
      gap,
      FactHeader(
        vessel: track.vessel, span: gap.span, position: gap.startPosition, source: "ais",
        evidence: [track.evidence(silence.last)] + (end.map { [$0] } ?? []),
        detector: context.detectors.gap))
  }

  private func callFact(_ place: Int) -> Fact {
    let stay = stays[place]
    let (first, last) = (hull[stay.first], hull[stay.last])
    var call = PortCall(
      port: context.settings.gazetteer.ports[stay.port], confidence: stay.confidence,
      stops: stay.stops, isOpen: stay.isOpen, slack: nil, feasiblePorts: nil)
    call.draughtBefore = draughtBefore(place)?.metres
    call.draughtAfter = draughtAfter(place)?.metres
    return PortCall.schema.fact(
      call,
      FactHeader(
        vessel: track.vessel, span: TimeSpan(start: first.instant, end: last.instant),
        position: first.coordinate, source: "ais",
        evidence: stay.first == stay.last
          ? [track.evidence(first)] : [track.evidence(first), track.evidence(last)],
        detector: context.detectors.portCall))
  }

  /// The calls that a gap leaves time for, unless the vessel was in one port at both ends.
  private func inferredCalls(in found: (silence: Silence, gap: Gap)) -> [Fact] {
    guard let next = found.silence.next, !found.gap.reception.isFeedOutage,
      !isInPort(throughout: found.silence)
    else { return [] }
    let reach = Reach(context.settings, vessel: track.vessel)
    return reach.calls(from: found.silence.last, to: next).map { call in
      PortCall.schema.fact(
        call.portCall,
        FactHeader(
          vessel: track.vessel,
          span: TimeSpan(
            start: UTCTime(milliseconds: call.earliest), end: UTCTime(milliseconds: call.latest)),
          position: call.portCall.port.areas.first?.center, source: "inferred",
          evidence: [
            track.evidence(found.silence.last),
            (found.silence.nextTrack ?? track).evidence(next),
          ],
          detector: context.detectors.inferredPortCall))
    }
  }

  private func isInPort(throughout silence: Silence) -> Bool {
    silence.nextTrack == nil
      && stays.contains { $0.first <= silence.start && $0.last > silence.start }
  }
}

extension TravelDetector {
  /// The draught with which the hull came to a stay.
  func draughtBefore(_ place: Int) -> DraughtRun? {
    draughts.run(before: hull[stays[place].first].time)
  }

  /// The draught with which the hull left a stay; `nil` for one that goes on.
  func draughtAfter(_ place: Int) -> DraughtRun? {
    guard !stays[place].isOpen else { return nil }
    let next = place + 1 < stays.count ? hull[stays[place + 1].first].time : nil
    return draughts.run(after: hull[stays[place].last].time, until: next)
  }
}

extension DetectionContext {
  /// The gaps of a hull, the silence at the feed's end among them.
  fileprivate func gaps(
    of hull: Positions, ofTrackAt index: Int
  ) -> [(silence: Silence, gap: Gap)] {
    // Of several hulls on one MMSI only the one heard last falls silent: the MMSI does not.
    let isLast = hull.last?.time == tracks[index].positions.last?.time
    return silences(
      in: hull, feedEnd: isLast ? feedEnd : hull.last?.time ?? 0,
      successor: isLast ? successor(of: index) : nil, settings.parameters
    ).compactMap { silence in
      guard let start = silence.last.coordinate else { return nil }
      return (
        silence,
        Gap(
          span: TimeSpan(start: silence.last.instant, end: silence.next?.instant),
          startPosition: start, endPosition: silence.next?.coordinate,
          positionsBefore: positionsBefore(silence.start, in: hull, settings.parameters),
          reception: reception.reception(
            of: index, in: silence, until: silence.next?.time ?? feedEnd),
          shoreDistance: settings.shoreDistance(from: start))
      )
    }
  }

  /// The first position of the hull under another MMSI after the last position of a track.
  func successor(of index: Int) -> (position: Position, track: Track)? {
    guard let last = tracks[index].positions.last?.time else { return nil }
    let later = hulls.tracks(of: tracks[index].vessel.imo).filter { $0 != index }.compactMap {
      other in
      tracks[other].positions.firstLater(than: last).map { (position: $0, track: tracks[other]) }
    }
    return later.min { $0.position.time < $1.position.time }
  }
}

extension Positions {
  /// The index of the first position at or after a time; `endIndex` when there is none.
  func firstIndex(from time: Int64) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self.time(at: middle) < time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func firstLater(than time: Int64) -> Position? {
    let index = firstIndex(from: time + 1)
    return index < endIndex ? self[index] : nil
  }
}
