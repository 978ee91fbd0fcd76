import Maritime
import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct DecisionTableTests {
  private static let classes = """
    kind: table
    language: 1
    id: vessel-class
    of: vessel
    hit: unique
    inputs: [type, built]
    output: word
    rows:
      - {when: {type: [crude_tanker, product_tanker], built: "< 2000"}, then: old_tanker}
      - {when: {type: [crude_tanker, product_tanker], built: ">= 2000"}, then: new_tanker}
    otherwise: other

    """

  private static func fires(
    _ clause: String, table: String = classes, vessel: String, expect: String
  ) throws -> [String] {
    let tests = """
      tests:
        - name: a case
          now: 2026-02-01
          vessel: {\(vessel)}
          facts: [{fact: ais_gap, start: 2026-01-01, duration: 20h, reception: 0.7}]
          expect: {fires: \(expect)}
      """
    let library = SampleRules.library([
      "r.yaml": SampleRules.rule(match: "fact: ais_gap\nwhere: ['\(clause)']", rest: tests),
      "t.yaml": table,
    ])
    let rule = try #require(library.rules.first, "\(library.diagnostics)")
    return runTests(of: rule).flatMap(\.failures)
  }

  @Test(arguments: [
    ("type: crude_tanker, built: 1999", "old_tanker", "true"),
    ("type: crude_tanker, built: 2000", "old_tanker", "false"),
    ("type: crude_tanker, built: 2000", "new_tanker", "true"),
    ("type: fishing, built: 2000", "other", "true"),
    ("type: crude_tanker", "old_tanker", "unknown"), ("built: 1980", "other", "unknown"),
  ])
  func sortsTheVessel(_ vessel: String, word: String, fires: String) throws {
    #expect(
      try Self.fires("@tables/vessel-class == \(word)", vessel: vessel, expect: fires) == [])
    #expect(
      try Self.fires("\(word) == @tables/vessel-class", vessel: vessel, expect: fires) == [])
  }

  @Test func givesAmountsForAFact() throws {
    let table = """
      kind: table
      language: 1
      id: limit
      of: ais_gap
      inputs: [reception]
      output: duration
      rows:
        - {when: {reception: 0..0.5}, then: 48h}
        - {when: {reception: "> 0.5"}, then: 12h}
        - {when: {reception: "< 0"}, then: 48h}

      """
    let clause = "duration >= @tables/limit"
    #expect(try Self.fires(clause, table: table, vessel: "", expect: "true") == [])
    let stricter = table.replacing("then: 12h", with: "then: 21h")
    #expect(try Self.fires(clause, table: stricter, vessel: "", expect: "false") == [])
  }

  @Test func namesTheCombinationThatNoRowHolds() throws {
    let gap = Self.classes.replacing("otherwise: other\n", with: "")
      .replacing("rows:", with: "rows:  # error: table-gap")
    expectLibraryDiagnostics(["t.yaml": gap])
    let found = try #require(SampleRules.library(["t.yaml": gap]).diagnostics.first)
    #expect(
      found.message == "no row holds for type = bulk_carrier and built < 2000"
        + " (and for other combinations)"
        || found.message == "no row holds for type = bulk_carrier (and for other combinations)"
        || found.message == "no row holds for type = bulk_carrier")
  }

  @Test func namesTheRowsThatHoldAtOnce() throws {
    let overlap = Self.classes
      .replacing("built: \">= 2000\"}", with: "built: 1995..2020}  # error: table-overlap")
      .replacing(
        "  # error: table-overlap, then: new_tanker}",
        with: ", then: new_tanker}  # error: table-overlap")
    expectLibraryDiagnostics(["t.yaml": overlap])
    let found = try #require(SampleRules.library(["t.yaml": overlap]).diagnostics.first)
    #expect(
      found.message == "rows 1 and 2 both hold for type = crude_tanker and built = 1,995")
  }

  @Test(arguments: [
    "inputs: [name]  # error: wrong-type", "inputs: [tipe]  # error: unknown-field",
    "inputs: []  # error: wrong-shape", "output: words  # error: unknown-choice",
    "hit: first  # error: unknown-choice", "of: vesel  # error: unknown-fact",
  ])
  func refusesTablesThatDecideNothing(_ line: String) {
    let key = line.prefix { $0 != ":" }
    let lines = Self.classes.split(separator: "\n").map {
      $0.hasPrefix("\(key):") ? line : String($0)
    }
    expectLibraryDiagnostics(["t.yaml": lines.joined(separator: "\n") + "\n"])
  }

  @Test(arguments: [
    ("{type: trawler}", "x", "unknown-word"), ("{built: \"< many\"}", "x", "wrong-type"),
    ("{built: 2000..1990}", "x", "inverted-range"), ("{flag: KP}", "x", "unknown-key"),
    ("{type: fishing}", "Old-Tanker", "invalid-name"), ("{type: []}", "x", "empty-list"),
  ])
  func refusesRowsThatMeanNothing(_ when: String, then: String, id: String) {
    expectLibraryDiagnostics([
      "t.yaml": Self.classes.replacing(
        "otherwise:",
        with: "  - {when: \(when), then: \(then)}  # error: \(id)\notherwise:")
    ])
  }

  @Test func staysWithItsOwnKindOfFact() {
    let table = Self.classes.replacing("of: vessel", with: "of: ais_gap")
      .replacing("[type, built]", with: "[reception]")
      .replacing(
        "type: [crude_tanker, product_tanker], built: \"< 2000\"", with: "reception: \"< 0.5\""
      )
      .replacing(
        "type: [crude_tanker, product_tanker], built: \">= 2000\"", with: "reception: \">= 0.5\"")
    expectLibraryDiagnostics([
      "r.yaml": SampleRules.rule(
        match: "fact: port_call\nwhere:\n"
          + "  - other == @tables/vessel-class  # error: misplaced-definition"),
      "t.yaml": table,
    ])
  }

  /// The regions are exact, so brute force over all values finds the same gaps and overlaps.
  @Test func findsGapsAndOverlapsLikeBruteForce() {
    var numbers = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let rows = (0..<3).map { _ -> (Range<Int>, Bool?) in
        let low = Int(numbers.next() % 6)
        return (
          low..<low + 1 + Int(numbers.next() % 5), [true, false, nil][Int(numbers.next() % 3)]
        )
      }
      let texts = rows.map { range, night in
        let cell = night.map { ", at_night: \($0)" } ?? ""
        return "  - {when: {vessels: \(range.lowerBound)..\(range.upperBound - 1)\(cell)}, then: a}"
      }
      let table =
        "kind: table\nlanguage: 1\nid: t\nof: encounter\ninputs: [vessels, at_night]\n"
        + "output: word\nrows:\n" + texts.joined(separator: "\n") + "\notherwise: b\n"
      let pairs = (0..<3).flatMap { a in (a + 1..<3).map { (a, $0) } }
      let hasOverlap = pairs.contains { a, b in
        rows[a].0.overlaps(rows[b].0)
          && (rows[a].1 == nil || rows[b].1 == nil || rows[a].1 == rows[b].1)
      }
      let found = SampleRules.library(["t.yaml": table]).diagnostics
      #expect(found.contains { $0.id == "table-overlap" } == hasOverlap, "\(table)")
    }
  }
}
