import Foundation
import Maritime
import Reporting
import RuleLanguage
import Screening
import TestSupport
import Testing
import Workflows

/// Folders of documents, through the commands that read them.
struct RuleLibraryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let rule = """
    kind: rule
    language: 1
    id: dark
    title: Dark
    status: stable
    severity: high
    match:
      fact: {as: gap, fact: ais_gap, where: [{use: long}]}
    floor: escalate
    exceptable_by: [[vessel.imo, gap.start]]
    tests:
      - name: a long gap
        now: 2026-01-05
        facts: [{fact: ais_gap, start: 2026-01-01, duration: 20h}]
        expect: {fires: true}

    """

  private func library() throws -> String {
    _ = try folder.write("kind: policy\nlanguage: 1\nregimes: [us]\n", to: "lib/policy.yaml")
    _ = try folder.write(
      "kind: define\nlanguage: 1\nid: gaps\nclauses: {long: [duration >= 12h]}\n",
      to: "lib/defines/gaps.yaml")
    return try folder.write(Self.rule, to: "lib/ais/dark.yaml")
  }

  @Test func aSingleFileSeesTheNamesOfItsLibrary() throws {
    let file = try library()
    let check = try checkRules(at: [file], geography: GeographySources())
    #expect(check.isClean && check.rules == 1, "\(check.text(style: .plain))")
    #expect(try testRules(at: [file], geography: GeographySources()).hasPassed)
    let alone = try folder.write(Self.rule, to: "elsewhere/dark.yaml")
    #expect(try checkRules(at: [alone], geography: GeographySources()).errors == 1)
  }

  @Test func checksThePoliciesOfALibrary() throws {
    _ = try library()
    _ = try folder.write(
      "kind: policy\nlanguage: 1\ntresholds: {monitor: 1}\n", to: "lib/policies/eu.yaml")
    let check = try checkRules(at: [folder.path("lib")], geography: GeographySources())
    #expect(check.errors == 1)
    #expect(check.text(style: .plain).contains("tresholds"))
  }

  /// A vessel that is silent for 20 h in the middle of a feed.
  private func request(exceptions: [String] = []) throws -> ScreeningRequest {
    _ = try library()
    let fact =
      #"{"fact":"ais_gap","imo":9074729,"start":"2025-01-01T00:00:00Z","#
      + #""end":"2025-01-01T20:00:00Z","feed_outage":false,"reception":0.9,"#
      + #""positions_before":12,"neighbours":3,"open":false}"# + "\n"
    let facts = try folder.write(fact, to: "facts.ndjson")
    _ = try folder.write(
      "list: own\npublished: 2025-01-02\ncovers: [us]\nentries:\n"
        + "  - {id: \"1\", name: OTHER, imo: \"9000003\", authority: A}\n", to: "Lists/own.yaml")
    return ScreeningRequest(
      factFiles: [facts], rules: folder.path("lib"), lists: folder.path("Lists"),
      exceptionFiles: exceptions, vessels: ["9074729"], asOf: utc("2025-01-03"))
  }

  @Test func aPolicyNamesTheRegimesWhenNobodyElseDoes() async throws {
    var request = try request()
    #expect(try await screenVessels(request).verdicts.map(\.regimes) == [["us"]])
    request.regimes = ["eu"]
    #expect(try await screenVessels(request).verdicts.map(\.regimes) == [["eu"]])
  }

  @Test func screensWithExceptionsOfTheirOwnFile() async throws {
    let before = try await screenVessels(request()).verdicts
    #expect(before.map(\.disposition) == [.escalate])
    let file = try folder.write(
      """
      kind: exceptions
      language: 1
      id: winter
      exceptions:
        - rule: dark
          version: 1
          match: {vessel.imo: "9074729", gap.start: 2025-01-01T00:00Z}
          reason: Radio replaced
          evidence: Yard invoice 7
          approver: J. Kim
          from: 2025-01-02
          expires: 2025-07-01

      """, to: "exceptions.yaml")
    let verdict = try #require(
      try await screenVessels(request(exceptions: [file])).verdicts.first)
    #expect(verdict.findings.isEmpty && verdict.suppressed.count == 1)
    let text = try #require(ReportFormat.named("text")).text(of: [verdict], style: .plain)
    #expect(text.contains("SUPPRESSED BY EXCEPTIONS"))
    #expect(text.contains("Excepted until 2025-07-01 by J. Kim: Radio replaced (Yard invoice 7;"))
    let json = try JSONValue(reading: verdict.json)
    let exception = json["suppressed"]?.elements?.first?["exception"]
    #expect(exception?["approver"]?.string == "J. Kim")
    #expect(json["lapsed_exceptions"]?.elements?.isEmpty == true)
    var later = try request(exceptions: [file])
    later.asOf = utc("2025-07-01")
    let lapsed = try #require(try await screenVessels(later).verdicts.first)
    #expect(lapsed.suppressed.isEmpty)
    #expect(lapsed.lapsedExceptions.map(\.reason) == ["expired on 2025-07-01"])
    let page = try #require(ReportFormat.named("text")).text(of: [lapsed], style: .plain)
    #expect(page.contains("expired on 2025-07-01"))
  }

  @Test func refusesAListWithTheNameOfAnImportedOne() async throws {
    let request = try request()
    _ = try folder.write(
      "kind: list\nlanguage: 1\nid: own\nof: vessels\npublished: 2025-01-01\nentries:\n"
        + "  - {imo: \"9000003\", from: 2025-01-01}\n", to: "lib/own.yaml")
    await #expect(throws: WorkflowError.self) { try await screenVessels(request) }
  }

  @Test func detectsCallsAtThePortsOfALibrary() async throws {
    _ = try library()
    _ = try folder.write(
      """
      kind: ports
      language: 1
      id: ours
      add: [{code: XXNEW, at: "30,150", radius: 20km}]

      """, to: "lib/ports.yaml")
    _ = try folder.write(
      Self.rule.replacing("id: dark", with: "id: call")
        .replacing(
          "fact: {as: gap, fact: ais_gap, where: [{use: long}]}",
          with: "fact: {as: gap, fact: port_call, where: [port in @ports/ours]}"
        )
        .components(separatedBy: "tests:")[0], to: "lib/call.yaml")
    let rows = (0..<48).map { hour -> String in
      let (day, of) = (1 + hour / 24, hour % 24)
      return "2025-01-0\(day)T\(of < 10 ? "0" : "")\(of):00:00,273000001,30,150,0.0\n"
    }
    let feed = try folder.write("BaseDateTime,MMSI,LAT,LON,SOG\n" + rows.joined(), to: "feed.csv")
    _ = try folder.write(
      "list: own\npublished: 2025-01-02\nentries:\n"
        + "  - {id: \"1\", name: OTHER, imo: \"9000003\", authority: A}\n", to: "Lists/own.yaml")
    let result = try await screenVessels(
      ScreeningRequest(
        detection: DetectionRequest(aisFiles: [feed]), rules: folder.path("lib"),
        lists: folder.path("Lists")))
    #expect(result.verdicts.first?.findings.map(\.rule) == ["call"])
  }

  /// Rules that are not read would have found nothing, and every vessel would be clear.
  @Test func screensWithNothingButRules() async throws {
    var request = try request()
    for folderOfRules in ["empty", "only-a-policy"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(folderOfRules), withIntermediateDirectories: true)
      request.rules = folder.path(folderOfRules)
      await #expect(throws: WorkflowError.self) { try await screenVessels(request) }
      _ = try folder.write("kind: policy\nlanguage: 1\n", to: "only-a-policy/policy.yaml")
    }
    #expect(throws: WorkflowError.self) {
      try checkRules(at: [folder.path("empty")], geography: GeographySources())
    }
  }

  @Test func followsLinksToFolders() async throws {
    var request = try request()
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("lib"))
    request.rules = folder.path("link")
    #expect(try await screenVessels(request).verdicts.map(\.disposition) == [.escalate])
    try files.createDirectory(atPath: folder.path("top"), withIntermediateDirectories: true)
    try files.createSymbolicLink(
      atPath: folder.path("top/inner"), withDestinationPath: folder.path("lib/ais"))
    try files.createSymbolicLink(
      atPath: folder.path("top/defines"), withDestinationPath: folder.path("lib/defines"))
    let check = try checkRules(at: [folder.path("top")], geography: GeographySources())
    #expect(check.rules == 1)
    try files.createSymbolicLink(
      atPath: folder.path("lib/ais/up"), withDestinationPath: folder.path("lib"))
    #expect(throws: WorkflowError.self) {
      try checkRules(at: [folder.path("lib")], geography: GeographySources())
    }
  }
}
