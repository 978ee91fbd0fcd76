import Maritime

/// A delimited file whose first row names the columns.
struct NamedColumns {
  private let columns: [String: Int]
  /// The rows after the first.
  let rows: [DelimitedRow]
  /// The number of columns.
  let width: Int

  init(_ all: [DelimitedRow]) {
    self.init(header: all.first?.fields.map(\.trimmed) ?? [], rows: Array(all.dropFirst()))
  }

  /// Rows under a header that was read already, and perhaps folded.
  init(header: [String], rows: [DelimitedRow]) {
    columns = Dictionary(zip(header, header.indices)) { first, _ in first }
    width = header.count
    self.rows = rows
  }

  /// Whether a row has as many fields as there are columns.
  func rowIsWhole(_ row: DelimitedRow) -> Bool { row.fields.count == width }

  /// The trimmed value of a column; `nil` when it is empty or there is no such column.
  func value(_ column: String, in row: DelimitedRow) -> String? {
    guard let index = columns[column], index < row.fields.count else { return nil }
    return row.fields[index].trimmedOrNil
  }

  /// Whether there is such a column.
  func has(_ column: String) -> Bool { columns[column] != nil }
}
