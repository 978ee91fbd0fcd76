import Maritime

extension TravelDetector {
  /// The cargo that the draughts of arrival and departure show for each port call.
  var cargoFacts: [Fact] {
    stays.indices.compactMap { place in
      guard let before = draughtBefore(place), let after = draughtAfter(place),
        var handling = handling(from: before, to: after)
      else { return nil }
      let port = context.settings.gazetteer.ports[stays[place].port]
      let (first, last) = (hull[stays[place].first], hull[stays[place].last])
      handling.port = port.reference
      handling.country = port.country
      if after.value < before.value { handling.destinationCountry = port.country }
      return fact(
        handling, isLoading: after.value > before.value,
        span: TimeSpan(start: first.instant, end: last.instant), position: first.coordinate,
        evidence: [first, last].map(track.evidence)
          + [before.last, after.first].map(track.evidence))
    }
  }

  /// The cargo that changes of draught at sea show for an encounter.
  ///
  /// - Parameters:
  ///   - span: The encounter; a draught belongs to it until `draught_delay` later.
  ///   - position: Where it was.
  /// - Returns: A loading or a discharge; `nil` when no change belongs to the encounter.
  func cargoFact(of span: TimeSpan, at position: Coordinate?) -> Fact? {
    let delay = context.settings.parameters.milliseconds(.draughtDelay)
    let shift = draughts.shifts(ofAtLeast: threshold.metres).first {
      $0.begins(during: span, orWithin: delay) && basis(of: $0) == "sea"
    }
    guard let shift, let handling = handling(from: shift.old, to: shift.new) else { return nil }
    return fact(
      handling, isLoading: shift.isDeeper, span: span, position: position,
      evidence: [shift.old.last, shift.new.first].map(track.evidence))
  }

  /// How much cargo was worked; `nil` below the threshold and for vessels that carry none.
  private func handling(from old: DraughtRun, to new: DraughtRun) -> CargoHandling? {
    let change = abs(Double(new.value) - Double(old.value)) / 10
    guard change >= threshold.metres, carriesCargo, let size else { return nil }
    let estimate = CargoEstimate(
      change: change, length: size.length, beam: size.beam, context.settings.parameters)
    var handling = CargoHandling()
    handling.mass = Quantity(.mass, steps: estimate.best)
    handling.massLow = Quantity(.mass, steps: estimate.low)
    handling.massHigh = Quantity(.mass, steps: estimate.high)
    return handling
  }

  /// Whether the AIS type is cargo or tanker, or is not known.
  private var carriesCargo: Bool {
    let types = track.reports.lazy.compactMap { vesselType(ofShipType: $0.particulars.shipType) }
    return types.last.map { ["cargo", "tanker"].contains($0) } ?? true
  }

  /// The length and beam in metres of the last message that had both.
  private var size: (length: Double, beam: Double)? {
    track.reports.last { $0.particulars.length > 0 && $0.particulars.width > 0 }.map {
      (Double($0.particulars.length), Double($0.particulars.width))
    }
  }

  private func fact(
    _ handling: CargoHandling, isLoading: Bool, span: TimeSpan, position: Coordinate?,
    evidence: [Evidence]
  ) -> Fact {
    (isLoading ? CargoHandling.loading : CargoHandling.discharge).fact(
      handling,
      FactHeader(
        vessel: track.vessel, span: span, position: position, source: "ais",
        evidence: evidence.inOrder, detector: context.detectors.passage.cargo))
  }
}

extension DetectionContext {
  /// The cargo that went from one vessel to the other in an encounter, as either draught shows it.
  func transferFacts(of encounters: [Fact]) -> [Fact] {
    let byVessel = Dictionary(grouping: encounters, by: \.header.vessel)
    return tracks.indices.flatMap { index -> [Fact] in
      guard let own = byVessel[tracks[index].vessel], let hull = surveys[index].hulls.first,
        hasShift(with: own, ofTrackAt: index)
      else { return [] }
      let travel = TravelDetector(context: self, index: index, hull: hull)
      return own.compactMap { travel.cargoFact(of: $0.header.span, at: $0.header.position) }
    }
  }

  /// Whether the draught changed with any of the encounters, at sea or not: a first sieve, because
  /// the stays of a hull cost more than its draughts.
  private func hasShift(with encounters: [Fact], ofTrackAt index: Int) -> Bool {
    // Where several hulls send under one number, nobody knows whose the draughts are.
    guard surveys[index].hulls.count == 1 else { return false }
    let delay = settings.parameters.milliseconds(.draughtDelay)
    let shifts = DraughtHistory(tracks[index].reports, settings.parameters)
      .shifts(ofAtLeast: draughtThreshold(of: tracks[index]).metres)
    return encounters.contains { encounter in
      shifts.contains { $0.begins(during: encounter.header.span, orWithin: delay) }
    }
  }
}
