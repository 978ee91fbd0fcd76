import Maritime

/// Looks through every combination of inputs for those that no row or several rows hold.
///
/// Each input falls into classes of values that no cell tells apart; one value stands for all of
/// its class, so the search is exact.
struct TableRegions {
  /// A class of values of one input.
  private struct Region {
    /// The class in words: `type = tanker`.
    let name: String
    /// The rows whose cell holds.
    let rows: Set<Int>
  }

  /// What the search found.
  struct Findings {
    /// Combinations without a row, the first in words.
    var gaps = 0
    var firstGap: String?
    /// Pairs of rows that hold at once, each with the first combination.
    var overlaps: [(first: Int, second: Int, combination: String)] = []
  }

  private let regions: [[Region]]
  private let rowCount: Int

  /// More combinations than a reader can take in (our own default).
  static let maximumCombinations = 200_000

  init(_ inputs: [FieldDeclaration], _ rows: [DecisionTable.Row]) {
    rowCount = rows.count
    regions = inputs.enumerated().map { index, field in
      let cells = rows.map { $0.cells[index] }
      return Self.merged(Self.regions(of: field, cells))
    }
  }

  /// Whether the table is small enough to be looked through.
  var isSearchable: Bool {
    var combinations = 1
    for region in regions {
      combinations *= max(region.count, 1)
      if combinations > Self.maximumCombinations { return false }
    }
    return true
  }

  func findings() -> Findings {
    var findings = Findings()
    search(0, Set(0..<rowCount), [], &findings)
    return findings
  }

  private func search(
    _ input: Int, _ rows: Set<Int>, _ words: [String], _ findings: inout Findings
  ) {
    guard !rows.isEmpty else {
      findings.gaps += 1
      findings.firstGap = findings.firstGap ?? words.joined(separator: " and ")
      return
    }
    guard input < regions.count else {
      let sorted = rows.sorted()
      guard sorted.count > 1 else { return }
      let pair = (sorted[0], sorted[1])
      if !findings.overlaps.contains(where: { ($0.first, $0.second) == pair }) {
        findings.overlaps.append((pair.0, pair.1, words.joined(separator: " and ")))
      }
      return
    }
    for region in regions[input] {
      search(input + 1, rows.intersection(region.rows), words + [region.name], &findings)
    }
  }

  /// Classes that the same rows hold are one.
  private static func merged(_ regions: [Region]) -> [Region] {
    var seen: Set<Set<Int>> = []
    return regions.filter { seen.insert($0.rows).inserted }
  }

  private static func regions(
    of field: FieldDeclaration, _ cells: [DecisionTable.Cell]
  ) -> [Region] {
    switch field.type {
    case .word(let words):
      return words.map { region(field, $0, .word($0), cells) }
    case .bool:
      return [true, false].map { region(field, "\($0)", .bool($0), cells) }
    case .quantity, .time: return ranges(of: field, cells)
    default:
      let named = Set(
        cells.flatMap { cell -> [FactValue] in
          if case .oneOf(let values) = cell { Array(values) } else { [] }
        }
      ).sorted { $0.description < $1.description }
      let others = Region(
        name: "another \(field.name)", rows: Set(cells.indices.filter { cells[$0] == .any }))
      return named.map { region(field, $0.description, $0, cells) } + [others]
    }
  }

  private static func region(
    _ field: FieldDeclaration, _ word: String, _ value: FactValue, _ cells: [DecisionTable.Cell]
  ) -> Region {
    Region(
      name: "\(field.name) = \(word)", rows: Set(cells.indices.filter { cells[$0].holds(value) }))
  }

  /// The stretches between the ends of ranges; the first begins with the lowest value there is.
  private static func ranges(
    of field: FieldDeclaration, _ cells: [DecisionTable.Cell]
  ) -> [Region] {
    var starts: Set<Int64> = [.min]
    for case .range(let range) in cells {
      starts.insert(range.lowerBound)
      if range.upperBound < .max { starts.insert(range.upperBound + 1) }
    }
    let sorted = starts.sorted()
    return sorted.enumerated().map { index, start in
      let value = field.value(steps: start)
      let words: String
      if index == 0 {
        words =
          sorted.count > 1 ? "\(field.name) < \(field.value(steps: sorted[1]))" : field.name
      } else {
        words = "\(field.name) = \(value)"
      }
      return Region(name: words, rows: Set(cells.indices.filter { cells[$0].holds(value) }))
    }
  }
}

extension FieldDeclaration {
  /// The value of an ordered field at a place on its axis.
  fileprivate func value(steps: Int64) -> FactValue {
    if case .quantity(let dimension) = type {
      .quantity(Quantity(dimension, steps: steps))
    } else {
      .time(UTCTime(milliseconds: steps))
    }
  }
}
