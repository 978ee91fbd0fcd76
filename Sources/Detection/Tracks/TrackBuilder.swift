public import Maritime

/// The tracks of one run, and the rows that belong to none.
public struct TrackCollection: Sendable {
  /// One track for each MMSI, by MMSI.
  public let tracks: [Track]
  /// Positions and reports that were left out, counted.
  public let rejections: RejectionTally
}

/// Groups the batches of all files into tracks.
///
/// Positions are ordered by time, then by content, file and line, so that the order of files and
/// blocks does not matter. Of several positions of one MMSI at one instant the first in that order
/// stays; the others are counted as `duplicate` (the same place: two stations relay one message) or
/// `same-time` (another place).
///
/// - Parameters:
///   - batches: All batches; their memory is given back while the tracks are built.
///   - files: The names that positions refer to.
/// - Returns: The tracks by MMSI, and what was left out.
/// - Complexity: O(*n*) for files in time order, O(*n* log *n*) otherwise.
public func buildTracks(_ batches: consuming [FeedBatch], files: FeedFiles) -> TrackCollection {
  var rejections = RejectionTally()
  let reports = Dictionary(grouping: batches.flatMap(\.reports), by: \.mmsi)
  let groups = GroupedPositions(draining: &batches)
  var tracks: [Track] = []
  for (index, mmsi) in groups.mmsis.enumerated() {
    let positions = groups.positions(index)
    guard let number = MMSI(mmsi), number.canBeVessel else {
      rejections.add("not-a-vessel-station", count: positions.count)
      continue
    }
    tracks.append(
      track(number, positions, reports[mmsi] ?? [], files: files, rejections: &rejections))
  }
  tracks += silentTracks(reports, seen: Set(groups.mmsis), files: files)
  return TrackCollection(
    tracks: tracks.sorted { $0.vessel < $1.vessel }, rejections: rejections)
}

/// Vessels that described themselves without ever saying where they were.
private func silentTracks(
  _ reports: [UInt32: [StaticReport]], seen: Set<UInt32>, files: FeedFiles
) -> [Track] {
  var ignored = RejectionTally()
  return reports.filter { !seen.contains($0.key) }.compactMap { mmsi, reports in
    MMSI(mmsi).flatMap { $0.canBeVessel ? $0 : nil }.map {
      track($0, [], reports, files: files, rejections: &ignored)
    }
  }
}

private func track(
  _ mmsi: MMSI, _ positions: ArraySlice<Position>, _ reports: [StaticReport], files: FeedFiles,
  rejections: inout RejectionTally
) -> Track {
  let sorted = reports.sorted(by: StaticReport.precedes)
  let unique = withoutRepeats(positions, files: files, rejections: &rejections)
  let vessel = VesselReference(mmsi: mmsi, imo: mostFrequentIMO(in: sorted))
  return Track(
    vessel: vessel ?? VesselReference(mmsi: mmsi), positions: unique, reports: sorted, files: files)
}

/// The valid IMO number in most reports; of several, the one that was sent last.
private func mostFrequentIMO(in reports: [StaticReport]) -> IMONumber? {
  var counts: [IMONumber: (count: Int, last: Int64)] = [:]
  for report in reports {
    guard let imo = report.particulars.imo else { continue }
    counts[imo] = ((counts[imo]?.count ?? 0) + 1, report.time)
  }
  return counts.max { a, b in
    (a.value.count, a.value.last, a.key) < (b.value.count, b.value.last, b.key)
  }?.key
}

/// Keeps the first position of each instant.
private func withoutRepeats(
  _ positions: ArraySlice<Position>, files: FeedFiles, rejections: inout RejectionTally
) -> ArraySlice<Position> {
  guard zip(positions, positions.dropFirst()).contains(where: { $0.time == $1.time }) else {
    return positions
  }
  var kept: [Position] = []
  kept.reserveCapacity(positions.count)
  for position in positions {
    guard let last = kept.last, last.time == position.time else {
      kept.append(position)
      continue
    }
    let isCopy =
      last.latitudeE7 == position.latitudeE7 && last.longitudeE7 == position.longitudeE7
    rejections.add(
      Rejection(
        reason: isCopy ? "duplicate" : "same-time", file: files.names[Int(position.file)],
        line: Int(position.line)))
  }
  return kept[...]
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
