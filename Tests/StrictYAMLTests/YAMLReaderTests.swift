import StrictYAML
import Testing

struct YAMLReaderTests {
  @Test func keepsEveryScalarAsText() throws {
    let root = try #require(read("flag: NO\nnumber: 0123456\nclock: 12:30:00\nempty:\n").root)
    #expect(root["flag"]?.text == "NO")
    #expect(root["number"]?.text == "0123456")
    #expect(root["clock"]?.text == "12:30:00")
    #expect(root["empty"]?.text == "")
  }

  @Test func tellsQuotedTextFromPlain() throws {
    let root = try #require(read("- plain\n- 'quoted'\n- \"quoted\"\n- |\n  block\n").root)
    let quoted = root.items?.map { node in
      if case .scalar(_, let isQuoted) = node.content { isQuoted } else { false }
    }
    #expect(quoted == [false, true, true, true])
  }

  @Test func readsNestedCollections() throws {
    let root = try #require(read("a:\n  - {b: [1, 2], c: x}\n  - d\n").root)
    let first = try #require(root["a"]?.items?.first)
    #expect(first["b"]?.items?.map(\.text) == ["1", "2"])
    #expect(root["a"]?.items?.last?.text == "d")
  }

  @Test(arguments: [
    ("a: !!int 1", "yaml-tag", "!!int"),
    ("a: !own x", "yaml-tag", "!own"),
    ("a: &name x", "yaml-anchor", "&name"),
    ("a: *name", "yaml-alias", "*name"),
    ("<<: {a: b}", "yaml-merge-key", "<<"),
    ("a: 1\nb: 2\na: 3", "duplicate-key", "a"),
    ("a:\n\tb: 1", "tab-indentation", "\t"),
    ("a: x\u{7}", "control-character", "\u{7}"),
    ("a: x\u{85}", "control-character", "\u{85}"),
    ("a: \"\\u0007\"", "control-character", "\"\\u0007\""),
    ("é: x\u{202E}y", "bidirectional-character", "\u{202E}"),
    ("a: \"\\u202e\"", "bidirectional-character", "\"\\u202e\""),
    ("[a]: b", "non-scalar-key", "["),
    ("{a: b}: c", "non-scalar-key", "{"),
    ("", "empty-document", ""),
    ("# only a comment\n", "empty-document", ""),
    ("---\n", "empty-document", ""),
    ("a: 1\n---\nb: 2\n", "several-documents", "---"),
    ("%YAML 1.1\n---\na: 1\n", "yaml-directive", "%YAML 1.1\n---"),
    ("a: [1, 2", "yaml-syntax", ""),
    ("a: b: c", "yaml-syntax", ""),
    ("a: \"b", "yaml-syntax", ""),
    ("a: @x", "yaml-syntax", ""),
    (String(repeating: "[", count: 17), "yaml-too-deep", "["),
  ])
  func refusesWhatTheSubsetLeavesOut(_ text: String, _ id: String, _ culprit: String) throws {
    let document = read(text)
    #expect(document.root == nil)
    #expect(document.diagnostics.map(\.id) == [id])
    let span = try #require(document.diagnostics.first?.span)
    #expect(slice(text, span) == culprit)
    #expect(document.diagnostics.first?.code.count == 4)
  }

  @Test func refusesBytesThatAreNotUTF8() {
    let document = readYAML(Array("é: ".utf8) + [0xFF, 0x61], file: "a.yaml")
    #expect(document.diagnostics.map(\.id) == ["invalid-utf8"])
    #expect(document.diagnostics.first?.span.start == at(4, line: 1, column: 5))
  }

  @Test func refusesMoreBytesThanTheLimit() {
    let document = readYAML(Array("a: bc".utf8), file: "a.yaml", limits: YAMLLimits(bytes: 4))
    #expect(document.diagnostics.map(\.id) == ["yaml-too-large"])
    #expect(readYAML(Array("a: b".utf8), file: "", limits: YAMLLimits(bytes: 4)).root != nil)
  }

  @Test func pointsAtTheFirstOfTwoEqualKeys() {
    let notes = read("a: 1\na: 2").diagnostics.first?.notes
    #expect(notes?.map(\.span.start.line) == [1])
  }

  @Test func reportsSeveralMistakesInFileOrder() {
    let document = read("a: !x 1\nb: &y 2\nc: *y\nd: [\n")
    let ids = document.diagnostics.map(\.id)
    #expect(ids == ["yaml-tag", "yaml-anchor", "yaml-alias", "yaml-syntax"])
  }

  @Test func acceptsAByteOrderMark() throws {
    let root = try #require(readYAML([0xEF, 0xBB, 0xBF] + Array("é: b".utf8), file: "").root)
    #expect(root["é"]?.span.start == at(7, line: 1, column: 8))
  }

