/// Whole numbers in closed intervals: what a clause about a quantity or a time lets through.
///
/// Quantities and times are integers inside, so `> 5h` is exactly "from 5 h and a millisecond".
struct IntervalSet: Hashable, Sendable {
  /// Sorted, and apart from one another by at least one number.
  let intervals: [ClosedRange<Int64>]

  static let everything = IntervalSet(.min ... .max)
  static let nothing = IntervalSet([])

  init(_ interval: ClosedRange<Int64>) { intervals = [interval] }

  init(_ parts: [ClosedRange<Int64>]) {
    var joined: [ClosedRange<Int64>] = []
    for part in parts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, last.upperBound == .max || last.upperBound + 1 >= part.lowerBound {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, part.upperBound)
      } else {
        joined.append(part)
      }
    }
    intervals = joined
  }

  var isEmpty: Bool { intervals.isEmpty }

  var complement: IntervalSet {
    var gaps: [ClosedRange<Int64>] = []
    var next: Int64? = .min
    for interval in intervals {
      if let from = next, from < interval.lowerBound { gaps.append(from...interval.lowerBound - 1) }
      next = interval.upperBound == .max ? nil : interval.upperBound + 1
    }
    if let next { gaps.append(next ... .max) }
    return IntervalSet(gaps)
  }

  func intersection(_ other: IntervalSet) -> IntervalSet {
    IntervalSet(
      intervals.flatMap { a in
        other.intervals.filter(a.overlaps).map { a.clamped(to: $0) }
      })
  }

  func union(_ other: IntervalSet) -> IntervalSet { IntervalSet(intervals + other.intervals) }

  func isSubset(of other: IntervalSet) -> Bool { intersection(other) == self }
}
