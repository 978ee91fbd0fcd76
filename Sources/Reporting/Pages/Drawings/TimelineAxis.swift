import Maritime
import Screening

/// The time that a timeline shows, and where a moment is on it.
struct TimelineAxis {
  let start: UTCTime
  let end: UTCTime
  private let left: Double
  private let right: Double
  /// The least width of a bar that can be seen.
  private static let thinnest = 3.0

  /// From the first that happened within the time that rules look at, to the as-of instant.
  init?(_ verdict: Verdict, _ facts: [Fact], from left: Double, to right: Double) {
    let starts =
      facts.map(\.header.span.start) + [verdict.checked.observed?.start].compactMap(\.self)
    guard let first = starts.min() else { return nil }
    let start = max(first, verdict.checked.window.start)
    guard start < verdict.asOf else { return nil }
    self.start = start
    end = verdict.asOf
    (self.left, self.right) = (left, right)
  }

  private func x(_ time: UTCTime) -> Double {
    let inside = min(max(time, start), end)
    return left + (right - left) * Double(inside - start) / Double(end - start)
  }

  func bar(_ span: TimeSpan, style: String, _ title: String) -> TimelineDrawing.Bar {
    let from = x(span.start)
    let width = max(Self.thinnest, x(span.end ?? end) - from)
    return TimelineDrawing.Bar(
      x: SVGPath.number(min(from, right - Self.thinnest)), width: SVGPath.number(width),
      style: style, title: "\(title), \(span.words)")
  }

  /// The numbers of cited facts where there is room for them.
  func labels(_ facts: [Fact], _ numbers: [String: Int]) -> [TimelineDrawing.Label] {
    var labels: [TimelineDrawing.Label] = []
    var free = left
    for fact in facts {
      guard let number = numbers[fact.id] else { continue }
      let place = max(x(fact.header.span.start), left)
      guard place >= free else { continue }
      labels.append(TimelineDrawing.Label(x: SVGPath.number(place), text: "\(number)"))
      free = place + Double("\(number)".count) * 7 + 5
    }
    return labels
  }

  /// Ten ticks at most, on days or first days of months.
  var ticks: [TimelineDrawing.Tick] {
    let days = Double(end - start) / 86_400_000
    let times = days <= 100 ? dayTicks(days) : monthTicks(days)
    // The last day has its name before it, which needs the room of two.
    let seen = times.filter { x($0) < right - 110 }.map { time in
      TimelineDrawing.Tick(
        x: SVGPath.number(x(time)), anchor: "middle", text: time.dayDescription)
    }
    return seen + [
      TimelineDrawing.Tick(x: SVGPath.number(right), anchor: "end", text: end.dayDescription)
    ]
  }

  private func dayTicks(_ days: Double) -> [UTCTime] {
    let step = [1, 2, 5, 10, 20].first { days / Double($0) <= 8 } ?? 20
    let first = start.date.daysSince1970 + 1
    let last = end.date.daysSince1970
    guard first <= last else { return [] }
    return stride(from: first, through: last, by: step).map {
      UTCTime(CivilDate(daysSince1970: $0))
    }
  }

  private func monthTicks(_ days: Double) -> [UTCTime] {
    let step = [1, 2, 3, 6, 12, 24, 60, 120].first { days / 30.4 / Double($0) <= 8 } ?? 120
    let date = start.date
    guard var tick = CivilDate(year: date.year, month: 1, day: 1).map({ UTCTime($0) }) else {
      return []
    }
    var ticks: [UTCTime] = []
    while tick <= end, ticks.count < 12 {
      if tick >= start { ticks.append(tick) }
      tick = tick.adding(months: step)
    }
    return ticks
  }
}
