/// The static reports of a run by vessel: the first and the last of each run of equal ones.
///
/// A feed comes in blocks, and each ends the runs of all vessels. They are joined again here, so
/// that the place where a block ends leaves no trace, and a month takes no more than its changes.
struct ReportLog {
  private var table = MMSITable()
  /// The reports of the vessel at each index of `table.keys`.
  private var reports: [[StaticReport]] = []

  /// Adds the next report of a file.
  mutating func add(_ report: StaticReport) {
    let index = table.index(of: report.mmsi)
    if index == reports.count { reports.append([]) }
    reports[index].extend(with: report)
  }

  /// The reports of a vessel, which are then gone.
  mutating func take(_ mmsi: UInt32) -> [StaticReport] {
    let index = table.index(of: mmsi)
    guard index < reports.count else {
      reports.append([])
      return []
    }
    defer { reports[index] = [] }
    return reports[index]
  }

  /// The reports that nobody has taken, by MMSI.
  var rest: [(mmsi: UInt32, reports: [StaticReport])] {
    zip(table.keys, reports).filter { !$0.1.isEmpty }.sorted { $0.0 < $1.0 }
      .map { (mmsi: $0, reports: $1) }
  }
}

extension [StaticReport] {
  /// Appends a report; it takes the place of the last when that one lies within a run.
  fileprivate mutating func extend(with report: StaticReport) {
    if count > 1, self[count - 1].continues(self[count - 2]), report.continues(self[count - 1]) {
      self[count - 1].goOn(to: report)
    } else {
      append(report)
    }
  }
}

extension StaticReport {
  /// Whether the report says the same as one before it, in the same file or a later one.
  fileprivate func continues(_ other: StaticReport) -> Bool {
    time >= other.time && particulars == other.particulars
  }
}
