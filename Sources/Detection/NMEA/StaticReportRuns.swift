import Maritime

/// Keeps the first and the last of each run in which a vessel said the same about itself.
struct StaticReportRuns: Sendable {
  private struct Run {
    let first: StaticReport
    var last: StaticReport
    var messages = 0
  }

  private var ended: [StaticReport] = []
  private var current: [UInt32: Run] = [:]

  /// What the vessel said last; nothing when it said nothing yet.
  func latest(_ mmsi: UInt32) -> Particulars { current[mmsi]?.last.particulars ?? Particulars() }

  /// Adds the next report in file order.
  mutating func add(_ report: StaticReport) {
    if let run = current[report.mmsi], run.first.particulars != report.particulars {
      end(run)
      current[report.mmsi] = nil
    }
    current[report.mmsi, default: Run(first: report, last: report)].messages += 1
    current[report.mmsi]?.last = report
  }

  /// The reports kept, in file order, with every run ended.
  func finished() -> [StaticReport] {
    var result = self
    for run in current.values { result.end(run) }
    return result.ended.sorted { $0.line < $1.line }
  }

  /// A message in which every field is "not available" is not worth a report.
  private mutating func end(_ run: Run) {
    guard run.first.particulars != Particulars() else { return }
    ended.append(run.first)
    guard run.last.line != run.first.line else { return }
    ended.append(
      StaticReport(
        time: run.last.time, mmsi: run.last.mmsi, line: run.last.line, file: run.last.file,
        particulars: run.last.particulars, messages: run.messages - 1))
  }
}
