import Maritime

/// A port call that a gap has room for.
struct FeasibleCall {
  let portCall: PortCall
  /// The earliest arrival, in milliseconds since 1970.
  let earliest: Int64
  /// The latest departure.
  let latest: Int64
}

/// Finds the ports that a vessel can have called at between two positions.
///
/// A port is within reach when the way there and the way on at the vessel's top speed leave
/// `inferred_port_time` of the gap. Ways go around the land of the coastline; without one they are
/// great circles, also over land. Either is a lower bound of the way, so a port that is out of
/// reach here is out of reach at sea. All ports that belong to a group become calls, because rules
/// name groups; of the others the `inferred_ports_kept` with most slack.
struct Reach {
  private let ports: PortChart
  private let chart: SeaChartSource?
  private let parameters: DetectionParameters
  let metresPerMillisecond: Double
  private let portTime: Int64
  private let kept: Int

  init(_ settings: DetectionSettings, vessel: VesselReference) {
    ports = settings.chart
    chart = settings.seaChart
    parameters = settings.parameters
    portTime = settings.parameters.milliseconds(.inferredPortTime)
    kept = settings.parameters.count(.inferredPortsKept)
    let deadweight = vessel.imo.flatMap { settings.deadweights[$0] }
    let knots = topSpeed(deadweight: deadweight, settings.parameters)
    metresPerMillisecond = knots * 1852 / 3_600_000
  }

  /// The calls, by slack, longest first, then by port.
  ///
  /// - Complexity: O(*n*) in the number of port areas, about 10 ns for each out of reach. Where
  ///   land lies between, a search over the sea of at most `sea_search_cells` from either end.
  func calls(from start: Position, to end: Position) -> [FeasibleCall] {
    let time = end.time - start.time - portTime
    guard time > 0 else { return [] }
    let budget = Double(time) * metresPerMillisecond
    let (from, to) = (ChartPoint(start), ChartPoint(end))
    var seaWays: SeaWayPair?
    let feasible = ports.areas(between: from, to, within: budget).compactMap { area -> Way? in
      let port = ports.ports[area.port]
      let way = Way(
        port: port, there: distance(start, area.middle), onward: distance(end, area.middle))
      guard way.metres <= budget else { return nil }
      guard let chart else { return way }
      if seaWays == nil { seaWays = SeaWayPair(chart.chart, start, end, budget, parameters) }
      return seaWays?.way(to: port, budget)
    }.sorted { ($0.metres, $0.port.code) < ($1.metres, $1.port.code) }
    var left = kept
    return feasible.filter { way in
      if !way.port.groups.isEmpty { return true }
      left -= 1
      return left >= 0
    }.map { call(at: $0, start, end, of: feasible.count) }
  }

  fileprivate struct Way {
    let port: Port
    let there: Double
    let onward: Double
    var metres: Double { there + onward }
  }

  private func distance(_ position: Position, _ point: Coordinate) -> Double {
    distanceMetres(position.latitudeE7, position.longitudeE7, point.latitudeE7, point.longitudeE7)
  }

  private func call(at way: Way, _ start: Position, _ end: Position, of count: Int) -> FeasibleCall
  {
    let earliest = start.time + Int64((way.there / metresPerMillisecond).rounded(.up))
    let latest = end.time - Int64((way.onward / metresPerMillisecond).rounded(.up))
    return FeasibleCall(
      portCall: PortCall(
        port: way.port, confidence: 1, stops: nil, isOpen: false,
        slack: max(0, latest - earliest - portTime), feasiblePorts: count),
      earliest: earliest, latest: max(earliest, latest))
  }
}

/// The ways at sea from the two ends of one gap.
private struct SeaWayPair {
  private var there: SeaWays
  private var onward: SeaWays

  /// Prepares the ways; `nil` when an end is not on the Earth.
  init?(
    _ chart: SeaChart, _ start: Position, _ end: Position, _ budget: Double,
    _ parameters: DetectionParameters
  ) {
    guard let from = start.coordinate, let to = end.coordinate else { return nil }
    there = SeaWays(chart, from: from, bound: to, budget: budget, parameters)
    onward = SeaWays(chart, from: to, bound: from, budget: budget, parameters)
  }

  /// The shortest way by any area of a port; `nil` when it is out of reach.
  mutating func way(to port: Port, _ budget: Double) -> Reach.Way? {
    var best: Reach.Way?
    for area in port.areas {
      guard case .metres(let first) = there.length(to: area.center),
        case .metres(let second) = onward.length(to: area.center), first + second <= budget
      else { continue }
      let way = Reach.Way(port: port, there: first, onward: second)
      if way.metres < best?.metres ?? .infinity { best = way }
    }
    return best
  }
}

/// The top speed in knots by deadweight, as RadianceFleet's CLASS_SPEEDS has it.
private func topSpeed(deadweight: Int?, _ parameters: DetectionParameters) -> Double {
  let parameter: DetectionParameter =
    switch deadweight {
    case nil: .reachSpeed
    case .some(..<60_000): .reachSpeedSmall
    case .some(..<120_000): .reachSpeedPanamax
    case .some(..<200_000): .reachSpeedSuezmax
    case .some: .reachSpeedLargest
    }
  return parameters.knots(parameter)
}
