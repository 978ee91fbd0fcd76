import Maritime

/// Keeps the first and the last of each run in which a vessel said the same about itself, as one
/// station heard it.
struct StaticReportRuns: Sendable {
  private struct Run {
    let station: UInt16
    let first: StaticReport
    var last: StaticReport
    var messages = 0
  }

  private struct Source: Hashable {
    let mmsi: UInt32
    let station: UInt16
  }

  private var ended: [Run] = []
  private var current: [Source: Run] = [:]
  private var said: [UInt32: Particulars] = [:]

  /// What the vessel said last; nothing when it said nothing yet.
  func latest(_ mmsi: UInt32) -> Particulars { said[mmsi] ?? Particulars() }

  /// Adds the next report in file order.
  mutating func add(_ report: StaticReport, station: UInt16 = 0) {
    let source = Source(mmsi: report.mmsi, station: station)
    said[report.mmsi] = report.particulars
    if let run = current[source], run.first.particulars != report.particulars {
      ended.append(run)
      current[source] = nil
    }
    current[source, default: Run(station: station, first: report, last: report)].messages +=
      report.messages
    current[source]?.last = report
  }

  /// The reports kept, in file order, with every run ended and none of the stations in `wrong`.
  ///
  /// What several stations heard of one run is one run again.
  func finished(without wrong: Set<UInt16> = []) -> [StaticReport] {
    let kept = (ended + current.values).filter { !wrong.contains($0.station) }
    let reports = kept.flatMap(Self.reports).sorted { $0.line < $1.line }
    guard Set(kept.map(\.station)).count > 1 else { return reports }
    var joined = StaticReportRuns()
    for report in reports { joined.add(report) }
    return joined.finished()
  }

  /// A message in which every field is "not available" is not worth a report.
  private static func reports(of run: Run) -> [StaticReport] {
    guard run.first.particulars != Particulars() else { return [] }
    guard run.last.line != run.first.line else { return [run.first] }
    let last = StaticReport(
      time: run.last.time, mmsi: run.last.mmsi, line: run.last.line, file: run.last.file,
      particulars: run.last.particulars, messages: run.messages - run.first.messages)
    return [run.first, last]
  }
}
