import Foundation
import Maritime
import Screening
import StrictYAML
import Testing
import Workflows

@Suite struct ExampleTests {
  @Test func bringsOutWhatTheCaseExpects() async throws {
    let expectations = try ExampleExpectation.all(of: "msmt-2025")
    let result = try await screenVessels(
      ScreeningRequest(vessels: expectations.map(\.imo), example: "msmt-2025"))

    #expect(result.factRejections.isEmpty)
    #expect(result.verdicts.count == expectations.count)
    for (expected, verdict) in zip(expectations, result.verdicts) {
      let fired = Set(verdict.findings.map(\.rule))
      #expect(verdict.disposition == expected.disposition, "\(expected.name)")
      #expect(fired == expected.fires, "\(expected.name)")
      #expect(fired.isDisjoint(with: expected.silent), "\(expected.name)")
    }
  }

  @Test(arguments: [
    ("2022-05-01", false),  // a week before the designation
    ("2022-06-01", true),
  ])
  func asksListsAsOfTheDay(_ day: String, _ isListed: Bool) async throws {
    let asOf = try #require(UTCTime(day))
    let result = try await screenVessels(
      ScreeningRequest(vessels: ["9179842"], asOf: asOf, example: "msmt-2025"))
    let verdict = try #require(result.verdicts.first)
    #expect(verdict.findings.contains { $0.rule == "us-designated-vessel" } == isListed)
  }

  @Test func namesOnlyRulesThatShip() async throws {
    let result = try await screenVessels(
      ScreeningRequest(vessels: ["9179842"], example: "msmt-2025"))
    let shipped = Set(try #require(result.verdicts.first).checked.rules.map(\.rule))
    let named = try ExampleExpectation.all(of: "msmt-2025").flatMap { $0.fires.union($0.silent) }
    #expect(Set(named).isSubset(of: shipped))
  }
}

/// What `case.yaml` of an example says must come out for one vessel.
private struct ExampleExpectation {
  let imo: String
  let name: String
  let disposition: Disposition
  let fires: Set<String>
  let silent: Set<String>

  static func all(of example: String) throws -> [ExampleExpectation] {
    let path = try HomeFolder().examples + "/\(example)/case.yaml"
    let document = readYAML([UInt8](try Data(contentsOf: URL(filePath: path))), file: path)
    let vessels = try #require(document.root?["vessels"]?.items)
    return try vessels.map(ExampleExpectation.init)
  }

  private init(_ node: YAMLNode) throws {
    imo = try #require(node["imo"]?.text)
    name = try #require(node["name"]?.text)
    disposition = try #require(node["disposition"]?.text.flatMap(Disposition.init(rawValue:)))
    fires = Set(try #require(node["fires"]?.items).compactMap(\.text))
    silent = Set(try #require(node["silent"]?.items).compactMap(\.text))
  }
}
