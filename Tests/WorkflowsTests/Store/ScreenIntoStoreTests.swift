import Foundation
import Maritime
import Reporting
import Storage
import TestSupport
import Testing

@testable import Workflows

struct ScreenIntoStoreTests {
  private let folder: TemporaryFolder
  private let db: String

  init() throws {
    folder = try TemporaryFolder()
    db = folder.path("s.sqlite")
  }

  private static let numbers = [9_074_729, 9_358_010, 9_125_786]

  /// Three vessels, one of which is listed.
  private func request(
    fourEyes: String = "[]", lastName: String = "V2", rules: String? = nil
  ) throws -> StoreScreeningRequest {
    let feed = try folder.write(
      SampleFeed.header
        + Self.numbers.enumerated().map { index, imo in
          SampleFeed.rows(
            mmsi: 273_000_001 + index, name: index == 2 ? lastName : "V\(index)", imo: imo,
            latitude: 30,
            longitude: 150 - Double(index) * 10, hours: 48)
        }.joined(), to: "feed.csv")
    _ = try folder.write(
      """
      list: sample-us
      publisher: Sample
      published: 2025-01-02
      covers: [us]
      entries:
        - id: "1"
          name: V0
          imo: "9074729"
          authority: Sample Act
          regime: us
          measures: [asset_freeze]
          listed_from: 2024-01-01

      """, to: "Lists/sample-us.yaml")
    let policy = try folder.write(
      "kind: policy\nlanguage: 1\ncases: {four_eyes: \(fourEyes)}\n", to: "policy.yaml")
    let fleet = try folder.write(
      "imo\n" + Self.numbers.map { "\($0)\n" }.joined(), to: "fleet.csv")
    return StoreScreeningRequest(
      screening: ScreeningRequest(
        detection: DetectionRequest(aisFiles: [feed], threads: 2),
        rules: rules ?? shipped("Rules"), lists: folder.path("Lists"), policyFile: policy,
        fleetFile: fleet, asOf: UTCTime("2025-01-05"), regimes: ["us"]),
      store: db, at: UTCTime(seconds: 1), actor: "kim")
  }

  private func bodies(_ screening: StoreScreening) throws -> [String] {
    var bodies: [String] = []
    try screening.forEachBody { bodies.append($0) }
    return bodies
  }

  @Test func keepsTheVerdictsThatScreeningGives() async throws {
    let request = try request()
    let stored = try await screenIntoStore(request)
    let plain = try await screenVessels(request.screening)
    #expect(try bodies(stored) == plain.verdicts.map(\.json))
    #expect(try checkStore(db) == [])
  }

  @Test func takesOverWhatDidNotChange() async throws {
    _ = try await screenIntoStore(request())
    let again = try await screenIntoStore(request())
    #expect(again.carried == 3)
    let later = try await screenIntoStore(request(lastName: "W2"))
    #expect(later.carried == 2)
    let report = try later.report()
    #expect(report.vessels == 3)
    #expect(report.previous == again.run.id)
    #expect(report.changes == [])
  }

  @Test func saysWhatChangedAndWhy() async throws {
    _ = try await screenIntoStore(request())
    _ = try folder.write(
      "list: other\npublisher: O\npublished: 2025-01-02\ncovers: [us]\n"
        + "entries:\n  - id: \"7\"\n    name: V1\n    imo: \"9358010\"\n    authority: A\n"
        + "    regime: us\n    measures: [asset_freeze]\n    listed_from: 2024-01-01\n",
      to: "Lists/other.yaml")
    let report = try await screenIntoStore(request()).report()
    #expect(report.changes.map(\.kind) == [.worse])
    #expect(report.changes.first?.subject == "imo:9358010")
    #expect(report.changes.first?.why == ["us-designated-vessel fires now", "lists changed"])
    #expect(report.alerts.contains("imo:9358010"))
  }

