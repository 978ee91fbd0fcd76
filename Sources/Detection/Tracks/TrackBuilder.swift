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
/// `same-time` (another place). Copies of one message that came later are counted as
/// `relayed-copy`, times before 1970 and after 2248 as `no-such-time`.
public struct TrackBuilder {
  private var log: PositionLog
  private var reports = Array(repeating: ReportLog(), count: PositionLog.partCount)
  private var unfit: [Position] = []
  private let allocate: PositionAllocator
  private let relayWindow: Int64

  /// Creates a builder.
  ///
  /// - Parameters:
  ///   - relayWindow: How much later a copy of a message may come, in milliseconds.
  ///   - allocate: Finds room for positions; main memory unless told otherwise.
  public init(
    relayWindow: Int64 = DetectionParameter.relayWindow.standard.steps,
    allocate: @escaping PositionAllocator = { count, _ in PositionMemory(count: count) }
  ) {
    log = PositionLog(allocate)
    self.relayWindow = relayWindow
    self.allocate = allocate
  }

  /// Takes the positions and reports of the next batch; batches of a file come in file order.
  public mutating func add(_ batch: FeedBatch) throws {
    unfit += try log.append(batch.positions)
    for report in batch.reports { reports[PositionLog.part(of: report.mmsi)].add(report) }
  }

  /// Hands out what was taken, cut into parts that can be sorted side by side.
  ///
  /// The builder is empty afterwards: it would keep the memory that a part gives back.
  ///
  /// - Parameter files: The names that positions refer to.
  /// - Returns: As many parts for every run, some of them without positions.
  public mutating func takeParts(files: FeedFiles) -> [TrackPart] {
    let unfit = Dictionary(grouping: unfit) { PositionLog.part(of: $0.mmsi) }
    defer { self = TrackBuilder(relayWindow: relayWindow, allocate: allocate) }
    return zip(log.parts, reports).enumerated().map { index, taken in
      TrackPart(
        positions: taken.0, reports: taken.1, unfit: unfit[index] ?? [], files: files,
        relayWindow: relayWindow, allocate: allocate)
    }
  }
}

extension TrackCollection {
  /// The tracks of all parts, by vessel.
  public init(joining parts: [TrackCollection]) {
    self.init(
      tracks: parts.flatMap(\.tracks).sorted { $0.vessel < $1.vessel },
      rejections: parts.reduce(into: RejectionTally()) { $0.merge($1.rejections) })
  }
}

/// Sorts batches into tracks in main memory.
public func buildTracks(_ batches: [FeedBatch], files: FeedFiles) throws -> TrackCollection {
  var builder = TrackBuilder()
  for batch in batches { try builder.add(batch) }
  return TrackCollection(joining: try builder.takeParts(files: files).map { try $0.tracks() })
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
