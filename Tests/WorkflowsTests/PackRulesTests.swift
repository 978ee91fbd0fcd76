import Foundation
import Maritime
import TestSupport
import Testing
import Workflows

/// A pack is refused as soon as anything about it is not as its publisher made it.
struct PackRulesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func rule(hours: Int, version: Int = 1) -> String {
    """
    kind: rule
    language: 1
    id: dark
    version: \(version)
    title: Dark
    status: stable
    severity: high
    match:
      fact: ais_gap
      where: [duration >= \(hours)h]

    """
  }

  private var pack: String { folder.path("pack") }
  private var trust: String { folder.path("trust.yaml") }
  private var key: String { folder.path("acme.key") }

  private func build(id: String? = "acme-rules") throws {
    _ = try buildPack(at: pack, id: id, geography: GeographySources())
    _ = try signPack(at: pack, keyFile: key)
  }

  /// A signed pack and a file that trusts its key.
  private func publish() throws {
    _ = try folder.write(Self.rule(hours: 12), to: "pack/ais/dark.yaml")
    let made = try makePackKey(at: key)
    _ = try folder.write(made.text.replacing("NAME", with: "acme"), to: "trust.yaml")
    try build()
  }

  private func refusal() -> String? {
    do {
      _ = try verifyPack(at: pack, trustFile: trust, accepts: false)
      return nil
    } catch {
      return Problem(error).text(isColored: false)
    }
  }

  @Test func acceptsWhatATrustedKeySigned() throws {
    try publish()
    let report = try verifyPack(at: pack, trustFile: trust, accepts: true)
    #expect(report.text == "acme-rules revision 1: 1 files, 1 rules, signed by acme; accepted\n")
    #expect(refusal() == nil)
    let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func refusesAStrippedSignature() throws {
    try publish()
    try FileManager.default.removeItem(atPath: pack + "/pack.sig")
    #expect(refusal()?.contains("has no signature") == true)
    try FileManager.default.removeItem(atPath: pack + "/pack.yaml")
    #expect(refusal()?.contains("is no pack") == true)
  }

  @Test(arguments: [
    ("pack/ais/dark.yaml", "ais/dark.yaml was changed"),
    ("pack/extra.yaml", "extra.yaml is not part of the pack"),
    ("pack/.hidden.yaml", ".hidden.yaml is not part of the pack"),
    ("pack/pack.sig", "is no signature"), ("pack/pack.yaml", "no key of"),
  ])
  func refusesAnyOtherFile(_ file: String, message: String) throws {
    try publish()
    let manifest = try String(contentsOfFile: pack + "/pack.yaml", encoding: .utf8)
    let text = file.hasSuffix("pack.yaml") ? manifest + "# more\n" : Self.rule(hours: 13)
    _ = try folder.write(text, to: file)
    #expect(refusal()?.contains(message) == true, "\(refusal() ?? "accepted")")
  }

  @Test func refusesAMissingFileAndAStrangersKey() throws {
    try publish()
    try FileManager.default.removeItem(atPath: pack + "/ais/dark.yaml")
    #expect(refusal()?.contains("ais/dark.yaml is missing") == true)
    _ = try folder.write(Self.rule(hours: 12), to: "pack/ais/dark.yaml")
    #expect(refusal() == nil)
    let stranger = try makePackKey(at: folder.path("other.key"))
    _ = try folder.write(stranger.text, to: "trust.yaml")
    #expect(refusal()?.contains("no key of") == true)
  }

  @Test func refusesAnOlderRevisionThanOneAccepted() throws {
    try publish()
    let old = folder.path("old")
    try FileManager.default.copyItem(atPath: pack, toPath: old)
    _ = try folder.write(Self.rule(hours: 13, version: 2), to: "pack/ais/dark.yaml")
    try build(id: nil)
    _ = try verifyPack(at: pack, trustFile: trust, accepts: true)
    #expect(refusal() == nil)
    try FileManager.default.removeItem(atPath: pack)
    try FileManager.default.copyItem(atPath: old, toPath: pack)
    #expect(refusal()?.contains("revision 1 is older than revision 2") == true)
  }

  @Test func refusesANewMeaningUnderAnOldVersion() throws {
    try publish()
    _ = try folder.write(Self.rule(hours: 13), to: "pack/ais/dark.yaml")
    let error = #expect(throws: WorkflowError.self) {
      try buildPack(at: pack, id: nil, geography: GeographySources())
    }
    let text = error.map { Problem($0).text(isColored: false) } ?? ""
    #expect(text.contains("rule 'dark' means something else now and is still version 1"))
    _ = try folder.write("# a comment\n" + Self.rule(hours: 12), to: "pack/ais/dark.yaml")
    try build(id: nil)
    #expect(refusal() == nil)
  }

  @Test func neverOverwritesAKey() throws {
    try publish()
    #expect(throws: WorkflowError.self) { try makePackKey(at: key) }
  }

  @Test func screeningHonoursATrustFile() async throws {
    try publish()
    let feed = try folder.write(
      SampleFeed.header
        + SampleFeed.rows(
          mmsi: 273_000_001, name: "EXAMPLE", imo: 9_074_729, latitude: 30, longitude: 150,
          hours: 48), to: "feed.csv")
    _ = try folder.write(
      "list: own\npublished: 2025-01-02\nentries:\n  - {id: \"1\", name: OTHER, imo: \"9000003\","
        + " authority: A}\n", to: "Lists/own.yaml")
    _ = try folder.write("kind: policy\nlanguage: 1\n", to: "policy.yaml")
    let request = ScreeningRequest(
      detection: DetectionRequest(aisFiles: [feed]), rules: pack, lists: folder.path("Lists"),
      policyFile: folder.path("policy.yaml"), trustFile: trust)
    #expect(try await screenVessels(request).verdicts.count == 1)
    _ = try folder.write(Self.rule(hours: 13), to: "pack/ais/dark.yaml")
    await #expect(throws: WorkflowError.self) { try await screenVessels(request) }
  }
}
