import Maritime

/// A passage from one stay in port to the next.
struct Leg {
  /// The index of the stay that it began with.
  let from: Int
  /// The index of the stay that ended it; `nil` while it goes on.
  let to: Int?
  /// The index of the last position in port.
  let departure: Int
  /// The index of the first position in the next port, or of the hull's last.
  let arrival: Int
}

extension TravelDetector {
  /// The legs between stays of `voyage_confidence`, oldest first; the last may go on.
  var legs: [Leg] {
    let confidence = context.settings.parameters.count(.voyageConfidence)
    let ends = stays.indices.filter { stays[$0].confidence >= confidence }
    let closed = zip(ends, ends.dropFirst()).map { from, to in
      Leg(from: from, to: to, departure: stays[from].last, arrival: stays[to].first)
    }.filter(isVoyage)
    guard let last = ends.last, !stays[last].isOpen else { return closed }
    let open = Leg(from: last, to: nil, departure: stays[last].last, arrival: hull.endIndex - 1)
    return closed + [open]
  }

  /// Whether a leg goes to another port or takes `voyage_return`.
  private func isVoyage(_ leg: Leg) -> Bool {
    leg.to.map { stays[$0].port } != stays[leg.from].port
      || hull[leg.arrival].time - hull[leg.departure].time
        >= context.settings.parameters.milliseconds(.voyageReturn)
  }

  /// The voyages between the port calls of the hull.
  var voyageFacts: [Fact] {
    let said = DestinationHistory(
      isOneHull ? track.reports : [], context.settings.parameters)
    return legs.map { fact($0, said) }
  }

  private func fact(_ leg: Leg, _ said: DestinationHistory) -> Fact {
    let (departure, arrival) = (hull[leg.departure], hull[leg.arrival])
    let from = port(leg.from)
    let to = leg.to.map(port)
    let destination = said.run(from: departure.time, to: arrival.time)
    let draught = draughtAfter(leg.from) ?? leg.to.flatMap(draughtBefore)
    var voyage = Voyage()
    voyage.from = from.reference
    voyage.to = to?.reference
    let declared = destination.flatMap { declaredPort($0.value, from: from, to: to) }
    voyage.declaredDestination = declared?.reference
    if let declared, let to { voyage.destinationDistance = distance(from: declared, to: to) }
    voyage.detourRatio = leg.to.flatMap { _ in detourRatio(of: leg) }
    voyage.isLaden = draught.flatMap { isLaden($0) }
    let reports = [declared == nil ? nil : destination?.last, draught?.first].compactMap(\.self)
    let positions = leg.to == nil ? [departure] : [departure, arrival]
    return Voyage.schema.fact(
      voyage,
      FactHeader(
        vessel: track.vessel,
        span: TimeSpan(start: departure.instant, end: leg.to.map { _ in arrival.instant }),
        position: departure.coordinate, source: "ais",
        evidence: (positions.map(track.evidence) + reports.map(track.evidence)).inOrder,
        detector: context.detectors.passage.voyage))
  }

  private func port(_ stay: Int) -> Port { context.settings.gazetteer.ports[stays[stay].port] }

  /// The port that the crew declared; the one it comes from was never updated and says nothing.
  private func declaredPort(_ text: String, from: Port, to: Port?) -> Port? {
    let ports = context.settings.destinations.ports(named: text)
    if let to, ports.contains(where: { $0.code == to.code }) { return to }
    return ports.count == 1 && ports[0].code != from.code ? ports[0] : nil
  }

  /// The least distance between circles of two ports in metres.
  private func distance(from declared: Port, to actual: Port) -> Double? {
    if declared.code == actual.code { return 0 }
    return actual.areas.map { declared.distance(to: $0.center) }.min()
  }

  /// The way sailed by the shortest between the ends.
  private func detourRatio(of leg: Leg) -> Double? {
    let direct = hull[leg.departure].distance(to: hull[leg.arrival])
    guard direct >= context.settings.parameters.metres(.detourMinimum) else { return nil }
    let sailed = (leg.departure..<leg.arrival).reduce(0) {
      $0 + hull[$1].distance(to: hull[$1 + 1])
    }
    return sailed / shortestWay(from: hull[leg.departure], to: hull[leg.arrival], sailed, direct)
  }

  /// The shortest way at sea, at most as long as the one sailed; without a coastline the great
  /// circle, which may cross land.
  private func shortestWay(
    from start: Position, to end: Position, _ sailed: Double, _ direct: Double
  ) -> Double {
    guard let chart = context.settings.seaChart, let from = start.coordinate,
      let to = end.coordinate
    else { return direct }
    var ways = SeaWays(
      chart.chart, from: from, bound: to, budget: sailed, context.settings.parameters)
    return switch ways.length(to: to) {
    case .metres(let metres): metres
    // The chart knows no shorter way: its cells are coarser than the way that was sailed.
    case .beyond: max(direct, sailed)
    }
  }

  /// Whether a draught is near the greatest or the least that the vessel ever had.
  ///
  /// Known only of a vessel whose draughts differ by its class's threshold: then it was seen
  /// both laden and not.
  private func isLaden(_ draught: DraughtRun) -> Bool? {
    let parameters = context.settings.parameters
    guard let least = draughts.runs.map(\.metres).min(),
      let greatest = draughts.runs.map(\.metres).max(), greatest - least >= threshold.metres
    else { return nil }
    let share = (draught.metres - least) / (greatest - least)
    if share >= parameters.share(.ladenShare) { return true }
    return share <= parameters.share(.ballastShare) ? false : nil
  }
}

extension [Evidence] {
  /// The lines by time, file and number.
  var inOrder: [Evidence] {
    sorted {
      ($0.time?.milliseconds ?? 0, $0.file, $0.line)
        < ($1.time?.milliseconds ?? 0, $1.file, $1.line)
    }
  }
}
