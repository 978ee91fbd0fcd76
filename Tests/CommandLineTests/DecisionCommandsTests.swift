import Foundation
import TestSupport
import Testing

/// Decides that an entry is not a vessel of the user's, as an officer does over the years.
struct DecisionCommandsTests {
  private let program: ProgramRun

  init() throws {
    program = try ProgramRun()
    try publish("2026-01-15", "SAMPLE ANGARA")
    _ = try program.folder.write(
      "imo,mmsi,name,flag,type,built,valid_from\n"
        + "9358010,273000001,SAMPLE ANGARA,RU,tanker,2007,2020-01-01\n", to: "registry.csv")
  }

  /// A list of a publisher, imported as of a day.
  private func publish(_ date: String, _ name: String, imo: String = "") throws {
    _ = try program.folder.write(
      "id,schema,name,imo,listed_from\n1,Vessel,\(name),\(imo),2025-01-01\n",
      to: "us-\(date)/house_\(date).csv")
    let outcome = try program.shell(
      "pratique lists import us-\(date)/house_\(date).csv --lists LISTS --published \(date)")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  private func decide(_ more: String = "--vessel 9358010") throws -> ProgramRun.Outcome {
    try program.shell(
      "pratique lists decide house 1 \(more) --reason 'other build' --by 'J. Silva'"
        + " --on 2026-01-31 --until 2026-12-31 --lists LISTS")
  }

  private func screened(
    _ date: String = "2026-02-10", more: String = ""
  ) throws -> [String: Any] {
    let outcome = try program.shell(
      "pratique screen --registry registry.csv --lists LISTS --vessel 9358010 --as-of \(date)"
        + " --format json -o v.json \(more) && cat v.json")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require((json as? [[String: Any]])?.first)
  }

  private func questions(_ verdict: [String: Any]) -> [String] {
    (verdict["undetermined"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
      .filter { $0.hasSuffix("-match") }
  }

  private func lapses(_ verdict: [String: Any]) -> [String] {
    (verdict["lapsed_decisions"] as? [[String: Any]] ?? []).compactMap { $0["reason"] as? String }
  }

  @Test func setsAnEntryAsideUntilItExpires() throws {
    #expect(questions(try screened()) == ["name-match"])
    let decided = try decide()
    #expect(decided.exitCode == 0, "\(decided.errors)")
    let verdict = try screened()
    #expect(questions(verdict) == [])
    let aside = try #require((verdict["set_aside"] as? [[String: Any]])?.first)
    let decision = try #require(aside["decision"] as? [String: Any])
    #expect(decision["reason"] as? String == "other build")
    #expect(decision["approver"] as? String == "J. Silva")
    #expect(decision["expires"] as? String == "2026-12-31")
    let page = try program.shell(
      "pratique screen --registry registry.csv --lists LISTS --vessel 9358010"
        + " --as-of 2026-02-10"
    ).output
    #expect(page.contains("SET ASIDE BY DECISIONS"))
    #expect(page.contains("Not IMO 9358010, decided on 2026-01-31 by J. Silva: other build"))
    let late = try screened("2027-01-02")
    #expect(questions(late) == ["name-match"])
    #expect(lapses(late) == ["expired on 2026-12-31"])
  }

  @Test func outlivesAListUpdateUntilTheEntryChanges() throws {
    #expect(try decide().exitCode == 0)
    try publish("2026-02-20", "Sample Angara")
    #expect(questions(try screened("2026-02-25")) == [])
    try publish("2026-03-01", "SAMPLE ANGARA II")
    let changed = try screened("2026-03-05")
    #expect(questions(changed) == ["name-match"])
    #expect(lapses(changed) == ["re-opened: the names of the entry changed since 2026-01-31"])
    let listed = try program.shell("pratique lists decisions --lists LISTS --as-of 2026-03-05")
    #expect(listed.exitCode == 1)
    #expect(listed.output.contains("re-opened: the names of the entry changed"))
    #expect(try decide().exitCode == 0)
    #expect(questions(try screened("2026-03-05")) == [])
  }

  @Test func isReplayedByteForByte() throws {
    #expect(try decide().exitCode == 0)
    let before = try screened(more: "--db s.sqlite --by kim --at 2026-02-10")
    let replay = try program.shell("pratique replay v.json --db s.sqlite")
    #expect(replay.output == "1 of 1 verdicts reproduced byte for byte\n", "\(replay.errors)")
    #expect(try program.shell("rm LISTS/decisions.yaml").exitCode == 0)
    #expect(try program.shell("pratique replay v.json --db s.sqlite").exitCode == 0)
    let after = try screened()
    let digests = [before, after].map { ($0["digests"] as? [String: String])?["decisions"] }
    #expect(digests[0] != nil && digests[0] != digests[1])
  }

  @Test func aFleetIsScreenedAgainWhenADecisionChanges() throws {
    _ = try program.folder.write("imo\n9358010\n", to: "fleet.csv")
    let command =
      "pratique screen --registry registry.csv --lists LISTS --fleet fleet.csv"
      + " --as-of 2026-02-10 --db s.sqlite --by kim --at 2026-02-10"
    #expect(try program.shell(command).output.contains("1 screened anew, 0 taken over"))
    #expect(try program.shell(command).output.contains("0 screened anew, 1 taken over"))
    #expect(try decide().exitCode == 0)
    let page = try program.shell(command).output
    #expect(page.contains("1 screened anew, 0 taken over"))
    #expect(page.contains("decisions changed"), "\(page)")
    let verdicts = try program.shell(command + " --format json -o f.json && cat f.json").output
    #expect(verdicts.contains("other build"), "\(verdicts)")
    let replay = try program.shell("pratique replay --all --db s.sqlite")
    #expect(replay.output == "2 of 2 verdicts reproduced byte for byte\n", "\(replay.errors)")
  }

  @Test func takesFilesOfItsOwn() throws {
    let outcome = try decide("--vessel 9358010 --decisions ours.yaml")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(questions(try screened()) == ["name-match"])
    #expect(questions(try screened(more: "--decisions ours.yaml")) == [])
    let listed = try program.shell(
      "pratique lists decisions --lists LISTS --decisions ours.yaml --as-of 2026-03-05 --json")
    #expect(listed.exitCode == 0)
    #expect(listed.output.contains("\"holds\":true"))
  }

  /// A number with a right check digit that both bear is an identity.
  @Test func neverSetsAnIMONumberAside() throws {
    #expect(try decide().exitCode == 0)
    try publish("2026-02-20", "SAMPLE ANGARA", imo: "9358010")
    let refused = try decide()
    #expect(refused.exitCode == 2)
    #expect(refused.errors.contains("an identity by number cannot be set aside"))
    let verdict = try screened("2026-02-25")
    #expect((verdict["set_aside"] as? [Any])?.isEmpty == true)
    #expect(lapses(verdict).map { $0.prefix(7) } == ["refused"])
  }

  @Test(arguments: [
    ("house 2 --vessel 9358010", "has no entry '2'"), ("none 1 --vessel 9358010", "no list 'none'"),
    ("house 1 --vessel 9358011", "neither an IMO number nor an MMSI"),
    ("house 1", "--vessel or with --company"),
    ("house 1 --vessel 9358010 --company X", "--vessel or with --company"),
  ])
  func saysWhatIsWrong(_ words: String, message: String) throws {
    let outcome = try program.shell(
      "pratique lists decide \(words) --reason r --by b --on 2026-01-31 --until 2026-12-31"
        + " --lists LISTS")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func refusesAFileWithAMistake() throws {
    #expect(try decide().exitCode == 0)
    let broken = try program.shell(
      "sed -i 's/expires: 2026-12-31/expires: 2028-12-31/' LISTS/decisions.yaml;"
        + " pratique screen --registry registry.csv --lists LISTS --as-of 2026-02-10")
    #expect(broken.exitCode == 2)
    #expect(broken.errors.contains("LISTS/decisions.yaml:"), "\(broken.errors)")
    #expect(broken.errors.contains("the decision holds for 1065 days"))
    #expect(try decide().exitCode == 2)
  }
}
