public import Maritime

/// The positions and static reports of one vessel, oldest first.
public struct Track: Sendable {
  /// The MMSI, and the IMO number that the vessel sent most often, when one was valid.
  public let vessel: VesselReference
  /// The positions, strictly increasing in time; one message relayed twice is there once.
  public let positions: Positions
  /// What the vessel said about itself, by time.
  public let reports: [StaticReport]
  /// The names of the files that positions and reports refer to.
  public let files: FeedFiles

  /// Creates a track.
  ///
  /// - Precondition: `positions` is strictly increasing in time; `reports` is in time order.
  public init(
    vessel: VesselReference, positions: Positions, reports: [StaticReport],
    files: FeedFiles
  ) {
    precondition(
      zip(positions, positions.dropFirst()).allSatisfy { $0.time < $1.time },
      "a track must be in time order")
    self.init(vessel: vessel, ordered: positions, reports: reports, files: files)
  }

  /// Creates a track of positions that were put in order just now.
  init(
    vessel: VesselReference, ordered positions: Positions, reports: [StaticReport],
    files: FeedFiles
  ) {
    self.vessel = vessel
    self.positions = positions
    self.reports = reports
    self.files = files
  }

  /// The input line behind a position.
  public func evidence(_ position: Position) -> Evidence {
    Evidence(
      file: files.names[Int(position.file)], line: Int(position.line), time: position.instant)
  }

  /// The input line behind a static report.
  public func evidence(_ report: StaticReport) -> Evidence {
    Evidence(file: files.names[Int(report.file)], line: Int(report.line), time: report.instant)
  }
}

/// The names of a run's feed files; positions refer to them by index.
public struct FeedFiles: Hashable, Sendable {
  /// The names as the user gave them, sorted, so that an index does not depend on their order.
  public let names: [String]

  /// Creates a list of names.
  public init(_ names: [String]) { self.names = names.sorted() }
}
