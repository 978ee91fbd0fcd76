/// A table for a terminal: columns as wide as they must be, the widest cut when all do not fit.
struct TextTable {
  /// A column cut below this says nothing: our own default.
  private static let narrowest = 8

  let headings: [String]
  let rows: [[String]]

  func lines(style: ReportStyle) -> [String] {
    let paint = Paint(isColored: style.isColored)
    let widths = columnWidths(within: style.width)
    func line(_ cells: [String]) -> String {
      let fitted = zip(cells, widths).map { TerminalText.fitted(TerminalText.safe($0), to: $1) }
      let joined = fitted.joined(separator: "  ")
      return String(joined.reversed().drop { $0 == " " }.reversed())
    }
    return [paint(line(headings), .bold)] + rows.map(line)
  }

  private func columnWidths(within limit: Int) -> [Int] {
    var widths = headings.indices.map { column in
      ([headings] + rows).map { TerminalText.width(of: TerminalText.safe($0[column])) }.max() ?? 0
    }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - limit
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.narrowest
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
