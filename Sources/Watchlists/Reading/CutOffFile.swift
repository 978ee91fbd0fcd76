import Maritime

/// A file whose last row is not whole, as a broken download leaves it.
struct CutOffFile: Error {
  let rejection: Rejection

  /// A file whose last line, the given one, is not whole.
  init(line: Int, file: String) {
    rejection = Rejection(
      reason: "cut-off-file", file: file, line: line,
      detail: "the last line is not whole; fetch the file again")
  }

  /// Compares the last row of a delimited file with the width that whole rows have.
  init?(_ rows: [DelimitedRow], width: Int, file: String) {
    guard let last = rows.last, last.fields.count < width else { return nil }
    rejection = Rejection(
      reason: "cut-off-file", file: file, line: last.line,
      detail: "the last row has \(last.fields.count) of \(width) fields; fetch the file again")
  }
}
