import Testing

@testable import Reporting

struct TextTableTests {
  @Test func cutsTheWidestColumn() {
    let table = TextTable(
      headings: ["a", "text"], rows: [["1", "a long text that does not fit"], ["22", "short"]])
    let lines = table.lines(style: ReportStyle(isColored: false, width: 20))
    #expect(lines == ["a   text", "1   a long text tha…", "22  short"])
  }

  @Test(arguments: [
    ("МАЯ", 5, "МАЯ  "), ("МАЯ-1", 4, "МАЯ…"), ("船名船名", 6, "船名… "), ("abc", 3, "abc"),
  ])
  func fits(_ text: String, _ width: Int, _ expected: String) {
    #expect(TerminalText.fitted(text, to: width) == expected)
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("", 7, [""]), ("abcdefghij", 4, ["abcdefghij"]),
    ("a\nb", 7, ["a b"]),
  ])
  func wraps(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(TerminalText.wrapped(text, to: width) == expected)
  }

  @Test func disarmsControlAndBidirectionalCharacters() {
    #expect(TerminalText.safe("a\u{1b}[31m\u{202e}b") == "a\u{fffd}[31m\u{fffd}b")
    #expect(TerminalText.safe("МАЯ-1 船") == "МАЯ-1 船")
  }
}
