import Maritime

/// Hours without a break in which one vessel was heard in one cell.
struct Presence: Hashable, Sendable {
  /// The index of the vessel's track.
  let vessel: Int32
  /// The cell, counted west to east, row by row from the south.
  let cell: Int32
  /// The first slot of time since 1970.
  let first: Int32
  /// The last slot.
  var last: Int32
}

/// The cells and slots of time in which reception is judged.
struct ReceptionGrid: Sendable {
  let slot: Int64
  private let cellE7: Int64
  private let columns: Int64
  private let rows: Int64

  init(_ parameters: DetectionParameters) {
    slot = parameters.milliseconds(.receptionSlot)
    cellE7 = parameters[.receptionCell].steps
    columns = (3_600_000_000 + cellE7 - 1) / cellE7
    rows = 1_800_000_000 / cellE7 + 1
  }

  func slot(at time: Int64) -> Int32 {
    Int32((time >= 0 ? time : time - slot + 1) / slot)
  }

  func cell(_ position: Position) -> Int32 {
    let row = (Int64(position.latitudeE7) + 900_000_000) / cellE7
    let column = (Int64(position.longitudeE7) + 1_800_000_000) / cellE7 % columns
    return Int32(row * columns + column)
  }

  /// A cell and those around it, across the antimeridian too.
  func neighbourhood(of position: Position) -> [Int32] {
    let (row, column) = Int64(cell(position)).quotientAndRemainder(dividingBy: columns)
    return (max(0, row - 1)...min(rows - 1, row + 1)).flatMap { row in
      (-1...1).map { Int32(row * columns + (column + $0 + columns) % columns) }
    }
  }

  /// Where and when one vessel was heard, by time.
  ///
  /// A vessel at the corner of four cells keeps four presences open rather than making a new one
  /// with every position. A presence ends with the day, so that a search by time need not go far
  /// back.
  func presences(of vessel: Int, in positions: Positions) -> [Presence] {
    let slotsInDay = Int32(max(1, 86_400_000 / slot))
    var all: [Presence] = []
    var known = CellInSlot()
    for position in positions where !known.holds(position) {
      let (cell, now) = (cell(position), slot(at: position.time))
      known = CellInSlot(cell: cell, slot: now, self)
      let open = all.indices.suffix(4).last {
        all[$0].cell == cell && all[$0].last >= now - 1
          && all[$0].first / slotsInDay == now / slotsInDay
      }
      if let open {
        all[open].last = now
      } else {
        all.append(Presence(vessel: Int32(vessel), cell: cell, first: now, last: now))
      }
    }
    return all
  }
}

extension ReceptionGrid {
  /// A cell in a slot of time: a vessel seen there again adds nothing to its presences.
  private struct CellInSlot {
    private var times: Range<Int64> = 0..<0
    private var latitudes: Range<Int64> = 0..<0
    private var longitudes: Range<Int64> = 0..<0

    init() {}

    init(cell: Int32, slot: Int32, _ grid: ReceptionGrid) {
      let (row, column) = Int64(cell).quotientAndRemainder(dividingBy: grid.columns)
      times = Int64(slot) * grid.slot..<(Int64(slot) + 1) * grid.slot
      let (south, west) = (row * grid.cellE7 - 900_000_000, column * grid.cellE7 - 1_800_000_000)
      latitudes = south..<south + grid.cellE7
      // 180 degrees east may lie in the first column too: it is looked up each time.
      longitudes = west..<min(west + grid.cellE7, 1_800_000_000)
    }

    func holds(_ position: Position) -> Bool {
      times.contains(position.time) && latitudes.contains(Int64(position.latitudeE7))
        && longitudes.contains(Int64(position.longitudeE7))
    }
  }
}

/// Where and when the vessels of a run were heard: it tells a silent vessel from a silent feed.
struct ReceptionMap: Sendable {
  private let grid: ReceptionGrid
  private let parameters: DetectionParameters
  /// By vessel, then time.
  private let presences: [Presence]
  /// Where each vessel's presences start in `presences`, and the end.
  private let vesselStarts: [Int]
  /// The same presences by cell, then time.
  private let byCell: [Presence]
  /// The vessels heard in each slot of the run, anywhere.
  private let heard: [Int32]
  private let firstSlot: Int32

  /// Creates a map.
  ///
  /// - Parameters:
  ///   - tracks: The presences of each track, in the order of the tracks.
  ///   - parameters: The parameters of the run.
  init(_ tracks: [[Presence]], _ parameters: DetectionParameters) {
    grid = ReceptionGrid(parameters)
    self.parameters = parameters
    presences = tracks.flatMap(\.self)
    vesselStarts = tracks.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    byCell = presences.sorted { ($0.cell, $0.first, $0.vessel) < ($1.cell, $1.first, $1.vessel) }
    let first = presences.map(\.first).min() ?? 0
    var heard = [Int32](repeating: 0, count: Int((presences.map(\.last).max() ?? 0) - first) + 1)
    for track in tracks {
      var counted = Int32.min
      for presence in track where presence.last > counted {
        for slot in max(presence.first, counted + 1)...presence.last {
          heard[Int(slot - first)] += 1
        }
        counted = presence.last
      }
    }
    self.heard = heard
    firstSlot = first
  }

