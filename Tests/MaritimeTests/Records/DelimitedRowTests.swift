import Maritime
import TestSupport
import Testing

struct DelimitedRowTests {
  @Test(arguments: [
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
    ("\u{FEFF}a,b\n", [["a", "b"]]),
    (#""a,b",c"#, [["a,b", "c"]]),
    (#""say ""yes""",c"#, [[#"say "yes""#, "c"]]),
    ("\"two\nlines\",c\nd,e\n", [["two\nlines", "c"], ["d", "e"]]),
    ("a,,\n,,\n", [["a", "", ""], ["", "", ""]]),
    ("\n\na\n\n", [["a"]]),
    ("\r\na\r\n\r\n", [["a"]]),
    (#""""#, [[""]]),
    (#"a"b,c"#, [[#"a"b"#, "c"]]),  // a quote inside a bare field is a letter
    ("\"never closed,b\nc", [["never closed,b\nc"]]),
    ("", []),
  ])
  func splitsRows(_ text: String, _ fields: [[String]]) {
    #expect(delimitedRows(in: Array(text.utf8)).map(\.fields) == fields)
  }

  @Test func countsLinesInsideQuotes() {
    let rows = delimitedRows(in: Array("a\n\"b\nb\"\n\nc\n".utf8))
    #expect(rows.map(\.line) == [1, 2, 5])
  }

  @Test func readsLatin1WhereItIsNotUTF8() {
    #expect(delimitedRows(in: [0x47, 0xF3, 0x2C, 0xC3, 0xB3]).map(\.fields) == [["Gó", "ó"]])
  }

  @Test func takesAnyDelimiter() {
    let rows = delimitedRows(in: Array("a;b,c\td".utf8), delimiter: UInt8(ascii: ";"))
    #expect(rows.map(\.fields) == [["a", "b,c\td"]])
  }

  @Test func givesBackWhatWasQuoted() {
    var numbers = SeededGenerator(seed: 9)
    let letters = Array("a\",\n\r ;é")
    for _ in 0..<500 {
      let table = (0..<3).map { _ in
        (0..<Int.random(in: 1...4, using: &numbers)).map { _ in
          String(
            (0..<Int.random(in: 0...6, using: &numbers)).map { _ in
              letters[Int.random(in: 0..<letters.count, using: &numbers)]
            })
        }
      }
      let text = table.map { $0.map(quoted).joined(separator: ",") }.joined(separator: "\n")
      #expect(delimitedRows(in: Array(text.utf8)).map(\.fields) == table)
    }
  }

  @Test func survivesAnyBytes() {
    var numbers = SeededGenerator(seed: 21)
    let alphabet: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x41, 0xC3, 0xFF, 0x00]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)]
      }
      let rows = delimitedRows(in: bytes)
      #expect(rows.allSatisfy { !$0.fields.isEmpty })
      #expect(rows.map(\.line) == rows.map(\.line).sorted())
    }
  }

  private func quoted(_ field: String) -> String {
    "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
