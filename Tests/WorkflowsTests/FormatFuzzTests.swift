import Foundation
import Maritime
import RuleLanguage
import StrictYAML
import TestSupport
import Testing
import Workflows

/// Whatever an author types is laid out without a trap, says the same then, keeps its comments, and
/// is left alone the second time.
///
/// `PRATIQUE_FUZZ=200000 swift test --filter FormatFuzzTests` runs so many inputs.
struct FormatFuzzTests {
  private static let wanted = ProcessInfo.processInfo.environment["PRATIQUE_FUZZ"].flatMap(Int.init)
  private static let seed =
    ProcessInfo.processInfo.environment["PRATIQUE_FUZZ_SEED"].flatMap(UInt64.init) ?? 1

  private let compiler = RuleCompiler(catalog: .standard, gazetteer: .shipped)

  @Test func keepsTheMeaningOfWhateverItCanRead() throws {
    var shipped = RuleMutations(texts: try shippedTexts(), seed: Self.seed)
    var small = RuleMutations(
      texts: GoldenFile.all.map { String(decoding: $0.bytes, as: UTF8.self) } + Self.documents,
      seed: Self.seed)
    var tally = Tally()
    let clock = ContinuousClock()
    let start = clock.now
    for round in 0..<(Self.wanted ?? 600) {
      let bytes = round % 16 == 0 ? shipped.next() : small.next()
      check(bytes, compilesIt: round % 16 < 2, &tally)
    }
    #expect(tally.changed > 0 && tally.refused > 0 && tally.unsafe == 0)
    guard Self.wanted != nil else { return }
    let text = "\(tally) in \(clock.now - start) with seed \(Self.seed)\n"
    FileHandle.standardError.write(Data(text.utf8))
  }

  private struct Tally: CustomStringConvertible {
    var unchanged = 0
    var changed = 0
    var refused = 0
    /// The formatter saw itself that it would change what a text says.
    var unsafe = 0

    var description: String {
      "\(unchanged + changed + refused) inputs: \(changed) laid out, \(unchanged) unchanged, "
        + "\(refused) refused, \(unsafe) without a safe layout"
    }
  }

  private func check(_ bytes: [UInt8], compilesIt: Bool, _ tally: inout Tally) {
    let text = { String(decoding: bytes, as: UTF8.self) }
    switch compiler.format(bytes, file: "fuzz.yaml") {
    case .unchanged: tally.unchanged += 1
    case .refused(let diagnostics):
      tally.refused += 1
      guard diagnostics.contains(where: { $0.id == "no-safe-layout" }) else { return }
      tally.unsafe += 1
      Issue.record("no safe layout: \(text())")
    case .changed(let once):
      tally.changed += 1
      if compiler.format(once, file: "fuzz.yaml") != .unchanged {
        Issue.record("changes again: \(text())")
      }
      let (before, after) = (readYAML(bytes, file: ""), readYAML(once, file: ""))
      if before.root.map(Self.words) != after.root.map(Self.words) {
        Issue.record("says something else: \(text())")
      }
      if comments(bytes) != comments(once) { Issue.record("loses a comment: \(text())") }
      if compilesIt { compare(bytes, once) }
    }
  }

  /// The rule means the same, or has the same mistakes; only `kind:` in the wrong place is mended.
  private func compare(_ bytes: [UInt8], _ once: [UInt8]) {
    let before = compiler.compile(bytes, file: "fuzz.yaml")
    let after = compiler.compile(once, file: "fuzz.yaml")
    let keys = readYAML(bytes, file: "").root?.entries?.map(\.key) ?? []
    guard keys.first == "kind" || !keys.contains("kind") else { return }
    if before.rule?.header.digest != after.rule?.header.digest
      || before.rule?.tests.count != after.rule?.tests.count
      || before.diagnostics.map(\.id).sorted() != after.diagnostics.map(\.id).sorted()
    {
      Issue.record("means something else: \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// The document with its keys sorted and without the spaces in its texts, which a formatter of
  /// clauses may move.
  private static func words(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, _): "(" + text.filter { !$0.isWhitespace } + ")"
    case .sequence(let items): "[" + items.map(words).joined() + "]"
    case .mapping(let entries):
      "{"
        + entries.sorted { $0.key < $1.key }.map { $0.key + "=" + words($0.value) }.joined() + "}"
    }
  }

  private func comments(_ bytes: [UInt8]) -> [String] {
    guard let root = readYAML(bytes, file: "").root else { return [] }
    return Self.comments(in: YAMLLayout(root, source: SourceText(bytes)).root).sorted()
  }

  private static func comments(in value: YAMLLayout.Value) -> [String] {
    value.elements.flatMap { element in
      (element.leading + element.trailing).map(\.text) + comments(in: element.value)
    } + value.tail.map(\.text)
  }

  private func shippedTexts() throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rules")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".yaml") }.map {
        let text = try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        return text.components(separatedBy: "    vary:")[0]
      }
  }

  /// The other kinds of document, and the layouts that are seldom in rules.
  private static let documents = [
    """
    kind: define   # ours
    language: 1
    id: limits
    values: {min-gap:   12h , label: "a: b", deep: 'x # y'}
    clauses:
        dark: [duration>=12h,reception is known]   # two
        heard:
        # of one kind
        - of: ais_gap
          where: [ "reception >= 60%" ]
    """,
    """
    kind: list
    language: 1
    id: watch
    of: vessels
    published: 2026-02-01
    entries:
      - {imo: "9000003", name: "SAMPLE: ONE", from: 2025-06-01}  # a
      - imo: '9000015'
        name: >-
          FOLDED
          NAME
        from: 2025-06-01

    """,
    """
    kind: zone
    language: 1
    id: strait
    polygons:
    - ["38.5,124.0", "38.5,125.0", "39.5,125.0"]
    -
      - "38.5,124.0"
      - "38.5,125.0"  # corner
      - "39.5,125.0"
    """,
    """
    kind: ports
    language: 1
    id: terminals
    codes: [KPNAM,KPRJN]
    add:
    - {code: KPXXX, at: ["38.72,125.40", "38.73,125.41"], radius: 5km}
    """,
    """
    kind: table
    language: 1
    id: sizes
    of: vessel
    hit: unique
    inputs: [type, built]
    output: word
    rows:
      - {when: {type: [tanker, crude_tanker], built: "< 2000-01-01"}, then: old-tanker}
      - when: {type: tanker, built: 2000-01-01..2030-01-01}
        then: tanker
    otherwise: other
    """,
    """
    kind: exceptions
    language: 1
    id: spring
    exceptions:
      - rule: dark
        version: 1
        match: {vessel.imo: "9000003", call.start: 2026-01-04T20:00Z}
        reason: |
          Two lines
          of reason
        evidence: "Letter 12/26"
        approver: J. Kim
        from: 2026-01-10
        expires: 2026-07-01
    """,
    """
    kind: policy
    language: 1
    # all
    groups:
      cap: 60   # each
      caps: {flags: 3}
    thresholds: {review: 30,
      escalate: 60}
    """,
    """
    - name: one
      now: 2026-03-01T00:00Z
      facts: [{fact: port_call, start: 2026-01-04, port: KPNAM}]
      expect: {fires: true}
      vary: [{set: {facts.0.port: CNDLC}, expect: {fires: false}}]
    """,
  ]
}
