import Foundation

/// The median time of some runs on one core.
///
/// Processor time, because other programs may hold the core meanwhile.
struct Measurement {
  /// In seconds.
  let median: Double

  /// Runs `work` once to warm up, and then `runs` times.
  init(runs: Int, _ work: () -> Void) {
    work()
    let times = (0..<runs).map { _ in
      let start = Self.processorSeconds
      work()
      return Self.processorSeconds - start
    }
    median = times.sorted()[runs / 2]
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  var milliseconds: Double { median * 1000 }
}

/// A number with three decimals, for JSON.
func decimals(_ number: Double) -> String {
  let thousandths = Int((number * 1000).rounded())
  let fraction = String(1000 + thousandths % 1000).dropFirst()
  return "\(thousandths / 1000).\(fraction)"
}
