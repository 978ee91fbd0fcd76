import Maritime

/// Counts rejections cheaply: only those kept as examples become values.
struct NMEARejections: Sendable {
  private let file: String
  private var faults = [Int](repeating: 0, count: NMEAFault.allCases.count)
  private var types = [Int](repeating: 0, count: 64)
  private var examples = RejectionTally()

  init(file: String) { self.file = file }

  /// Counts a line, part or message with `fault`.
  mutating func add(_ fault: NMEAFault, line: UInt32, detail: String? = nil) {
    faults[fault.rawValue] += 1
    if faults[fault.rawValue] <= RejectionTally.examplesKept { keep(fault.reason, line, detail) }
  }

  /// Counts a message of a type that is not about a vessel's position or particulars.
  mutating func add(messageType type: Int, line: UInt32) {
    types[type] += 1
    if types[type] <= RejectionTally.examplesKept { keep(Self.reason(type), line) }
  }

  /// All rejections so far.
  var tally: RejectionTally {
    var result = examples
    for fault in NMEAFault.allCases {
      let kept = min(faults[fault.rawValue], RejectionTally.examplesKept)
      result.add(fault.reason, count: faults[fault.rawValue] - kept)
    }
    for type in types.indices {
      let kept = min(types[type], RejectionTally.examplesKept)
      result.add(Self.reason(type), count: types[type] - kept)
    }
    return result
  }

  private static func reason(_ type: Int) -> String { "message-type-\(type)" }

  private mutating func keep(_ reason: String, _ line: UInt32, _ detail: String? = nil) {
    examples.add(Rejection(reason: reason, file: file, line: Int(line), detail: detail))
  }
}
