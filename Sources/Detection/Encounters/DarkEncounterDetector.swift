import Maritime

/// A silence of one vessel as others may have met it.
struct PartnerSilence {
  /// The index of the partner's track.
  let track: Int
  let silence: Silence
  /// When it ends; the end of the feed while open.
  let until: Int64
}

/// A loitering with a silence that leaves room for a meeting.
private struct DarkCandidate {
  let loiterer: Int
  let period: LoiteringPeriod
  let partner: PartnerSilence
  let distance: Double
  /// When both can have been there.
  let start: Int64
  let end: Int64
}

extension DetectionContext {
  /// The possible encounters of loitering vessels with silent ones.
  ///
  /// The partner's silence must leave it time to be at the place for `dark_encounter_minimum` of
  /// the loitering at its top speed, and the place must lie within `dark_encounter_low` of the
  /// straight way between the ends of the silence. A silence in port or of the whole feed does
  /// not count. Of all loiterings of one vessel during one silence only the nearest is told.
  ///
  /// - Complexity: Near-linear: each silence looks only at the loiterings in the cells along its
  ///   way.
  func darkEncounterFacts() -> [Fact] {
    let index = LoiteringIndex(surveys, settings.parameters)
    guard !index.isEmpty else { return [] }
    let candidates = tracks.indices.flatMap { track in
      partnerSilences(ofTrackAt: track).flatMap { self.candidates(for: $0, in: index) }
    }
    let byLoitering = Dictionary(grouping: candidates) { [Int64($0.loiterer), $0.period.start] }
    let kept = settings.parameters.count(.darkPartnersKept)
    return byLoitering.values.flatMap { candidates in
      candidates.sorted {
        ($0.distance, $0.partner.track, $0.start) < ($1.distance, $1.partner.track, $1.start)
      }.prefix(kept).map(fact)
    }
  }

  /// The silences of a track that do not lie in port.
  private func partnerSilences(ofTrackAt index: Int) -> [PartnerSilence] {
    defer { tracks[index].positions.unload() }
    // Where several hulls send under one number, the last that was heard is silent to the end.
    let last = surveys[index].hulls.max { ($0.last?.time ?? 0) < ($1.last?.time ?? 0) }
    let open = last.map { hull in
      silences(
        in: hull[(hull.endIndex - 1)..<hull.endIndex], feedEnd: feedEnd,
        successor: successor(of: index), settings.parameters)
    }
    return (surveys[index].silences + (open ?? [])).filter { !isInPort($0) }.map {
      PartnerSilence(track: index, silence: $0, until: $0.next?.time ?? feedEnd)
    }
  }

  /// Whether a silence began in a port and ended in the same one or not at all.
  private func isInPort(_ silence: Silence) -> Bool {
    guard let port = port(around: silence.last) else { return false }
    return silence.next.map { self.port(around: $0) == port } ?? true
  }

  private func port(around position: Position) -> Int32? {
    var cursor = AreaIndex.Cursor()
    let found = settings.callAreas.nearest(position.latitudeE7, position.longitudeE7, &cursor) {
      $1 <= $0.radius
    }
    return found.map { settings.callAreas.areas[Int($0.area)].port }
  }

  private func candidates(
    for partner: PartnerSilence, in index: LoiteringIndex
  ) -> [DarkCandidate] {
    let (first, last) = (partner.silence.last, partner.silence.next ?? partner.silence.last)
    let limit = settings.parameters.metres(.darkEncounterLow)
    let way = GreatCircleWay(first, last)
    let places = index.loiterings(along: way, within: limit).filter {
      $0.period.start < partner.until && $0.period.end > first.time
    }
    let found = places.compactMap { place -> DarkCandidate? in
      let distance = way.distance(
        toLatitude: place.period.latitudeE7, longitude: place.period.longitudeE7)
      guard distance <= limit, isOther(place.track, than: partner.track),
        let window = window(for: partner, at: place.period)
      else { return nil }
      return DarkCandidate(
        loiterer: place.track, period: place.period, partner: partner, distance: distance,
        start: window.start, end: window.end)
    }
    return found.isEmpty || isFeedOutage(partner) ? [] : nearest(found)
  }

  /// The nearest loitering of each vessel, the first of those equally near.
  ///
  /// A vessel that drifts every night of a long silence met nobody every night.
  private func nearest(_ candidates: [DarkCandidate]) -> [DarkCandidate] {
    let sorted = candidates.sorted {
      ($0.loiterer, $0.distance, $0.start) < ($1.loiterer, $1.distance, $1.start)
    }
    return sorted.indices.filter {
      $0 == 0 || sorted[$0 - 1].loiterer != sorted[$0].loiterer
    }.map { sorted[$0] }
  }

  /// Whether two tracks are of two hulls.
  private func isOther(_ a: Int, than b: Int) -> Bool {
    a != b && (tracks[a].vessel.imo == nil || tracks[a].vessel.imo != tracks[b].vessel.imo)
  }

  private func isFeedOutage(_ partner: PartnerSilence) -> Bool {
    reception.reception(of: partner.track, in: partner.silence, until: partner.until).isFeedOutage
  }

  /// The time in which the partner can have been where a vessel loitered.
  private func window(
    for partner: PartnerSilence, at period: LoiteringPeriod
  ) -> (start: Int64, end: Int64)? {
    let reach = Reach(settings, vessel: tracks[partner.track].vessel)
    let there = reach.time(from: partner.silence.last, to: period)
    let onward = partner.silence.next.map { reach.time(from: $0, to: period) } ?? 0
    let start = max(period.start, partner.silence.last.time + there)
    let end = min(period.end, partner.until - onward)
    let minimum = settings.parameters.milliseconds(.darkEncounterMinimum)
    return end - start >= minimum ? (start, end) : nil
  }

  private func fact(_ candidate: DarkCandidate) -> Fact {
    let (partner, silence) = (candidate.partner.track, candidate.partner.silence)
    let (start, end) = (candidate.start, candidate.end)
    return DarkEncounter.schema.fact(
      DarkEncounter(
        tier: tier(candidate.distance), partner: tracks[partner].vessel,
        distance: candidate.distance),
      FactHeader(
        vessel: tracks[candidate.loiterer].vessel,
        span: TimeSpan(
          start: UTCTime(milliseconds: start), end: UTCTime(milliseconds: end)),
        position: Coordinate(
          latitudeE7: candidate.period.latitudeE7, longitudeE7: candidate.period.longitudeE7),
        source: "ais",
        evidence: evidence(of: candidate.loiterer, from: start, to: end)
          + [tracks[partner].evidence(silence.last)]
          + (silence.next.map { [(silence.nextTrack ?? tracks[partner]).evidence($0)] } ?? []),
        detector: detectors.passage.darkEncounter))
  }

  private func tier(_ distance: Double) -> String {
    if distance <= settings.parameters.metres(.darkEncounterHigh) { return "high" }
    return distance <= settings.parameters.metres(.darkEncounterMedium) ? "medium" : "low"
  }
}

extension Reach {
  /// The least time in milliseconds from a position to where a vessel loitered.
  func time(from position: Position, to period: LoiteringPeriod) -> Int64 {
    let metres = distanceMetres(
      position.latitudeE7, position.longitudeE7, period.latitudeE7, period.longitudeE7)
    return Int64((metres / metresPerMillisecond).rounded(.up))
  }
}
