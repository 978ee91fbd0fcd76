import Maritime

/// One field of all rows of a table.
struct Column: Sendable {
  private(set) var values: [Int64]
  /// The rows that have the field.
  private(set) var known: Bits
  /// The rows whose value is of another sort than the field's type says; the plan cannot ask them.
  private(set) var irregular: [Int] = []

  private let plan: ColumnPlan
  /// The last symbol and its number: facts in order repeat their words.
  private var last: (symbol: String, code: Int64) = ("", ColumnPlan.unmentioned)

  init(_ plan: ColumnPlan, count: Int) {
    self.plan = plan
    values = Array(repeating: 0, count: count)
    known = Bits(count: count)
    last = ("", plan.codes[""] ?? ColumnPlan.unmentioned)
  }

  mutating func set(_ value: FactValue?, row: Int) {
    guard let value else { return }
    switch plan.key.encoding {
    case .presence: known[row] = true
    case .symbol:
      guard let symbol = plan.key.encoding.symbol(value) else { return irregular.append(row) }
      set(code(symbol), row: row)
    default:
      guard let number = plan.key.encoding.number(value) else { return irregular.append(row) }
      set(number, row: row)
    }
  }

  mutating func set(_ number: Int64, row: Int) {
    values[row] = number
    known[row] = true
  }

  private mutating func code(_ symbol: String) -> Int64 {
    if symbol != last.symbol { last = (symbol, plan.codes[symbol] ?? ColumnPlan.unmentioned) }
    return last.code
  }
}
