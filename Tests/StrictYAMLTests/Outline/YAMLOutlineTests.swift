import StrictYAML
import Testing

struct YAMLOutlineTests {
  private func shown(_ text: String) -> [String] {
    let outline = YAMLOutline(Array(text.utf8))
    return outline.entries.map { entry in
      let depth = outline.ancestors(of: entry.parent).count
      return String(repeating: ".", count: depth) + (entry.key ?? "-")
        + (entry.text.map { "=\($0)" } ?? "") + (entry.hasColon ? "" : "?")
    }
  }

  @Test(arguments: [
    ("a: 1\nb:\n  c: 'x y'  # z\n", ["a=1", "b", ".c=x y"]),
    ("a:\n- b\n-   c: 1\n    d: 2\n", ["a", ".-=b", ".-", "..c=1", "..d=2"]),
    (
      "a: [x, {b: 1, c}, 'd e'\n  , f]\ng: 2",
      ["a", ".-=x", ".-", "..b=1", "..c?", ".-=d e", ".-=f", "g=2"]
    ),
    ("a: [x, {b:\nc: 1\n", ["a", ".-=x", ".-", "..b", "c=1"]),
    ("a:\n  whe", ["a", ".whe?"]),
    ("a: |\n  b: 1\n  # c\nd: 2\n", ["a=|\n  b: 1\n  # c\n", "d=2"]),
    ("a: one\n  two\nb: 1", ["a=one two", "b=1"]),
    ("a: \"open\nb: 1", ["a=open", "b=1"]),
    ("  - - x\n", ["-", ".-=x"]),
  ])
  func readsWhatIsThere(_ text: String, _ expected: [String]) {
    #expect(shown(text) == expected)
  }

  @Test func neverGivesUp() {
    var state: UInt64 = 1
    let letters = Array("ab:- []{},#'\"|>\n\n  é@".utf8)
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(letters[Int(state >> 33) % letters.count])
      }
      let outline = YAMLOutline(bytes)
      let isSound = outline.entries.enumerated().allSatisfy { index, entry in
        entry.end <= bytes.count && (entry.parent ?? -1) < index
      }
      if !isSound { Issue.record("\(String(decoding: bytes, as: UTF8.self))") }
    }
    _ = YAMLOutline(Array(repeating: UInt8(ascii: "["), count: 100_000))
  }
}
