import Foundation
import TestSupport
import Testing

/// Ownership chains and companies, as a user asks for them.
struct OwnershipCommandTests {
  private let program: ProgramRun

  init() throws { program = try ProgramRun() }

  private func screen(_ arguments: String...) throws -> ProgramRun.Outcome {
    let table = try program.folder.write(OwnershipFixture.table, to: "holders.csv")
    let list = try program.folder.write(OwnershipFixture.list, to: "lists/freezes.yaml")
    let lists = URL(filePath: list).deletingLastPathComponent().path
    return try program.run(
      ["screen", "--ownership", table, "--lists", lists, "--as-of", "2025-06-01"] + arguments)
  }

  private func json(_ outcome: ProgramRun.Outcome) throws -> [[String: Any]] {
    try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]],
      "\(outcome.errors)")
  }

  @Test func followsTheSharesOfOwners() throws {
    let outcome = try screen(
      "--vessel", "9074729", "9334545", "9000003", "9000015", "9358010", "--format", "csv")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let rows = outcome.output.split(separator: "\r\n").dropFirst().map { row in
      row.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(
      rows.map { "\($0[0]) \($0[5])" } == [
        "9074729 prohibited", "9334545 prohibited", "9000003 inconclusive", "9000015 review",
        "9358010 review",
      ])
    let earlier = try screen(
      "--vessel", "9358010", "--as-of", "2023-06-01", "--known-as-of", "2025-06-01", "--fail-on",
      "prohibited")
    #expect(earlier.exitCode == 1, "OMEGA had all of ZETA then")
    #expect(earlier.output.contains("100 % by OMEGA LLC"))
  }

  @Test func screensACompanyWithItsOwnersAndVessels() throws {
    let outcome = try screen("--company", "IMO:5000001", "--fail-on", "prohibited")
    #expect(outcome.exitCode == 1, "\(outcome.errors)")
    for text in [
      "ALPHA SHIPPING LTD\nIMO company 5000001", "PROHIBITED", "OWNERS AND MANAGERS",
      "BETA HOLDING LTD (IMO company 5000002): shareholder, 60 %", "LISTED",
      "freezes entry eu-5900001", "VESSELS", "9074729", "registered_owner",
    ] {
      #expect(outcome.output.contains(text), "\(text)")
    }
    let verdict = try #require(
      json(try screen("--company", "alpha shipping ltd.", "--format", "json")).first)
    #expect(verdict["disposition"] as? String == "prohibited")
    #expect((verdict["company"] as? [String: Any])?["imo"] as? String == "5000001")
    let chain = try #require(verdict["chain"] as? [[String: Any]])
    #expect(chain.map { $0["share_percent"] as? Double } == [60, 51, 100])
    #expect(chain.map { $0["listed"] as? Bool } == [false, false, true])
    #expect(
      (verdict["gates"] as? [[String: Any]])?.first?["rule"] as? String == "designated-company")
    let vessels = try #require(verdict["vessels"] as? [[String: Any]])
    #expect(vessels.map { $0["parts"] as? [String] } == [["registered_owner"]])
  }

  /// A report of the verdict says what the screening said, and more formats than it has.
  @Test func reportsOnACompany() throws {
    let file = try program.folder.write(
      try screen("--company", "IMO:5000001", "--format", "json").output, to: "v.json")
    let text = try program.run(["report", file])
    #expect(text.exitCode == 0, "\(text.errors)")
    #expect(text.output == (try screen("--company", "IMO:5000001")).output)
    let page = try program.run(["report", file, "--format", "html"]).output
    for words in [
      "<title>ALPHA SHIPPING LTD: prohibited</title>", "IMO company 5000001",
      "shareholder, 60 %", ">LISTED<", "freezes entry eu-5900001", "registered_owner",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    let vessel = try program.run(["report", file, "--vessel", "9074729", "--format", "json"])
    #expect(try json(vessel).count == 1, "\(vessel.errors)")
    #expect(try json(vessel).first?["company"] == nil)
  }

  /// Its holders are told apart from nobody, the vessels through its own companies are its own.
  @Test(arguments: [
    ("GAMMA GROUP LTD", "prohibited", 1), ("IMO:5900001", "prohibited", 1),
    ("5000004", "prohibited", 1), ("CIRCLE ONE LTD", "inconclusive", 1),
    ("EPSILON LTD", "review", 1), ("SOLO MANAGERS LTD", "review", 1),
    ("NOBODY AT ALL LTD", "inconclusive", 0),
  ])
  func decidesAboutACompany(_ company: String, disposition: String, vessels: Int) throws {
    let verdict = try #require(
      json(try screen("--company", company, "--format", "json")).first)
    #expect(verdict["disposition"] as? String == disposition)
    #expect((verdict["vessels"] as? [Any])?.count == vessels)
  }

  /// Facts files are read a few vessels at a time; the file of a company needs them all.
  @Test func screensACompanyFromAFactsFile() throws {
    _ = try program.folder.write(OwnershipFixture.table, to: "holders.csv")
    _ = try program.folder.write(OwnershipFixture.list, to: "lists/freezes.yaml")
    let outcome = try program.shell(
      "pratique detect --ownership holders.csv -o facts.ndjson && pratique screen --facts"
        + " facts.ndjson --lists lists --as-of 2025-06-01 --company IMO:5000001 --format json"
        + " -o v.json && cat v.json")
    let (found, direct) = (
      try json(outcome), try json(screen("--company", "IMO:5000001", "--format", "json"))
    )
    for key in ["chain", "vessels", "disposition"] {
      let (a, b) = (found.first?[key] as? NSObject, direct.first?[key] as? NSObject)
      #expect(a != nil)
      if key == "disposition" { #expect(a == b) }
      if let a = a as? NSArray { #expect(a.count == (b as? NSArray)?.count) }
    }
  }

  @Test func neverClearsACompanyOfWhichNothingIsKnown() throws {
    let verdict = try #require(
      json(try screen("--company", "NOBODY AT ALL LTD", "--format", "json")).first)
    let open = try #require(verdict["undetermined"] as? [[String: Any]])
    #expect(open.contains { $0["rule"] as? String == "company-not-found" })
  }

  @Test func writesACompanyAndItsVesselsAsRows() throws {
    let outcome = try screen("--company", "5000001", "5000004", "--format", "csv")
    let rows = outcome.output.split(separator: "\r\n").dropFirst()
    #expect(
      rows.map { $0.split(separator: ",")[0] } == [
        "ALPHA SHIPPING LTD", "9074729", "DELTA MARINE LTD", "9334545",
      ])
  }

  @Test(arguments: [
    (["--company", "IMO:12"], "is no company"), (["--company", "LEI:PRATIQUE"], "is no company"),
    (["--company", "A", "--vessel", "9074729"], "--company stands alone"),
    (["--company", "A", "--db", "s.sqlite"], "cannot be kept in a store"),
    (["--company", "A", "--set", "party.end=2025-01-01"], "leave out --company"),
  ])
  func refusesWhatItCannotDo(_ arguments: [String], message: String) throws {
    let table = try program.folder.write(OwnershipFixture.table, to: "holders.csv")
    let outcome = try program.run(["screen", "--ownership", table] + arguments)
    #expect(outcome.exitCode == 2 || outcome.exitCode == 64)
    #expect(outcome.errors.contains(message))
  }
}
