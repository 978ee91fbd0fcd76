import Maritime
import RuleLanguage
import Screening
import StrictYAML
import TestSupport
import Testing

struct ExceptionBookTests {
  private static let span = RuleHeader.sample("x").span

  private static func tuple(_ day: String) -> ExceptableTuple {
    ExceptableTuple([
      .init(path: "vessel.imo", value: .text("9074729")),
      .init(path: "call.start", value: .time(utc(day))),
    ])
  }

  private static func exception(
    _ day: String = "2026-02-01", version: Int = 1, from: String = "2026-02-05",
    expires: String = "2026-06-01", licence: String? = "L 1"
  ) throws -> ExceptionBook {
    let licenceLine = licence.map { "\n    licence: \($0)" } ?? ""
    let rule = SampleRules.rule(
      match: "fact: {as: call, fact: port_call}",
      rest: "floor: prohibited\nexceptable_by: [[vessel.imo, call.start]]")
    let text = """
      kind: exceptions
      language: 1
      id: spring
      exceptions:
        - rule: sample
          version: \(version)
          match: {vessel.imo: "9074729", call.start: \(day)}
          reason: Humanitarian call
          evidence: Letter 12/26
          approver: J. Kim\(licenceLine)
          from: \(from)
          expires: \(expires)

      """
    let library = SampleRules.library(["e.yaml": text, "r.yaml": rule])
    return ExceptionBook(
      exceptions: library.exceptions, malformed: library.malformedExceptions)
  }

  /// A rule that fires once for each day.
  private static func rule(_ days: [String], floor: Disposition? = .prohibited) -> ScreeningRule {
    let header = RuleHeader.sample("sample", points: 40, floor: floor)
    return ScreeningRule(header: header) { _ in
      let matches = days.map { day in
        RuleMatch(
          sentence: "Call on \(day).", facts: [], listEntries: [], decayFrom: nil, since: utc(day),
          exceptable: [tuple(day)])
      }
      return RuleEvaluation(rule: header, answer: .fires, matches: matches, undetermined: [])
    }
  }

  @Test func suppressesAProhibitionThatALicenceLifts() throws {
    let found = verdict([Self.rule(["2026-02-01"])], exceptions: try Self.exception())
    #expect(found.disposition == .clear && found.findings.isEmpty && found.gates.isEmpty)
    #expect(found.score == .zero && found.lapsedExceptions == [])
    let suppressed = try #require(found.suppressed.first)
    #expect(suppressed.finding.sentences == ["Call on 2026-02-01."])
    #expect(suppressed.finding.points == .zero)
    #expect(suppressed.exception.approver == "J. Kim" && suppressed.exception.licence == "L 1")
    #expect(found.checked.rules.map(\.answer) == [.fires], "the record tells what was found")
  }

  @Test func leavesOtherMatchesOfTheRule() throws {
    let found = verdict(
      [Self.rule(["2026-02-01", "2026-02-03"])], exceptions: try Self.exception())
    #expect(found.disposition == .prohibited)
    #expect(found.findings.map(\.sentences) == [["Call on 2026-02-03."]])
    #expect(found.suppressed.map(\.finding.sentences) == [["Call on 2026-02-01."]])
  }

  @Test(arguments: [
    ("2026-02-05", "2026-03-01", 1, "expired on 2026-03-01"),
    ("2026-03-02", "2026-06-01", 1, "not in force before 2026-03-02"),
    (
      "2026-02-05", "2026-06-01", 2,
      "stale: approved for version 2 of the rule, which is now version 1"
    ),
  ])
  func aLapsedExceptionSaysWhy(
    _ from: String, expires: String, version: Int, reason: String
  ) throws {
    let book = try Self.exception(version: version, from: from, expires: expires)
    let found = verdict([Self.rule(["2026-02-01"])], exceptions: book)
    #expect(found.disposition == .prohibited && found.suppressed.isEmpty)
    #expect(found.lapsedExceptions.map(\.reason) == [reason])
    #expect(verdict([Self.rule(["2026-02-02"])], exceptions: book).lapsedExceptions == [])
  }

  @Test func aMalformedExceptionIsShownWithItsRule() throws {
    let book = try Self.exception(licence: nil)
    let found = verdict([Self.rule(["2026-02-01"])], exceptions: book)
    #expect(found.disposition == .prohibited)
    #expect(
      found.lapsedExceptions.map(\.reason)
        == ["malformed: `sample` forbids a deal, and no licence is named"])
    #expect(verdict([.quiet(.sample("sample"))], exceptions: book).lapsedExceptions == [])
  }

  @Test func theDigestTellsOneBookFromAnother() throws {
    let one = verdict([], exceptions: try Self.exception()).digests
    let other = verdict([], exceptions: try Self.exception(expires: "2026-07-01")).digests
    #expect(one.exceptions != other.exceptions && one.rules == other.rules)
    #expect(verdict([]).digests.exceptions == ExceptionBook.empty.digest)
  }
}
