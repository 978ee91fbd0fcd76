/// A column that rules ask for: how its values are numbered, and where answers change.
struct ColumnPlan: Sendable {
  let key: ColumnKey
  /// The numbers of the symbols that clauses mention; symbols that no clause tells apart share one.
  let codes: [String: Int64]
  /// The values at which the answer of some clause changes, ascending.
  let borders: [Int64]

  /// The number of every symbol that no clause mentions.
  static let unmentioned: Int64 = -1

  /// Numbers the symbols and gathers the borders of all tests of one column.
  init(_ key: ColumnKey, tests: [ColumnTest]) {
    self.key = key
    let sets = tests.compactMap { if case .among(let symbols) = $0 { symbols } else { nil } }
    codes = Self.codes(telling: sets)
    var borders: Set<Int64> = []
    for test in tests { borders.formUnion(test.borders(codes)) }
    self.borders = borders.sorted()
  }

  /// Where the borders of a test stand among those of the column.
  func indexes(of test: ColumnTest) -> [Int] {
    test.borders(codes).compactMap { border in
      let index = borders.partitioningIndex { $0 >= border }
      return index < borders.count && borders[index] == border ? index : nil
    }
  }

  /// Symbols that belong to the same sets get the same number, so that a group of hundreds of ports
  /// has as few borders as one port.
  private static func codes(telling sets: [[String]]) -> [String: Int64] {
    var membership: [String: [Int]] = [:]
    for (index, set) in sets.enumerated() {
      for symbol in Set(set) { membership[symbol, default: []].append(index) }
    }
    let groups = Set(membership.values).sorted { $0.lexicographicallyPrecedes($1) }
    let numbers = Dictionary(
      uniqueKeysWithValues: groups.enumerated().map { ($0.element, Int64($0.offset)) })
    return membership.compactMapValues { numbers[$0] }
  }
}

/// A question about one value of a column, written without `not`.
enum ColumnTest: Hashable, Sendable {
  /// The value lies in one of the spans between borders: from the first up to the second, from the
  /// third up to the fourth, and so on; after an odd last border without an end.
  case within([Int64])
  /// The value is one of these symbols, sorted.
  case among([String])
  /// There is a value.
  case known

  /// One value.
  static func equal(to value: Int64) -> ColumnTest { within([value] + end(after: value)) }

  /// At least a value.
  static func atLeast(_ value: Int64) -> ColumnTest { within([value]) }

  /// More than a value.
  static func above(_ value: Int64) -> ColumnTest { within(end(after: value)) }

  /// From one value to another, both included; nothing when they stand the wrong way round.
  static func between(_ low: Int64, _ high: Int64) -> ColumnTest {
    within(low <= high ? [low] + end(after: high) : [])
  }

  /// One of some values.
  static func oneOf(_ values: [Int64]) -> ColumnTest { within(spans(of: values)) }

  /// The borders, ascending, each once.
  func borders(_ codes: [String: Int64]) -> [Int64] {
    switch self {
    case .within(let borders): borders
    case .among(let symbols): Self.spans(of: symbols.compactMap { codes[$0] })
    case .known: []
    }
  }

  /// The borders of the spans that hold exactly these values.
  private static func spans(of values: [Int64]) -> [Int64] {
    var borders: [Int64] = []
    for value in Set(values).sorted() {
      if borders.last == value { borders.removeLast() } else { borders.append(value) }
      borders += end(after: value)
    }
    return borders
  }

  private static func end(after value: Int64) -> [Int64] { value == .max ? [] : [value + 1] }
}

extension Array {
  /// The index of the first element for which a statement is true, when all later ones are too.
  func partitioningIndex(where isLater: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isLater(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
