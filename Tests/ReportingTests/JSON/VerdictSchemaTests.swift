import Foundation
import Maritime
import Reporting
import Screening
import TestSupport
import Testing

/// A verdict made from the published schema, with every key that it names, reads and writes as
/// itself: so the schema names what the writer writes and the reader reads, and nothing else.
struct VerdictSchemaTests {
  private let schema: JSONValue

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    schema = try JSONValue(
      reading: Data(contentsOf: root.appending(path: "docs/verdict.schema.json")))
  }

  @Test(arguments: [false, true])
  func namesEveryKeyThatIsWritten(isCompany: Bool) throws {
    let sample = try verdict(isCompany: isCompany)
    let reader = VerdictReader(catalog: FactCatalog([VesselIdentity.schema.kind]))
    let again = try JSONValue(reading: reader.verdict(sample).json)
    #expect(again == sample, "\(again.indentedText)\n\(sample.indentedText)")
  }

  @Test func requiresEveryKeyAndAllowsNoOther() throws {
    var objects = 0
    // Facts have the keys of their kinds.
    let parts = (schema["$defs"]?.members ?? []).filter { $0.key != "fact" }
    for value in [schema] + parts.map(\.value) {
      guard let properties = value["properties"]?.members else { continue }
      objects += 1
      #expect(value["additionalProperties"] == false)
      let always = properties.map(\.key).filter { !isOfCompany($0, of: value) }
      #expect(value["required"]?.elements == always.map(JSONValue.string))
    }
    #expect(objects > 15)
  }

  /// Whether a key is one of those that only verdicts on companies have, which stand together.
  private func isOfCompany(_ key: String, of value: JSONValue) -> Bool {
    value["dependentRequired"]?[key] != nil
  }

  /// A verdict with every key of its kind; that on a company knows no number of a vessel.
  private func verdict(isCompany: Bool) throws -> JSONValue {
    let members = try #require(schema["properties"]?.members)
    return .object(
      try members.filter { isCompany || !isOfCompany($0.key, of: schema) }.map { member in
        let value = try sample(of: member.value)
        guard isCompany, member.key == "subject" else { return JSONMember(member.key, value) }
        let keys = try #require(value.members)
        return JSONMember(
          "subject", .object(keys.map { JSONMember($0.key, $0.key == "name" ? $0.value : .null) }))
      })
  }

  /// A value that a schema allows; of several it takes the first.
  private func sample(of schema: JSONValue) throws -> JSONValue {
    if let reference = schema["$ref"]?.string {
      let name = try #require(reference.split(separator: "/").last)
      if name == "#" { return try verdict(isCompany: false) }
      if name == "fact" { return try JSONValue(reading: Self.fact.jsonLine) }
      return try sample(of: try #require(self.schema["$defs"]?[String(name)]))
    }
    if let choice = schema["anyOf"]?.elements?.first { return try sample(of: choice) }
    if let word = schema["enum"]?.elements?.first { return word }
    if let example = schema["examples"]?.elements?.first { return example }
    if let items = schema["items"] { return .array([try sample(of: items)]) }
    let members = try #require(schema["properties"]?.members)
    return .object(try members.map { JSONMember($0.key, try sample(of: $0.value)) })
  }

  private static let fact = Fact.sampleIdentity(
    of: sampleVessel(imo: 9_074_729, mmsi: 636_000_001), from: "2025-01-01"
  ) { $0.name = "MAIA-1" }
}
