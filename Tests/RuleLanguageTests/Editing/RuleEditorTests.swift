import Foundation
import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct RuleEditorTests {
  private let editor = RuleEditor(
    catalog: SampleRules.catalog, gazetteer: SampleRules.gazetteer, lists: ["us"])

  /// Completes at the `^` of a text, which need not compile.
  private func labels(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let offset = bytes.firstIndex(of: UInt8(ascii: "^")) ?? bytes.count
    let plain = bytes.filter { $0 != UInt8(ascii: "^") }
    return editor.completions(in: plain, file: "x.yaml", at: offset).map(\.label)
  }

  private static let head = "kind: rule\nmatch:\n"
  private static let gap = head + "  fact: ais_gap\n  where:\n    - "

  @Test(arguments: [
    ("kind: rule\n^", "severity"), ("kind: rule\nsev^", "severity"),
    ("kind: rule\nstatus: ^\n", "stable"), (head + "  ^", "sequence"),
    (head + "  sequence:\n    ^", "steps"), (head + "  fact: ^", "ais_gap"),
    (head + "  sequence:\n    steps:\n      - ^", "fact"),
    (head + "  sequence:\n    steps:\n      - {fact: ais_gap, ^", "where"),
    (gap + "^", "reception"), (gap + "^", "vessel"), (gap + "rec^", "reception"),
    (gap + "vessel.^", "flag"), (gap + "reception ^", ">="), (gap + "reception ^", "is"),
    (gap + "reception is ^", "known"), (gap + "duration >= 12^", "12h"),
    (gap + "duration >= ^", "12h"), (gap + "start_position within 20nm ^", "of"),
    (gap + "start_position ^", "within"), (gap + "start_position inside ^", "@zones/kp-eez"),
    (gap + "vessel on @lists/^", "@lists/us"), (gap + "vessel on @lists/us ^", "at"),
    (gap + "vessel on @lists/us at ^", "now"), (gap + "vessel.type == ^", "fishing"),
    (head + "  fact: port_call\n  where: [port in ^", "@ports/dprk"),
    (head + "  count: {of: {fact: flag_change}, distinct: ^", "from"),
    (head + "  fact: ais_gap\nevidence:\n  say: \"a {^", "ais_gap"),
    (head + "  fact: ais_gap\nevidence:\n  say: \"a {ais_gap.^", "reception"),
    (head + "  fact: ais_gap\nevidence:\n  cite: [^", "ais_gap"),
    (head + "  fact: ais_gap\ntests:\n  - ^", "expect"),
    (head + "tests:\n  - facts:\n      - {fact: ais_gap, ^", "reception"),
    (head + "tests:\n  - vessel: {type: ^", "fishing"),
    (head + "tests:\n  - expect: {fires: ^", "unknown"),
  ])
  func completes(_ text: String, _ expected: String) {
    #expect(labels(text).contains(expected), "\(labels(text).prefix(20))")
  }

  @Test func offersNoKeyTwiceAndNothingInComments() {
    #expect(!labels("kind: rule\nid: a\n^").contains("id"))
    #expect(labels("kind: rule\n# sev^").isEmpty)
  }

  private static let rule = SampleRules.rule(
    match: """
      sequence:
        steps:
          - {fact: ais_gap, where: [duration >= 12h]}
          - {as: call, fact: port_call, during: ais_gap, where: [start > ais_gap.start]}
      """, rest: "evidence: {say: \"{call.port} {ais_gap.end}\", cite: [ais_gap]}")

  private func offset(of needle: String) -> Int {
    let prefix = Self.rule.components(separatedBy: needle)[0]
    return prefix.utf8.count
  }

  @Test func findsWhereNamesAreGiven() throws {
    let bytes = Array(Self.rule.utf8)
    let found = try #require(
      editor.definition(in: bytes, file: "x.yaml", at: offset(of: "call.port")))
    #expect(String(decoding: bytes[found], as: UTF8.self) == "call")
    #expect(found.lowerBound == offset(of: "call, fact: port_call"))
    #expect(editor.definition(in: bytes, file: "x.yaml", at: 0) == nil)
  }

  /// The rule means the same after its names have changed.
  @Test(arguments: ["call.port", "ais_gap.start", "ais_gap]"])
  func renames(_ needle: String) throws {
    var bytes = Array(Self.rule.utf8)
    let edits = try editor.rename(
      in: bytes, file: "x.yaml", at: offset(of: needle), to: "renamed")
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
    }
    let compilation = SampleRules.compiler.compile(bytes, file: "x.yaml")
    #expect(compilation.diagnostics == [], "\(String(decoding: bytes, as: UTF8.self))")
  }

  @Test(arguments: ["Call", "vessel", "in", "ais_gap"])
  func refusesNamesThatCannotBe(_ name: String) {
    #expect(throws: RenameError.self) {
      try editor.rename(
        in: Array(Self.rule.utf8), file: "x.yaml", at: offset(of: "call.port"), to: name)
    }
  }

  @Test(arguments: [
    ("duration", "the time from start to end"), ("12h", "units: `h`"),
    ("sequence", "follow one another"), ("port_call, during", "fields:"),
    ("during", "the earlier step"), ("severity", "how bad"),
  ])
  func explains(_ needle: String, _ expected: String) {
    let hover = editor.hover(
      in: Array(Self.rule.utf8), file: "x.yaml", at: offset(of: needle) + 1)
    #expect(hover?.text.lowercased().contains(expected) == true, "\(hover?.text ?? "nothing")")
  }

  /// Names in a sentence are explained and renamed, also where the sentence is folded.
  @Test(arguments: [
    ("call.port}", "**call**"), ("port}", "**port** of port_call"), ("ais_gap.end", "**ais_gap**"),
    ("end}", "**end** of ais_gap"), ("entry.authority", "the first list entry"),
    ("call.count", "**call**"), ("count}", "worked out"), ("on {", ""), ("{nobody.x}", ""),
  ])
  func explainsWhatStandsInASentence(_ needle: String, _ expected: String) throws {
    let text = Self.rule.replacing(
      "\"{call.port} {ais_gap.end}\"",
      with:
        "\"It was on {call.port}\n  until {ais_gap.end},\n  {entry.authority} {call.count} {nobody.x}\""
    )
    let start = try #require(text.range(of: needle)).lowerBound
    let offset = text.utf8.distance(from: text.startIndex, to: start)
    let hover = editor.hover(in: Array(text.utf8), file: "x.yaml", at: offset + 1)
    #expect(
      expected.isEmpty ? hover == nil : hover?.text.contains(expected) == true,
      "\(hover?.text ?? "nothing")")
    let given = text.components(separatedBy: "call, fact")[0].utf8.count
    let edits = try editor.rename(
      in: Array(text.utf8), file: "x.yaml", at: given, to: "visit")
    #expect(edits.count == 3)
  }

  /// Whatever is typed, no question ends in a trap.
  @Test func answersEveryPlaceOfAnyText() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      var bytes = Array(Self.rule.utf8)
      let start = Int(random.next() % UInt64(bytes.count))
      bytes.removeSubrange(start..<min(start + Int(random.next() % 9), bytes.count))
      let offset = Int(random.next() % UInt64(bytes.count + 1))
      _ = editor.completions(in: bytes, file: "x.yaml", at: offset)
      _ = editor.hover(in: bytes, file: "x.yaml", at: offset)
      _ = editor.definition(in: bytes, file: "x.yaml", at: offset)
      _ = editor.symbols(in: bytes, file: "x.yaml")
    }
  }
}
