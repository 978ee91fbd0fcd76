import Maritime
import RuleLanguage
import TestSupport
import Testing

/// Clauses about companies, written as the tests that authors write.
struct CompanyClauseTests {
  @Test(arguments: [
    ("company on @lists/us at start", "{imo: \"5123456\", name: Any}", "true"),
    ("company on @lists/us at start", "\"5123456\"", "true"),
    ("company on @lists/us at start - 2y", "\"5123456\"", "false"),
    ("company on @lists/us at start", "Example Shipping", "unknown"),
    ("company on @lists/us at start", "\"5000000\"", "false"),
    ("company on @lists/us at start", "{imo: \"5000000\", name: Example Shipping}", "false"),
    ("company not on @lists/us at start", "\"5000000\"", "true"),
    ("company on @lists/eu at start", "\"5123456\"", "unknown"),
    ("company.name == \"Example Shipping\"", "Example Shipping", "true"),
    ("company.imo == \"5123456\"", "{imo: \"5123456\"}", "true"),
    ("company.imo == \"5123456\"", "Example Shipping", "unknown"),
  ])
  func answers(_ clause: String, company: String, fires: String) throws {
    let text =
      SampleRules.rule(match: "fact: party\nwhere: ['\(clause)']")
        + """
        tests:
          - name: a company
            now: 2026-01-01
            vessel: {imo: "9000003"}
            facts: [{fact: party, start: 2025-01-01, role: owner, company: \(company)}]
            lists:
              us: [{imo_company: "5123456", name: Example Shipping, from: 2024-06-01}]
              eu: not loaded
            expect: {fires: \(fires)}

        """
    let compilation = SampleRules.compiler.compile(Array(text.utf8), file: "test.yaml")
    let rule = try #require(compilation.rule, "\(compilation.diagnostics)")
    #expect(runTests(of: rule).flatMap(\.failures) == [])
  }

  @Test func asksListsOnlyAboutVesselsAndCompanies() {
    expectDiagnostics(
      SampleRules.rule(
        match: "fact: party\nwhere:\n  - role on @lists/us at now  # error: wrong-type"))
  }
}
