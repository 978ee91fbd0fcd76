import Maritime
import StrictYAML

/// Facts, list entries and the as-of date moved to where a span of time just fits or just does not.
struct TimeChanges {
  private let document: YAMLNode
  private let now: UTCTime
  /// The start and the end of every fact of the case, by its index.
  private let spans: [Int: (start: UTCTime, end: UTCTime)]
  private let amounts: [Quantity]

  init(_ test: RuleTest, amounts: [String], _ vocabulary: Vocabulary) {
    document = test.source.document
    now = test.input.now
    self.amounts = amounts.compactMap { text in
      guard case .success(.quantity(let quantity)) = QuantityLiteral.read(text),
        [.duration, .months].contains(quantity.dimension)
      else { return nil }
      return quantity
    }
    var spans: [Int: (start: UTCTime, end: UTCTime)] = [:]
    for (index, fact) in (document["facts"]?.items ?? []).enumerated() {
      guard let start = fact["start"]?.text.flatMap({ UTCTime($0) }) else { continue }
      let length = fact["duration"]?.text.flatMap(Self.milliseconds)
      let end =
        fact["end"]?.text.flatMap { UTCTime($0) }
        ?? length.map { UTCTime(milliseconds: start.milliseconds + $0) } ?? test.input.now
      spans[index] = (start, end)
    }
    self.spans = spans
  }

  /// Every move of one fact, of one list entry or of the as-of date.
  var all: [[RuleTestChange]] { factMoves + listMoves + nowMoves }

  private var indices: [Int] { spans.keys.sorted() }

  private var factMoves: [[RuleTestChange]] {
    indices.flatMap { index -> [[RuleTestChange]] in
      let pivots = indices.filter { $0 != index }.flatMap { other in
        spans[other].map { [$0.start, $0.end] } ?? []
      }
      let own = spans[index].map(\.start).map { [$0] } ?? []
      return moments(around: pivots + [now]).flatMap { moves(of: index, to: $0) }
        + moments(around: own).flatMap { ends(of: index, at: $0) }
    }
  }

  /// The fact starts then and is as long as it was, or it ends then.
  private func moves(of index: Int, to start: UTCTime) -> [[RuleTestChange]] {
    guard let span = spans[index] else { return [] }
    let path = "facts.\(index)"
    let hasEnd = document.node(at: ["facts", String(index), "end"]) != nil
    let end = UTCTime(milliseconds: start.milliseconds + (span.end - span.start))
    let moved =
      [change(path + ".start", start)] + (hasEnd ? [change(path + ".end", end)] : [])
    return [moved] + ends(of: index, at: start)
  }

  private func ends(of index: Int, at end: UTCTime) -> [[RuleTestChange]] {
    guard let span = spans[index], end >= span.start else { return [] }
    let path = "facts.\(index)"
    let hasDuration = document.node(at: ["facts", String(index), "duration"]) != nil
    let unset = hasDuration ? [RuleTestChange(path: path + ".duration", value: nil)] : []
    return [unset + [change(path + ".end", end)]]
  }

  private var listMoves: [[RuleTestChange]] {
    let pivots = indices.flatMap { spans[$0].map { [$0.start, $0.end] } ?? [] } + [now]
    let day: Int64 = 86_400_000
    let moments = pivots.flatMap { time in
      [-day, 0, day].map { UTCTime(milliseconds: time.milliseconds + $0) }
    }
    return (document["lists"]?.entries ?? []).flatMap { list in
      (list.value.items ?? []).indices.flatMap { index in
        moments.flatMap { moment in
          ["from", "to"].map { [change("lists.\(list.key).\(index).\($0)", moment)] }
        }
      }
    }
  }

  private var nowMoves: [[RuleTestChange]] {
    let pivots = indices.flatMap { spans[$0].map { [$0.start, $0.end] } ?? [] }
    return moments(around: pivots).filter { moment in pivots.allSatisfy { $0 <= moment } }
      .map { [change("now", $0)] }
  }

  /// A span of the rule before and after each pivot, and a minute beside it.
  private func moments(around pivots: [UTCTime]) -> [UTCTime] {
    let minute: Int64 = 60_000
    var seen: Set<UTCTime> = []
    let found = pivots.flatMap { pivot in
      [pivot] + amounts.flatMap { amount in [1, -1].map { shifted(pivot, amount, $0) } }
    }
    return found.flatMap { time in
      [0, -minute, minute].map { UTCTime(milliseconds: time.milliseconds + $0) }
    }.filter { seen.insert($0).inserted }
  }

  private func shifted(_ time: UTCTime, _ amount: Quantity, _ sign: Int64) -> UTCTime {
    amount.dimension == .months
      ? time.adding(months: Int(sign * amount.steps))
      : UTCTime(milliseconds: time.milliseconds + sign * amount.steps)
  }

  private func change(_ path: String, _ time: UTCTime) -> RuleTestChange {
    RuleTestChange(
      path: path, value: YAMLNode(.scalar(time.description, isQuoted: false), span: .none))
  }

  private static func milliseconds(_ text: String) -> Int64? {
    guard case .success(.quantity(let quantity)) = QuantityLiteral.read(text),
      quantity.dimension == .duration
    else { return nil }
    return quantity.steps
  }
}
