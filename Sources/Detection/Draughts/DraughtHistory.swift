import Maritime

/// A time in which all messages with a draught said the same, in tenths of a metre.
typealias DraughtRun = SaidRun<UInt8>

extension SaidRun<UInt8> {
  var metres: Double { Double(value) / 10 }
}

/// The draughts a vessel said it had, without those that it did not repeat.
///
/// A draught of zero is "not available". A typing error that is corrected within
/// `draught_persistence` is no run.
struct DraughtHistory {
  /// The runs, oldest first; neighbours differ.
  let runs: [DraughtRun]
  private let delay: Int64

  init(_ reports: [StaticReport], _ parameters: DetectionParameters) {
    delay = parameters.milliseconds(.draughtDelay)
    runs = DraughtRun.runs(in: reports, lasting: parameters.milliseconds(.draughtPersistence)) {
      $0.draughtTenths > 0 ? $0.draughtTenths : nil
    }
  }

  /// The draught with which a vessel arrived: the last that was heard before it did.
  ///
  /// - Returns: `nil` when none was heard from `draught_delay` before the arrival.
  func run(before arrival: Int64) -> DraughtRun? {
    runs.last { $0.first.time <= arrival }.flatMap { $0.last.time >= arrival - delay ? $0 : nil }
  }

  /// The draught with which a vessel left: the last that was heard up to `draught_delay` later.
  ///
  /// - Returns: `nil` when none was heard from the departure on, or the next call comes first.
  func run(after departure: Int64, until next: Int64?) -> DraughtRun? {
    let limit = min(departure + delay, next ?? .max)
    return runs.last { $0.first.time <= limit }.flatMap {
      $0.last.time >= departure ? $0 : nil
    }
  }

  /// The changes of draught of at least `threshold` metres, oldest first.
  ///
  /// Steps in one direction less than `draught_delay` apart are one change: a draught that is
  /// typed again and again while cargo is worked.
  func shifts(ofAtLeast threshold: Double) -> [DraughtShift] {
    var shifts: [DraughtShift] = []
    for (old, new) in zip(runs, runs.dropFirst()) {
      if let last = shifts.last, last.isDeeper == (new.value > old.value),
        new.first.time - last.new.first.time < delay
      {
        shifts[shifts.count - 1].new = new
      } else {
        shifts.append(DraughtShift(old: old, firstNew: new, new: new))
      }
    }
    let limit = Int((threshold * 10).rounded())
    return shifts.filter { $0.tenths >= limit }
  }
}

/// A vessel's draught before and after a change.
struct DraughtShift {
  let old: DraughtRun
  /// The first draught that differs.
  let firstNew: DraughtRun
  /// The draught once the change was over.
  var new: DraughtRun

  var isDeeper: Bool { firstNew.value > old.value }
  var tenths: Int { abs(Int(new.value) - Int(old.value)) }
  /// When the first message that differs was sent.
  var start: Int64 { firstNew.first.time }
  /// When the last draught was first heard.
  var end: Int64 { new.first.time }

  /// Whether it began in a time that has ended, or up to `delay` milliseconds later.
  func begins(during span: TimeSpan, orWithin delay: Int64) -> Bool {
    guard let end = span.end?.milliseconds else { return false }
    return start >= span.start.milliseconds && start <= end + delay
  }
}
