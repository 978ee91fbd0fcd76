import Maritime

/// A time in which all static messages that say something said the same.
struct SaidRun<Value: Equatable> {
  let value: Value
  let first: StaticReport
  private(set) var last: StaticReport

  /// The runs that last `persistence`, oldest first; neighbours differ.
  ///
  /// One message is no run, so a typing error that is soon corrected leaves no trace.
  ///
  /// - Parameters:
  ///   - reports: The static messages of a vessel, oldest first.
  ///   - persistence: The shortest run in milliseconds.
  ///   - read: What a message says; `nil` when it leaves it out.
  /// - Returns: The runs; none when nothing was repeated for so long.
  static func runs(
    in reports: [StaticReport], lasting persistence: Int64, read: (Particulars) -> Value?
  ) -> [SaidRun] {
    var all: [SaidRun] = []
    for report in reports {
      guard let value = read(report.particulars) else { continue }
      if all.last?.value == value {
        all[all.count - 1].last = report
      } else {
        all.append(SaidRun(value: value, first: report, last: report))
      }
    }
    let lasting = all.filter { $0.last.time - $0.first.time >= persistence }
    return lasting.reduce(into: []) { joined, run in
      if joined.last?.value == run.value {
        joined[joined.count - 1].last = run.last
      } else {
        joined.append(run)
      }
    }
  }
}
