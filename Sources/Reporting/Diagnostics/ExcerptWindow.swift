/// The part of a long line that an excerpt shows, so that the culprit stays in sight.
///
/// Facts of a test stand on one line and may have 300 columns; a terminal breaks them, and what
/// is underlined is then nowhere near its line.
struct ExcerptWindow {
  /// The first terminal column that is shown; with one left of it, an ellipsis stands there.
  let start: Int

  /// Two thirds of a wide terminal, and what is kept left of a culprit (our own defaults).
  private static let width = 120
  private static let context = 40

  /// Chooses the part of a line of `columns` with a culprit that starts at `culprit`.
  init(columns: Int, culprit: Int) {
    let isWide = columns > Self.width
    start = isWide && culprit > Self.width - Self.context ? culprit - Self.context : 0
  }

  /// The line as it is shown.
  func shown(_ line: String) -> String {
    guard start > 0 || TerminalText.width(of: line) > Self.width else { return line }
    var column = 0
    var text = start > 0 ? "…" : ""
    for character in line {
      let width = TerminalText.width(of: String(character))
      let end = column + width
      if end > start + Self.width - 1 { return text + "…" }
      if column > start || (start == 0 && column == 0) { text.append(character) }
      column = end
    }
    return text
  }

  /// Where columns of the line are shown; `nil` when none of them is.
  func shown(_ columns: Range<Int>) -> Range<Int>? {
    let end = start + Self.width
    guard columns.lowerBound < end, columns.upperBound >= start else { return nil }
    let from = max(columns.lowerBound, start)
    return from - start..<max(from, min(columns.upperBound, end)) - start
  }
}