  @Test func survivesAHundredThousandLevels() {
    let document = read(String(repeating: "[", count: 100_000))
    #expect(document.diagnostics.map(\.id) == ["yaml-too-deep"])
  }

  @Test func acceptsSixteenLevels() {
    let text = String(repeating: "[", count: 16) + String(repeating: "]", count: 16)
    #expect(read(text).root != nil)
  }
}

struct YAMLSpanTests {
  @Test(arguments: [
    ("name: Nampo # port\n", "Nampo"),
    ("Häfen: Nämpo\n", "Nämpo"),
    ("é: {日本: 'ナンポ 🚢'}\n", "'ナンポ 🚢'"),
    ("a: |\n  日本\n  text\n\nb: c\n", "|\n  日本\n  text"),
    ("🚢: \"x\"\r\n", "\"x\""),
  ])
  func givesTheBytesOfTheFirstValue(_ text: String, _ expected: String) throws {
    var node = try #require(read(text).root?.entries?.first?.value)
    while let inner = node.entries?.first?.value { node = inner }
    #expect(slice(text, node.span) == expected)
  }

  @Test func endsCollectionsAtTheirLastChild() throws {
    let text = "é:\n  - 日本\n  - x\n\n# comment\nb:\n  c: d\n"
    let root = try #require(read(text).root)
    #expect(slice(text, try #require(root["é"]).span) == "- 日本\n  - x")
    #expect(slice(text, try #require(root["b"]).span) == "c: d")
    #expect(slice(text, root.span) == String(text.dropLast()))
  }

  @Test func countsColumnsInBytes() throws {
    let root = try #require(read("a: 1\néé: x\n").root)
    #expect(root["éé"]?.span.start == at(11, line: 2, column: 7))
  }

  @Test func findsPlacesInLongTexts() throws {
    let text = (0..<500).map { "ключ\($0): значение \($0)\n" }.joined()
    let root = try #require(read(text).root)
    for (index, entry) in try #require(root.entries).enumerated() {
      #expect(slice(text, entry.keySpan) == "ключ\(index)")
      #expect(slice(text, entry.value.span) == "значение \(index)")
      #expect(entry.keySpan.start.line == index + 1)
    }
  }
}

struct YAMLFuzzTests {
  /// Any bytes at all give a document or diagnostics, and spans within the text.
  @Test func survivesMutations() {
    var random = SplitMix64(seed: 42)
    let seeds = [
      "kind: rule\nid: é-x\nmatch:\n  - {a: [1, 'b'], \"c\\u00e9\": |\n    text\n}\n",
      "a: &x !!int 1\nb: *x\n<<: {c: d}\n? [k]\n: v\n--- \n%YAML 1.1\n...\n",
      "日本:\r\n  - x\r\n  -\t- y\r\n🚢: >-\r\n  folded\r\n  text\r\n# c\r\n",
    ].map { Array($0.utf8) }
    for round in 0..<20_000 {
      var bytes = seeds[round % seeds.count]
      for _ in 0..<Int(random.next() % 4 + 1) { random.mutate(&bytes) }
      let document = readYAML(bytes, file: "fuzz.yaml")
      let isSound = (document.root == nil) != document.diagnostics.isEmpty
      let spans = document.diagnostics.map(\.span) + (document.root.map { [$0.span] } ?? [])
      let areInside = spans.allSatisfy {
        $0.start.offset <= $0.end.offset && $0.end.offset <= bytes.count
      }
      if !isSound || !areInside { Issue.record("\(bytes)") }
    }
  }
}

private func read(_ text: String) -> YAMLDocument { readYAML(Array(text.utf8), file: "a.yaml") }

private func slice(_ text: String, _ span: SourceSpan) -> String {
  String(decoding: Array(text.utf8)[span.start.offset..<span.end.offset], as: UTF8.self)
}

private func at(_ offset: Int, line: Int, column: Int) -> SourcePosition {
  SourcePosition(offset: offset, line: line, column: column)
}

/// Steele, Lea and Flood's generator: the same numbers on every machine.
private struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func mutate(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return bytes.append(UInt8(truncatingIfNeeded: next())) }
    let index = Int(next() % UInt64(bytes.count))
    let interesting = Array("[]{}:-&*!|>'\"%@#\t\r\n, ?<é".utf8) + [0, 0xFF, 0xC2]
    switch next() % 5 {
    case 0: bytes.remove(at: index)
    case 1: bytes[index] = UInt8(truncatingIfNeeded: next())
    case 2: bytes.insert(interesting[Int(next() % UInt64(interesting.count))], at: index)
    case 3: bytes[index] = interesting[Int(next() % UInt64(interesting.count))]
    default: bytes.append(contentsOf: bytes[index...].prefix(40))
    }
  }
}
