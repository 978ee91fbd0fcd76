/// Lines of text for a terminal, within a number of columns.
struct TextPage {
  let paint: Paint
  let width: Int
  private(set) var lines: [String] = []

  init(_ style: ReportStyle) {
    paint = Paint(isColored: style.isColored)
    width = style.width
  }

  /// The lines with their ends.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// Adds a line as it is.
  mutating func add(_ line: String = "") { lines.append(line) }

  /// Adds a heading after an empty line.
  mutating func heading(_ title: String) {
    add()
    add(paint(title, .bold))
  }

  /// Adds text from outside, wrapped and indented; `lead` stands before its first line.
  mutating func paragraph(
    _ text: String, indent: Int, lead: String = "", tone: Paint.Tone? = nil
  ) {
    let space = String(repeating: " ", count: indent)
    let safe = TerminalText.safe(text)
    for (index, line) in TerminalText.wrapped(safe, to: width - indent).enumerated() {
      let front = index == 0 && !lead.isEmpty ? TerminalText.fitted(lead, to: indent) : space
      add(front + (tone.map { paint(line, $0) } ?? line))
    }
  }
}
