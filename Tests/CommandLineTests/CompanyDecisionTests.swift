import Foundation
import TestSupport
import Testing

/// What somebody decided about a company counts wherever the company stands: screened itself, or
/// above another one or a vessel's owner.
struct CompanyDecisionTests {
  private let program: ProgramRun
  private let table: String
  private let lists: String

  init() throws {
    program = try ProgramRun()
    table = try program.folder.write(
      """
      imo,role,company_name,company_imo,holder_name,holder_imo,share_percent,start,end
      9074729,registered_owner,RHO LTD,5000020,,,,2020-01-01,
      ,shareholder,RHO LTD,5000020,SOLO MANAGERS LTD,,100,2020-01-01,

      """, to: "holders.csv")
    let list = try program.folder.write(OwnershipFixture.list, to: "lists/freezes.yaml")
    lists = URL(filePath: list).deletingLastPathComponent().path
  }

  private func screened(_ subject: String...) throws -> [String: Any] {
    let outcome = try program.run(
      ["screen", "--ownership", table, "--lists", lists, "--as-of", "2025-06-01"] + subject
        + ["--format", "json"])
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require((json as? [[String: Any]])?.first, "\(outcome.errors)")
  }

  private func asked(_ verdict: [String: Any]) -> [String] {
    let keys = ["undetermined", "findings"]
    return keys.flatMap { verdict[$0] as? [[String: Any]] ?? [] }
      .compactMap { $0["rule"] as? String }
      .filter { $0.hasSuffix("-match") || $0.hasPrefix("possibly-") }.sorted()
  }

  private func subjects(_ verdict: [String: Any]) -> [String] {
    (verdict["set_aside"] as? [[String: Any]] ?? []).compactMap { $0["subject"] as? String }
  }

  @Test(arguments: [
    (["--company", "SOLO MANAGERS LTD"], ["company"]), (["--company", "RHO LTD"], ["shareholder"]),
    (["--vessel", "9074729"], ["shareholder"]),
  ])
  func countWhereverTheCompanyStands(_ subject: [String], _ aside: [String]) throws {
    let before = try screened(subject[0], subject[1])
    #expect(!asked(before).isEmpty)
    #expect(subjects(before) == [])
    let decided = try program.run([
      "lists", "decide", "freezes", "us-9", "--company", "SOLO MANAGERS LTD", "--reason",
      "another country", "--by", "J. Silva", "--on", "2025-05-31", "--until", "2026-05-01",
      "--lists", lists,
    ])
    #expect(decided.exitCode == 0, "\(decided.errors)")
    let after = try screened(subject[0], subject[1])
    #expect(asked(after) == [])
    #expect(subjects(after) == aside)
  }
}
