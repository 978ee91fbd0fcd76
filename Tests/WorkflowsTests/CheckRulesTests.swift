import Foundation
import Maritime
import Reporting
import TestSupport
import Testing
import Workflows

struct CheckRulesTests {
  private static let policy = "kind: policy\nlanguage: 1\ngroups: {cap: 60, caps: {flags: 3}}\n"

  private func check(
    _ title: String, files: [String: String] = [:], asOf: String? = nil
  ) throws -> RuleCheck {
    let folder = try TemporaryFolder()
    let rule = """
      kind: rule
      language: 1
      id: russian
      title: \(title)
      status: draft
      severity: low
      lookback: 12mo
      match:
        state:
          where:
            - vessel.flag == RU
      score: {points: 5, decay: none, group: flags}

      """
    _ = try folder.write(rule, to: "russian.yaml")
    for name in files.keys.sorted() { _ = try folder.write(files[name] ?? "", to: name) }
    return try checkRules(
      at: [folder.url.path], geography: GeographySources(), asOf: asOf.flatMap { UTCTime($0) })
  }

  @Test(arguments: [
    ("Under the flag of Russia", 0, 0),
    ("Under the flag of Russia.", 0, 1),
    ("\"\"", 2, 2),
  ])
  func endsAsTheContractSays(_ title: String, _ plain: Int32, _ strict: Int32) throws {
    let check = try check(title)
    #expect(check.exitCode(isStrict: false) == plain)
    #expect(check.exitCode(isStrict: true) == strict)
  }

  @Test func showsAWarningInEveryForm() throws {
    let check = try check("Under the flag of Russia.")
    #expect(check.text(style: .plain).contains("warning[W45]: the title ends with a full stop"))
    #expect(check.report.json.contains("\"id\":\"title-full-stop\""))
    #expect(check.sarif(pages: nil).contains("\"ruleId\":\"W45\""))
    #expect(check.warnings == 1 && check.isClean)
  }

  @Test func takesTheCapsOfThePolicyInTheFolder() throws {
    let check = try check("Russian", files: ["policy.yaml": Self.policy])
    #expect(check.text(style: .plain).contains("5 points are above the cap of 3.0"))
  }

  @Test func letsWaiversEndOnlyWithADate() throws {
    let title = "Russian.  # lint: allow W45 until 2026-01-01 because it is a name"
    #expect(try check(title).warnings == 0)
    #expect(try check(title, asOf: "2026-01-01").warnings == 0)
    #expect(try check(title, asOf: "2026-01-02").warnings == 1)
  }

  /// The lock of a pack is that of the folder, also where a single file of it is checked.
  @Test func comparesVersionsWithTheLockOfThePack() throws {
    let folder = try TemporaryFolder()
    let text = { (hours: Int, version: Int) in
      """
      kind: rule
      language: 1
      version: \(version)
      id: dark
      title: Dark
      status: draft
      severity: low
      match: {fact: ais_gap, where: [duration >= \(hours)h]}

      """
    }
    let path = try folder.write(text(12, 1), to: "pack/ais/dark.yaml")
    let pack = folder.path("pack")
    _ = try buildPack(at: pack, id: "acme", geography: GeographySources())
    let found = { (place: String) in
      let check = try checkRules(at: [place], geography: GeographySources())
      return check.report.json.contains("\"id\":\"version-not-raised\"")
    }
    #expect(try !found(pack))
    _ = try folder.write(text(13, 1), to: "pack/ais/dark.yaml")
    #expect(try found(pack))
    #expect(try found(path))
    _ = try folder.write(text(13, 2), to: "pack/ais/dark.yaml")
    #expect(try !found(pack))
  }
}
