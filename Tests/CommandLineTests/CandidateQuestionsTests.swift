import Foundation
import TestSupport
import Testing

/// What a screening asks about list entries that may be meant, from the files to the exit code.
struct CandidateQuestionsTests {
  private let program: ProgramRun

  init() throws {
    program = try ProgramRun()
    _ = try program.folder.write(
      """
      list: planted
      published: 2026-01-31
      regime: us
      covers: [us]
      authority: Sample Act
      entries:
        - {id: named, name: QUILLFEATHER STAR, type: Crude Oil Tanker, listed_from: 2025-01-01}
        - {id: digit, name: HAZELBROOK, imo: 9679842, listed_from: 2025-01-01}
        - {id: radio, name: OAKENSHIELD, mmsi: 273000009, call_sign: UBAB9, listed_from: 2025-01-01}
        - id: copied
          name: MOONSTONE
          imo: 9074729
          type: Bulk Carrier
          built: 1990
          listed_from: 2025-01-01
        - {id: party, name: Thistledown Shipping LLC, schema: Company, listed_from: 2025-01-01}

      """, to: "LISTS/planted.yaml")
  }

  private func screened(_ row: String) throws -> (exitCode: Int32, verdict: [String: Any]) {
    _ = try program.folder.write(
      "imo,mmsi,name,call_sign,flag,type,built,owner,from\n\(row),2020-01-01\n",
      to: "registry.csv")
    let outcome = try program.shell(
      "pratique screen --registry registry.csv --lists LISTS --regimes us --as-of 2026-02-10"
        + " --fail-on review --format json -o v.json; code=$?; cat v.json; exit $code")
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return (outcome.exitCode, try #require((json as? [[String: Any]])?.first, "\(outcome.errors)"))
  }

  @Test(arguments: [
    ("9358010,273000001,QUILLFETHER STAR,UBAB1,RU,tanker,2007,", "name-match", "named"),
    ("9179842,273000001,HAZELBROOK,UBAB1,RU,tanker,2007,", "number-match", "digit"),
    ("9358010,273000001,MAIA-1,UBAB9,RU,tanker,2007,", "number-match", "radio"),
    (
      "9358010,273000001,MAIA-1,UBAB1,RU,tanker,2007,Thistledwon Shipping LLC", "party-match",
      "party"
    ),
  ])
  func asksForAReview(_ row: String, _ check: String, _ entry: String) throws {
    let (exitCode, verdict) = try screened(row)
    #expect(exitCode == 1)
    #expect(verdict["disposition"] as? String == "review")
    #expect((verdict["gates"] as? [Any])?.isEmpty == true)
    let questions = try #require(verdict["undetermined"] as? [[String: Any]])
    let asked = try #require(questions.first { $0["rule"] as? String == check })
    let entries = try #require(asked["list_entries"] as? [[String: Any]])
    #expect(entries.map { $0["entry"] as? String } == [entry])
    let facts = try #require(asked["facts"] as? [[String: Any]])
    #expect(facts.map { $0["fact"] as? String } == ["list_candidate"])
  }

  /// The number is the listed one's, and everything else is another ship's: forbidden and asked.
  @Test func aCopiedNumberIsForbiddenAndAskedAbout() throws {
    let (exitCode, verdict) = try screened("9074729,273000001,MAIA-1,UBAB1,RU,tanker,2007,")
    #expect(exitCode == 1)
    #expect(verdict["disposition"] as? String == "prohibited")
    let questions = try #require(verdict["undetermined"] as? [[String: Any]])
    #expect(questions.contains { $0["rule"] as? String == "copied-number" })
  }

  @Test func asksNothingOfAnotherVessel() throws {
    let (exitCode, verdict) = try screened("9358010,273000001,MAIA-1,UBAB1,RU,tanker,2007,Maia Ltd")
    #expect(exitCode == 0)
    let questions = try #require(verdict["undetermined"] as? [[String: Any]])
    #expect(!questions.contains { ($0["rule"] as? String)?.hasSuffix("-match") == true })
  }
}
