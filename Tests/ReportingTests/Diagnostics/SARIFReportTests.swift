import Foundation
import Reporting
import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct SARIFReportTests {
  /// The keys that the schema of SARIF 2.1.0 requires, object by object.
  @Test func hasWhatTheSchemaRequires() throws {
    let log = try log(of: ["é.yaml": "é: 🚢 x\n"], pages: "https://example.org/lints")
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    #expect(runs[0]["columnKind"] as? String == "utf16CodeUnits")
    let tool = try #require(runs[0]["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "pratique")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(Set(rules.compactMap { $0["id"] as? String }).count == rules.count)
    #expect(rules.count == Lint.all.count + 1)
    for rule in rules {
      let description = try #require(rule["shortDescription"] as? [String: Any])
      #expect(description["text"] is String)
      let configuration = try #require(rule["defaultConfiguration"] as? [String: Any])
      #expect(["warning", "error"].contains(configuration["level"] as? String))
    }
    let links = rules.compactMap { $0["helpUri"] as? String }
    #expect(links.contains("https://example.org/lints/exact-measurement.md"))
    #expect(links.count == Lint.all.count)
  }

  @Test func pointsWithCodeUnits() throws {
    let log = try log(of: ["a b/é.yaml": "é: 🚢 x\n"], pages: nil)
    let runs = try #require(log["runs"] as? [[String: Any]])
    let result = try #require((runs[0]["results"] as? [[String: Any]])?.first)
    #expect(result["ruleId"] as? String == "E020")
    #expect(result["level"] as? String == "error")
    let message = try #require(result["message"] as? [String: Any])
    #expect(message["text"] as? String == "it is wrong; mend it")
    let location = try #require((result["locations"] as? [[String: Any]])?.first)
    let place = try #require(location["physicalLocation"] as? [String: Any])
    let artifact = try #require(place["artifactLocation"] as? [String: Any])
    #expect(artifact["uri"] as? String == "a%20b/%C3%A9.yaml")
    let region = try #require(place["region"] as? [String: Int])
    // The ship is two code units and four bytes.
    #expect(region == ["startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 8])
    let rules =
      ((runs[0]["tool"] as? [String: Any])?["driver"] as? [String: Any])?["rules"]
      as? [[String: Any]]
    let index = try #require(result["ruleIndex"] as? Int)
    #expect(rules?[index]["id"] as? String == "E020")
    #expect(rules?.contains { $0["helpUri"] != nil } == false)
    let related = try #require(result["relatedLocations"] as? [[String: Any]])
    #expect(related.count == 1)
  }

  private func log(of sources: [String: String], pages: String?) throws -> [String: Any] {
    let file = try #require(sources.keys.first)
    let bytes = Array((sources[file] ?? "").utf8)
    let source = SourceText(bytes)
    let span = source.span(bytes.count - 2..<bytes.count - 1)
    let diagnostic = Diagnostic(
      code: "E020", id: "unknown-field", message: "it is wrong", file: file, span: span,
      notes: [.init(span: source.span(0..<2), label: "here")], help: "mend it")
    let text = DiagnosticReport([diagnostic], sources: [file: bytes])
      .sarif(version: "1.0", pages: pages)
    let log = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(log as? [String: Any])
  }
}