  /// How well others were heard around the ends of a silence of `vessel`.
  ///
  /// - Parameters:
  ///   - vessel: The index of the silent vessel's track.
  ///   - silence: The silence.
  ///   - until: The end of the silence, or of the feed.
  /// - Returns: Unknown reception when no other vessel was heard there near that time.
  func reception(of vessel: Int, in silence: Silence, until: Int64) -> Reception {
    let start = grid.slot(at: silence.last.time)
    let end = grid.slot(at: until)
    let cells = Set(
      grid.neighbourhood(of: silence.last)
        + (silence.next.map { grid.neighbourhood(of: $0) } ?? [])
    ).sorted()
    let gap = Slots(start + 1, end - 1)
    let window = gap.widened(by: slots(.receptionWindow))
    let around = others(than: vessel, in: cells, during: window)
    guard !around.isEmpty, gap.count > 0 else {
      return Reception(
        share: nil, neighbours: 0, isFeedOutage: isFeedSilent(in: gap, besides: vessel))
    }
    let inside = around.filter { $0.first <= gap.last && $0.last >= gap.first }
    return Reception(
      share: Double(gap.covered(by: inside)) / Double(gap.count),
      neighbours: Set(inside.map(\.vessel)).count,
      isFeedOutage: isOutage(around, of: vessel, silence, gap))
  }

  /// Whether most of the vessels that were around shortly before or after were silent too,
  /// everywhere.
  private func isOutage(
    _ around: [Presence], of vessel: Int, _ silence: Silence, _ gap: Slots
  ) -> Bool {
    let margin = slots(.outageWindow)
    let witnesses = Set(
      around.filter {
        ($0.first < gap.first && $0.last >= gap.first - 1 - margin)
          || (silence.next != nil && $0.last > gap.last && $0.first <= gap.last + 1 + margin)
      }.map(\.vessel)
    ).sorted().prefix(Self.witnessesAsked)
    guard witnesses.count >= parameters.count(.outageWitnesses) else {
      return isFeedSilent(in: gap, besides: vessel)
    }
    var heard = [Int](repeating: 0, count: gap.count)
    for witness in witnesses { count(Int(witness), into: &heard, gap) }
    let most = Double(witnesses.count) * (1 - parameters.share(.outageSilentShare)) + 1e-9
    return isMost(heard.count { Double($0) <= most }, of: gap)
  }

  /// More witnesses would not change the answer, only its cost.
  private static let witnessesAsked = 50

  /// Whether the whole feed, of vessels enough to tell, was silent for most of a gap.
  private func isFeedSilent(in gap: Slots, besides vessel: Int) -> Bool {
    let others = zip(vesselStarts, vesselStarts.dropFirst()).count { $0 < $1 } - 1
    guard others >= parameters.count(.outageWitnesses), gap.count > 0 else { return false }
    let silent = (gap.first...gap.last).count { slot in
      let index = Int(slot - firstSlot)
      return !heard.indices.contains(index) || heard[index] == 0
    }
    return isMost(silent, of: gap)
  }

  private func isMost(_ slots: Int, of gap: Slots) -> Bool {
    Double(slots) >= Double(gap.count) * parameters.share(.outageShare)
  }

  /// Adds one to each slot of a gap in which a vessel was heard anywhere.
  private func count(_ vessel: Int, into heard: inout [Int], _ gap: Slots) {
    let own = presences[vesselStarts[vessel]..<vesselStarts[vessel + 1]]
    let start = own.partition { $0.first >= gap.first - slotsInDay }
    var counted = gap.first - 1
    for presence in own[start...] {
      if presence.first > gap.last { break }
      let (first, last) = (max(presence.first, counted + 1), min(presence.last, gap.last))
      guard first <= last else { continue }
      for slot in first...last { heard[Int(slot - gap.first)] += 1 }
      counted = last
    }
  }

  private func others(than vessel: Int, in cells: [Int32], during window: Slots) -> [Presence] {
    cells.flatMap { cell -> [Presence] in
      let start = byCell[...].partition {
        ($0.cell, $0.first) >= (cell, window.first - slotsInDay)
      }
      return byCell[start...].prefix { $0.cell == cell && $0.first <= window.last }
        .filter { $0.vessel != Int32(vessel) && $0.last >= window.first }
    }
  }

  private func slots(_ parameter: DetectionParameter) -> Int32 {
    Int32((parameters.milliseconds(parameter) + grid.slot - 1) / grid.slot)
  }

  private var slotsInDay: Int32 { Int32(max(1, 86_400_000 / grid.slot)) }
}

/// Slots of time from `first` to `last`; none when `last` is before `first`.
private struct Slots {
  let first: Int32
  let last: Int32

  init(_ first: Int32, _ last: Int32) {
    self.first = first
    self.last = last
  }

  var count: Int { Int(max(0, last - first + 1)) }

  func widened(by margin: Int32) -> Slots { Slots(first - margin, last + margin) }

  /// How many of the slots at least one of the presences reaches.
  func covered(by presences: [Presence]) -> Int {
    var count = 0
    var next = first
    for presence in presences.sorted(by: { $0.first < $1.first }) {
      let (start, end) = (max(presence.first, next), min(presence.last, last))
      if start <= end {
        count += Int(end - start + 1)
        next = end + 1
      }
    }
    return count
  }
}

extension ArraySlice {
  /// The first index of an element for which `isLater` holds, when it holds for all after it too.
  fileprivate func partition(_ isLater: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isLater(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
