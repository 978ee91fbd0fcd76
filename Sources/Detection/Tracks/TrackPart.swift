import Maritime
import Synchronization

/// What was read of some of the vessels, before it is sorted into tracks.
///
/// A class, because its memory is given back as it is sorted, whoever still holds the part.
public final class TrackPart: Sendable {
  private struct Content: Sendable {
    var positions: PositionPart
    var reports: ReportLog
  }

  private let content: Mutex<Content?>
  private let unfit: [Position]
  private let files: FeedFiles
  private let relayWindow: Int64
  private let allocate: PositionAllocator

  init(
    positions: PositionPart, reports: ReportLog, unfit: [Position], files: FeedFiles,
    relayWindow: Int64, allocate: @escaping PositionAllocator
  ) {
    content = Mutex(Content(positions: positions, reports: reports))
    self.unfit = unfit
    self.files = files
    self.relayWindow = relayWindow
    self.allocate = allocate
  }

  /// Sorts what was taken; parts can be sorted side by side.
  ///
  /// - Returns: The tracks in no particular order, and what was left out.
  /// - Throws: What keeps the allocator from finding room.
  /// - Precondition: Ask once.
  /// - Complexity: O(*n*) for feeds in time order, O(*n* log *n*) otherwise.
  public func tracks() throws -> TrackCollection {
    guard
      var taken = content.withLock({ content in
        defer { content = nil }
        return content
      })
    else { preconditionFailure("a part is sorted once") }
    let groups = try GroupedPositions(draining: &taken.positions, allocate)
    defer { groups.unload() }
    var copies = RelayedCopies(window: relayWindow)
    var rejections = RejectionTally()
    for position in unfit { rejections.add("no-such-time", position, files) }
    var tracks: [Track] = []
    for index in 0..<groups.count {
      let group = groups.group(index)
      let reports = taken.reports.take(group.mmsi)
      guard let number = MMSI(group.mmsi), number.canBeVessel else {
        rejections.add("not-a-vessel-station", count: group.positions.count + group.repeats.count)
        continue
      }
      for left in group.repeats {
        rejections.add(left.isCopy ? "duplicate" : "same-time", left.position, files)
      }
      let places = copies.places(in: group.positions)
      for place in places { rejections.add("relayed-copy", group.positions[place], files) }
      tracks.append(track(number, group.positions.removing(places), reports, files: files))
    }
    // Vessels that described themselves without ever saying where they were.
    for (mmsi, reports) in taken.reports.rest {
      guard let number = MMSI(mmsi), number.canBeVessel else { continue }
      tracks.append(track(number, Positions([]), reports, files: files))
    }
    return TrackCollection(tracks: tracks, rejections: rejections)
  }
}

extension RejectionTally {
  fileprivate mutating func add(_ reason: String, _ position: Position, _ files: FeedFiles) {
    add(
      Rejection(
        reason: reason, file: files.names[Int(position.file)], line: Int(position.line)))
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

extension StaticReport {
  /// The order by time, then by place in the input.
  fileprivate static func precedes(_ a: StaticReport, _ b: StaticReport) -> Bool {
    (a.time, a.file, a.line) < (b.time, b.file, b.line)
  }
}
