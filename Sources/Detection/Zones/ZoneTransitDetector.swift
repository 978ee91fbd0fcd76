import Maritime

/// A stay of a hull in a zone as its positions show it.
struct ZoneStay {
  /// The index of the zone.
  let zone: Int32
  /// When it began: at the border when the hull was seen to cross it.
  let start: Int64
  var end: Int64
  /// The indices of the first and last position in the zone.
  let first: Int
  var last: Int
}

/// Finds the stays of one hull in zones.
///
/// Between two positions that are joined as port calls join them, the border is crossed on the
/// straight line between them. A time outside shorter than `zone_pause` does not end a stay; a
/// silence of `gap_minimum` does, because nobody knows where the vessel was.
struct ZoneStayFinder {
  private let zones: ZoneIndex
  private let pause: Int64
  private let joinTime: Int64
  private let joinDistance: Double
  private var cursor = ZoneIndex.Cursor()
  private var current: [ZoneStay] = []
  private var ended: [ZoneStay] = []

  init(_ settings: DetectionSettings) {
    zones = settings.zones
    pause = settings.parameters.milliseconds(.zonePause)
    joinTime = settings.parameters.milliseconds(.gapMinimum)
    joinDistance = settings.parameters.metres(.portJoinDistance)
  }

  /// The stays, by zone and time.
  ///
  /// - Complexity: O(*n*) in the number of positions: a look at a cell each, and at a polygon where
  ///   its border crosses the cell.
  mutating func stays(in hull: Positions) -> [ZoneStay] {
    if zones.zones.isEmpty { return [] }
    var around: [Int32] = []
    for index in hull.indices {
      let position = hull[index]
      let now = zones.indices(position.latitudeE7, position.longitudeE7, &cursor)
      if now.isEmpty, around.isEmpty { continue }
      move(from: around, to: now, at: index, in: hull)
      around = now
    }
    ended += current
    return joined(ended)
  }

  private mutating func move(
    from around: [Int32], to now: [Int32], at index: Int, in hull: Positions
  ) {
    let position = hull[index]
    let previous = index > hull.startIndex ? hull[index - 1] : nil
    let isSilent = previous.map { position.time - $0.time >= joinTime } ?? true
    if now == around, !isSilent {
      for place in current.indices {
        (current[place].end, current[place].last) = (position.time, index)
      }
      return
    }
    for var stay in current {
      if now.contains(stay.zone), !isSilent {
        (stay.end, stay.last) = (position.time, index)
        current[place(of: stay.zone)] = stay
      } else {
        if let previous, let time = crossing(stay.zone, from: previous, to: position) {
          stay.end = time
        }
        ended.append(stay)
        current.remove(at: place(of: stay.zone))
      }
    }
    for zone in now where !current.contains(where: { $0.zone == zone }) {
      let entry = previous.flatMap { crossing(zone, from: position, to: $0) }
      current.append(
        ZoneStay(
          zone: zone, start: entry ?? position.time, end: position.time, first: index, last: index))
    }
  }

  private func place(of zone: Int32) -> Int {
    current.firstIndex { $0.zone == zone } ?? current.startIndex
  }

  /// When the line from a position inside to one outside leaves the zone; `nil` when it is unknown.
  private func crossing(_ zone: Int32, from inside: Position, to outside: Position) -> Int64? {
    guard abs(outside.time - inside.time) < joinTime,
      inside.distance(to: outside) <= joinDistance
    else { return nil }
    var (low, high) = (0.0, 1.0)
    // Twenty halvings: a share of a millionth, four metres of the longest line.
    for _ in 0..<20 {
      let middle = (low + high) / 2
      if holds(zone, middle, inside, outside) { low = middle } else { high = middle }
    }
    return inside.time + Int64((Double(outside.time - inside.time) * low).rounded())
  }

  private func holds(_ zone: Int32, _ share: Double, _ a: Position, _ b: Position) -> Bool {
    let north = Double(Int64(b.latitudeE7) - Int64(a.latitudeE7)) * share
    let east = Double(longitudeDifference(b.longitudeE7, a.longitudeE7)) * share
    var longitude = Int64(a.longitudeE7) + Int64(east.rounded())
    if longitude > 1_800_000_000 { longitude -= 3_600_000_000 }
    if longitude < -1_800_000_000 { longitude += 3_600_000_000 }
    let point = Coordinate(
      latitudeE7: a.latitudeE7 + Int32(north.rounded()), longitudeE7: Int32(longitude))
    return point.map { zones.zones[Int(zone)].contains($0) } ?? false
  }

  /// Joins stays in one zone that a short time outside parts.
  private func joined(_ stays: [ZoneStay]) -> [ZoneStay] {
    stays.sorted { ($0.zone, $0.start) < ($1.zone, $1.start) }.reduce(into: []) { joined, stay in
      if let last = joined.last, last.zone == stay.zone, stay.start - last.end < pause {
        joined[joined.count - 1].end = stay.end
        joined[joined.count - 1].last = stay.last
      } else {
        joined.append(stay)
      }
    }
  }
}

extension TravelDetector {
  /// The stays of the hull in zones, with the share of the voyage in which they lie.
  var zoneFacts: [Fact] {
    var finder = ZoneStayFinder(context.settings)
    let voyages = legs.filter { $0.to != nil }
    return finder.stays(in: hull).map { stay in
      let (first, last) = (hull[stay.first], hull[stay.last])
      let transit = ZoneTransit(
        zone: context.settings.zones.zones[Int(stay.zone)].id, share: share(of: stay, in: voyages))
      return ZoneTransit.schema.fact(
        transit,
        FactHeader(
          vessel: track.vessel,
          span: TimeSpan(
            start: UTCTime(milliseconds: stay.start), end: UTCTime(milliseconds: stay.end)),
          position: first.coordinate, source: "ais",
          evidence: (stay.first == stay.last ? [first] : [first, last]).map(track.evidence),
          detector: context.detectors.passage.zoneTransit))
    }
  }

  /// The share of a voyage that a stay fills; `nil` when it touches none or several.
  private func share(of stay: ZoneStay, in voyages: [Leg]) -> Double? {
    let touched = voyages.filter {
      hull[$0.departure].time < stay.end && hull[$0.arrival].time > stay.start
    }
    guard touched.count == 1 else { return nil }
    let (start, end) = (hull[touched[0].departure].time, hull[touched[0].arrival].time)
    return Double(min(end, stay.end) - max(start, stay.start)) / Double(end - start)
  }
}