  @Test func goesOnWhereARunStopped() async throws {
    let first = try await screenIntoStore(request())
    let store = try ScreeningStore(path: db, access: .writing)
    let verdicts = try store.verdicts(of: first.run.id)
    let other = folder.path("other.sqlite")
    let cut = try ScreeningStore(path: other, access: .writing)
    try store.forEachContent { content in
      #expect(throws: Never.self) { try cut.save([content]) }
    }
    let run = try cut.begin(
      RunStart(
        inputs: first.run.inputs, manifest: first.run.manifest, at: first.run.at,
        actor: "kim", asOf: first.run.asOf, vessels: 3, radios: first.run.radios ?? ""),
      contents: [], neighbours: [:])
    try cut.save([verdicts[1]], contents: [], of: run.id)
    var request = try request()
    request.store = other
    let resumed = try await screenIntoStore(request)
    #expect(resumed.run.id == run.id)
    #expect(resumed.resumed == 1)
    #expect(try cut.verdicts(of: run.id).map(\.body) == verdicts.map(\.body))
  }

  @Test func replaysEveryVerdictAndNamesAChangedRule() async throws {
    let rules = folder.path("Rules")
    try FileManager.default.copyItem(atPath: shipped("Rules"), toPath: rules)
    let stored = try await screenIntoStore(request(rules: rules))
    let file = try folder.write(try bodies(stored).joined(separator: "\n"), to: "v.ndjson")
    let path = rules + "/designations/us-designated-vessel.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let changed = text.replacing(/version: (\d+)/) { "version: \($0.output.1)0" }
    try Data(changed.utf8).write(to: URL(filePath: path))
    #expect(changed != text)

    let pinned = try await replayVerdicts(ReplayRequest(file: file, store: db))
    #expect(pinned.isEqual)
    #expect(try await replayVerdicts(ReplayRequest(run: stored.run.id, store: db)).isEqual)
    #expect(try await replayVerdicts(ReplayRequest(isAll: true, store: db)).outcomes.count == 3)
    let edited = try await replayVerdicts(ReplayRequest(file: file, store: db, rules: rules))
    #expect(edited.outcomes.map(\.difference?.input) == ["rules", "rules", "rules"])
    #expect(edited.outcomes.first?.difference?.parts == [path])
    #expect(edited.text.hasSuffix("0 of 3 verdicts reproduced byte for byte\n"))

    let tampered = try folder.write(
      try bodies(stored)[0].replacing("prohibited", with: "clear"), to: "t.json")
    let outcome = try await replayVerdicts(ReplayRequest(file: tampered, store: db)).outcomes[0]
    #expect(outcome.difference?.input == "disposition")
    #expect(outcome.difference?.now == "\"clear\"")
  }

  @Test func asksForASecondPersonAndReopens() async throws {
    _ = try await screenIntoStore(request(fourEyes: "[cleared]"))
    func decide(_ actor: String) throws -> CaseReport {
      try act(
        CaseRequest(
          store: db, vessel: "9074729", kind: .decide, outcome: .cleared, text: "licence 7",
          at: UTCTime(seconds: 5), actor: actor))
    }
    #expect(try listCases(of: db, vessel: "9074729").map(\.status) == [.open])
    #expect(try decide("kim").status == .awaitsSecond)
    #expect(try decide("kim").status == .awaitsSecond, "one person is not two")
    #expect(try decide("lee").status == .decided)
    #expect(try verifyLog(db).broken == nil)
    #expect(try verifyLog(db).records == 4)
  }

  @Test func refusesActsThatNobodyCouldFollow() async throws {
    _ = try await screenIntoStore(request())
    func attempt(_ vessel: String, _ text: String, until: String = "1970-02-01") throws {
      _ = try act(
        CaseRequest(
          store: db, vessel: vessel, kind: .suppress, text: text,
          suppression: CaseAct.Suppression(
            rule: "us-designated-vessel", version: 1, match: ["vessel.imo=\(vessel)"],
            until: #require(UTCTime(until)), evidence: "e"), at: UTCTime(seconds: 5),
          actor: "kim"))
    }
    #expect(throws: WorkflowError.self) { try attempt("9161003", "never screened") }
    #expect(throws: WorkflowError.self) { try attempt("1234567", "no number") }
    #expect(throws: WorkflowError.self) { try attempt("9074729", " ") }
    #expect(throws: WorkflowError.self) { try attempt("9358010", "no such finding") }
    #expect(throws: WorkflowError.self) { try attempt("9074729", "long", until: "1980-01-01") }
    #expect(try verifyLog(db).records == 1)
  }
}
