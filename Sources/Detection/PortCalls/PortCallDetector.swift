import Maritime

/// A stay in port as the positions show it.
struct Stay: Equatable {
  /// The index of the port in the gazetteer.
  var port: Int
  /// The index of the first position in port.
  let first: Int
  /// The index of the last position in port.
  var last: Int
  /// Whether the vessel was seen to arrive.
  let hasArrival: Bool
  /// Whether the vessel was seen to leave.
  var hasDeparture = false
  /// Whether the track ends in port.
  var isOpen = false
  /// How often the vessel stopped; a silence of `port_gap` is a stop.
  var stops = 0

  /// Global Fishing Watch's confidence in a port visit (anchorages_pipeline, create_port_visits).
  var confidence: Int {
    if stops == 0 { return 1 }
    return 2 + (hasArrival ? 1 : 0) + (hasDeparture ? 1 : 0)
  }
}

/// Finds the stays in port of one hull.
///
/// A vessel enters at the radius of an area and leaves `port_exit_margin` beyond that of all areas
/// of the port. It stops at `port_stop_speed` until `port_start_speed`; the reported speed counts,
/// else the speed implied by the position before. The port is that of the area nearest to the first
/// stop. An arrival or departure is seen only between positions at most `port_join_distance` and
/// less than `gap_minimum` apart.
struct StayFinder {
  private let areas: AreaIndex
  private let exitMargin: Double
  private let stopTenths: UInt16
  private let startTenths: UInt16
  private let portGap: Int64
  private let joinDistance: Double
  private let joinTime: Int64
  private var cursor = AreaIndex.Cursor()
  private var stays: [Stay] = []
  private var stay: Stay?
  private var area: Int32 = 0
  private var isStopped = false

  init(_ settings: DetectionSettings) {
    let parameters = settings.parameters
    areas = settings.callAreas
    exitMargin = parameters.metres(.portExitMargin)
    stopTenths = UInt16(clamping: Int64((parameters.knots(.portStopSpeed) * 10).rounded(.down)))
    startTenths = UInt16(clamping: Int64((parameters.knots(.portStartSpeed) * 10).rounded(.up)))
    portGap = parameters.milliseconds(.portGap)
    joinDistance = parameters.metres(.portJoinDistance)
    joinTime = parameters.milliseconds(.gapMinimum)
  }

  /// The stays, oldest first.
  ///
  /// - Complexity: O(*n*) in the number of positions, about 20 ns each.
  mutating func stays(in positions: Positions) -> [Stay] {
    guard var previous = positions.first else { return [] }
    for index in positions.indices {
      let position = positions[index]
      if stay == nil {
        enter(position, index, after: index == positions.startIndex ? nil : previous)
      } else {
        follow(position, index, after: previous)
      }
      previous = position
    }
    if var open = stay {
      open.isOpen = true
      stays.append(open)
    }
    return stays
  }

  private mutating func enter(_ position: Position, _ index: Int, after previous: Position?) {
    guard let found = areaAround(position) else { return }
    area = found
    isStopped = false
    let hasArrival = previous.map { isJoined($0, position) } ?? false
    stay = Stay(
      port: Int(areas.areas[Int(found)].port), first: index, last: index, hasArrival: hasArrival)
    judgeSpeed(position, after: hasArrival ? previous : nil)
  }

  private mutating func follow(_ position: Position, _ index: Int, after previous: Position) {
    guard isStillInPort(position) else {
      let hasDeparture = isJoined(previous, position)
      if var left = stay {
        left.hasDeparture = hasDeparture
        stays.append(left)
      }
      stay = nil
      return enter(position, index, after: previous)
    }
    stay?.last = index
    if position.time - previous.time >= portGap { stop(at: previous) }
    judgeSpeed(position, after: previous)
  }

  /// Asks the area of the last position first: a vessel at berth costs one distance.
  private mutating func isStillInPort(_ position: Position) -> Bool {
    let current = areas.areas[Int(area)]
    if distance(current, position) <= current.radius { return true }
    if let entered = areaAround(position) {
      let isSamePort = areas.areas[Int(entered)].port == current.port
      if isSamePort { area = entered }
      return isSamePort
    }
    if distance(current, position) < current.radius + exitMargin { return true }
    let other = areas.nearest(position.latitudeE7, position.longitudeE7, &cursor) { area, metres in
      area.port == current.port && metres < area.radius + exitMargin
    }
    guard let other else { return false }
    area = other.area
    return true
  }

  /// The area whose circle holds the position; of several the one with the nearest middle.
  private mutating func areaAround(_ position: Position) -> Int32? {
    areas.nearest(position.latitudeE7, position.longitudeE7, &cursor) { area, metres in
      metres <= area.radius
    }?.area
  }

  private mutating func judgeSpeed(_ position: Position, after previous: Position?) {
    guard let speed = speedTenths(position, after: previous) else { return }
    if !isStopped, speed <= stopTenths {
      stop(at: position)
      isStopped = true
    } else if isStopped, speed >= startTenths {
      isStopped = false
    }
  }

  /// The first stop decides the port, because circles of neighbouring ports overlap.
  private mutating func stop(at position: Position) {
    if stay?.stops == 0, let nearest = areaAround(position) {
      area = nearest
      stay?.port = Int(areas.areas[Int(nearest)].port)
    }
    if !isStopped { stay?.stops += 1 }
  }

  private func speedTenths(_ position: Position, after previous: Position?) -> UInt16? {
    if position.speedTenths != .max { return position.speedTenths }
    guard let previous else { return nil }
    return UInt16(clamping: Int64((impliedSpeed(previous, position) * 10).rounded()))
  }

  private func isJoined(_ a: Position, _ b: Position) -> Bool {
    b.time - a.time < joinTime
      && distanceMetres(a.latitudeE7, a.longitudeE7, b.latitudeE7, b.longitudeE7) <= joinDistance
  }

  private func distance(_ area: AreaIndex.Area, _ position: Position) -> Double {
    areas.distance(area, position.latitudeE7, position.longitudeE7)
  }
}
