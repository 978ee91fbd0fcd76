import Maritime

/// Keeps the first and the last of each run in which a vessel said the same about itself, as one
/// station heard it.
struct StaticReportRuns: Sendable {
  private struct Run {
    let station: UInt16
    let first: StaticReport
    var lastTime: Int64
    var lastLine: UInt32
    var messages: Int
    /// The digest of the message that said it, when one message says everything.
    var digest: UInt64?

    var last: StaticReport {
      StaticReport(
        time: lastTime, mmsi: first.mmsi, line: lastLine, file: first.file,
        particulars: first.particulars, messages: messages - first.messages)
    }
  }

  private struct Source: Hashable {
    let mmsi: UInt32
    let station: UInt16
  }

  private var ended: [Run] = []
  private var current: [Run] = []
  private var indices: [Source: Int] = [:]
  private var said: [UInt32: Particulars] = [:]

  /// What the vessel said last; nothing when it said nothing yet.
  func latest(_ mmsi: UInt32) -> Particulars { said[mmsi] ?? Particulars() }

  /// Takes a message that is the same to the bit as the one before it of its run.
  ///
  /// Returns whether there is such a run; if not, the message must be read and added.
  mutating func extend(
    _ mmsi: UInt32, station: UInt16, digest: UInt64, time: Int64, line: UInt32
  ) -> Bool {
    guard let index = indices[Source(mmsi: mmsi, station: station)],
      current[index].digest == digest
    else { return false }
    current[index].lastTime = time
    current[index].lastLine = line
    current[index].messages += 1
    return true
  }

  /// Adds the next report in file order.
  mutating func add(_ report: StaticReport, station: UInt16 = 0, digest: UInt64? = nil) {
    said[report.mmsi] = report.particulars
    let run = Run(
      station: station, first: report, lastTime: report.time, lastLine: report.line,
      messages: report.messages, digest: digest)
    guard let index = indices[Source(mmsi: report.mmsi, station: station)] else {
      indices[Source(mmsi: report.mmsi, station: station)] = current.count
      current.append(run)
      return
    }
    if current[index].first.particulars == report.particulars {
      current[index].lastTime = report.time
      current[index].lastLine = report.line
      current[index].messages += report.messages
      current[index].digest = digest
    } else {
      ended.append(current[index])
      current[index] = run
    }
  }

  /// The reports kept, in file order, with every run ended and none of the stations in `wrong`.
  ///
  /// What several stations heard of one run is one run again.
  func finished(without wrong: Set<UInt16> = []) -> [StaticReport] {
    let kept = (ended + current).filter { !wrong.contains($0.station) }
    let reports = kept.flatMap(Self.reports).sorted { $0.line < $1.line }
    guard Set(kept.map(\.station)).count > 1 else { return reports }
    var joined = StaticReportRuns()
    for report in reports { joined.add(report) }
    return joined.finished()
  }

  /// A message in which every field is "not available" is not worth a report.
  private static func reports(of run: Run) -> [StaticReport] {
    guard run.first.particulars != Particulars() else { return [] }
    return run.lastLine == run.first.line ? [run.first] : [run.first, run.last]
  }
}
