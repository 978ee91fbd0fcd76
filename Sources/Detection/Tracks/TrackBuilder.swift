public import Maritime

/// The tracks of one run, and the rows that belong to none.
public struct TrackCollection: Sendable {
  /// One track for each MMSI, by MMSI.
  public let tracks: [Track]
  /// Positions and reports that were left out, counted.
  public let rejections: RejectionTally
}

/// Collects the batches of all feeds and sorts them into tracks.
///
/// Positions are ordered by time, then by content, file and line, so that the order of files and
/// blocks does not matter. Of several positions of one MMSI at one instant the first in that order
/// stays; the others are counted as `duplicate` (the same place: two stations relay one message) or
/// `same-time` (another place).
public struct TrackBuilder {
  private var log: PositionLog
  private var reports = ReportLog()
  private let allocate: PositionAllocator

  /// Creates a builder.
  ///
  /// - Parameter allocate: Finds room for positions; main memory unless told otherwise.
  public init(allocate: @escaping PositionAllocator = { count, _ in PositionMemory(count: count) })
  {
    log = PositionLog(allocate)
    self.allocate = allocate
  }

  /// Takes the positions and reports of the next batch; batches of a file come in file order.
  public mutating func add(_ batch: FeedBatch) throws {
    try log.append(batch.positions)
    for report in batch.reports { self.reports.add(report) }
  }

  /// Sorts what was taken.
  ///
  /// - Parameter files: The names that positions refer to.
  /// - Returns: The tracks by MMSI, and what was left out.
  /// - Throws: What keeps the allocator from finding room.
  /// - Complexity: O(*n*) for feeds in time order, O(*n* log *n*) otherwise.
  public consuming func finish(files: FeedFiles) throws -> TrackCollection {
    let groups = try GroupedPositions(draining: &log, allocate)
    var rejections = RejectionTally()
    var tracks: [Track] = []
    for index in 0..<groups.count {
      let group = groups.group(index)
      let reports = reports.take(group.mmsi)
      guard let number = MMSI(group.mmsi), number.canBeVessel else {
        rejections.add("not-a-vessel-station", count: group.positions.count + group.repeats.count)
        continue
      }
      for left in group.repeats { rejections.add(left, files) }
      tracks.append(track(number, group.positions, reports, files: files))
    }
    // Vessels that described themselves without ever saying where they were.
    for (mmsi, reports) in reports.rest {
      guard let number = MMSI(mmsi), number.canBeVessel else { continue }
      tracks.append(track(number, Positions([]), reports, files: files))
    }
    return TrackCollection(
      tracks: tracks.sorted { $0.vessel < $1.vessel }, rejections: rejections)
  }
}

/// Sorts batches into tracks in main memory.
public func buildTracks(_ batches: [FeedBatch], files: FeedFiles) throws -> TrackCollection {
  var builder = TrackBuilder()
  for batch in batches { try builder.add(batch) }
  return try builder.finish(files: files)
}

extension RejectionTally {
  fileprivate mutating func add(_ left: GroupedPositions.Repeat, _ files: FeedFiles) {
    add(
      Rejection(
        reason: left.isCopy ? "duplicate" : "same-time",
        file: files.names[Int(left.position.file)], line: Int(left.position.line)))
  }
}

private func track(
  _ mmsi: MMSI, _ positions: Positions, _ reports: [StaticReport], files: FeedFiles
) -> Track {
  let sorted = reports.sorted(by: StaticReport.precedes)
  let vessel = VesselReference(mmsi: mmsi, imo: mostFrequentIMO(in: sorted))
  return Track(
    vessel: vessel ?? VesselReference(mmsi: mmsi), ordered: positions, reports: sorted,
    files: files)
}

/// The valid IMO number in most messages; of several, the one that was sent last.
private func mostFrequentIMO(in reports: [StaticReport]) -> IMONumber? {
  var counts: [IMONumber: (count: Int, last: Int64)] = [:]
  for report in reports {
    guard let imo = report.particulars.imo else { continue }
    counts[imo] = ((counts[imo]?.count ?? 0) + report.messages, report.time)
  }
  return counts.max { a, b in
    (a.value.count, a.value.last, a.key) < (b.value.count, b.value.last, b.key)
  }?.key
}

extension MMSI {
  /// Whether a vessel may send under the number.
  ///
  /// Coast stations and groups start with 0, aircraft with 111, search and rescue transmitters with
  /// 97, aids to navigation with 99. Source: ITU-R M.585-9.
  public var canBeVessel: Bool {
    value >= 100_000_000 && value / 1_000_000 != 111 && value / 10_000_000 != 97
      && value / 10_000_000 != 99
  }
}

extension StaticReport {
  /// The order by time, then by place in the input.
  fileprivate static func precedes(_ a: StaticReport, _ b: StaticReport) -> Bool {
    (a.time, a.file, a.line) < (b.time, b.file, b.line)
  }
}
