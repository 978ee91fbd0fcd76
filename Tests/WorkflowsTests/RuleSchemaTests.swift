import Foundation
import Maritime
import RuleLanguage
import StrictYAML
import TestSupport
import Testing
import Workflows

/// Every shipped rule obeys the schema and what breaks it does not, says Python's `jsonschema`.
struct RuleSchemaTests {
  private static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A Python that has `jsonschema`: `PRATIQUE_PYTHON`, or the first one on the path.
  private static let python: String? = {
    let named = ProcessInfo.processInfo.environment["PRATIQUE_PYTHON"]
    return ([named, "/usr/bin/python3"].compactMap(\.self)).first { path in
      (try? run(path, ["-c", "import jsonschema"]).code) == 0
    }
  }()

  @Test func isTheSameEveryTime() {
    #expect(ruleSchema() == ruleSchema())
    #expect(ruleSchema().hasPrefix("{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\""))
  }

  @Test(.enabled(if: python != nil, "needs a Python with jsonschema: set PRATIQUE_PYTHON"))
  func acceptsShippedRulesAndRefusesBrokenOnes() throws {
    let rules = Self.checkout.appending(path: "Rules")
    let names = try FileManager.default.subpathsOfDirectory(atPath: rules.path).sorted()
    var valid: [JSONMember] = []
    var invalid: [JSONMember] = []
    for name in names where name.hasSuffix(".yaml") {
      let bytes = Array(try Data(contentsOf: rules.appending(path: name)))
      let root = try #require(readYAML(bytes, file: name).root)
      guard KeyTable.document(root["kind"]?.text ?? "tests") != nil else { continue }
      valid.append(JSONMember(name, root.seenByEditors))
      guard root["kind"]?.text == "rule" else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      for (index, change) in Self.changes.enumerated() {
        guard let range = text.range(of: change.0) else { continue }
        let broken = text.replacingCharacters(in: range, with: change.1)
        if let root = readYAML(Array(broken.utf8), file: name).root {
          invalid.append(JSONMember("\(name), change \(index)", root.seenByEditors))
        }
      }
    }
    #expect(valid.count > 10 && invalid.count > 40)
    let job = JSONValue.object([
      JSONMember("schema", try JSONValue(reading: ruleSchema())),
      JSONMember("valid", .object(valid)), JSONMember("invalid", .object(invalid)),
    ])
    let folder = try TemporaryFolder()
    let path = try folder.write(job.text, to: "job.json")
    let script = Self.checkout.appending(path: "Benchmarks/RuleSchema/validate.py").path
    let outcome = try Self.run(try #require(Self.python), [script, path])
    #expect(outcome.code == 0, "\(outcome.output.prefix(4000))")
  }

  /// Each makes a rule that no schema should accept.
  private static let changes = [
    ("\nid: ", "\nid: Not Kebab "), ("\nstatus: stable", "\nstatus: final"),
    ("\nseverity: ", "\nseverety: "), ("\nlookback: ", "\nlookback: 3d"),
    ("\nmatch:\n", "\nmatched:\n"), ("points: ", "points: 1000"), ("\n    fact: ", "\n    fakt: "),
    ("where:", "were:"), ("fires: true", "fires: maybe"), ("expect: {", "expect: {extra: 1, "),
    ("{fact: port_call, ", "{fact: port_call, no_such_field: 1, "),
    ("\n  - name: ", "\n  - title: "), ("half_life: 365d", "half_life: 365mo"),
  ]

  private static func run(
    _ program: String, _ arguments: [String]
  ) throws -> (code: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}

extension YAMLNode {
  /// The document as YAML 1.2 types it: plain numbers and Booleans are not text.
  fileprivate var seenByEditors: JSONValue {
    switch content {
    case .scalar(let text, let isQuoted):
      if isQuoted { return .string(text) }
      if text == "true" || text == "false" { return .bool(text == "true") }
      let isNumber = text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/)
      return isNumber == nil ? .string(text) : Double(text).map(JSONValue.number) ?? .string(text)
    case .sequence(let items): return .array(items.map(\.seenByEditors))
    case .mapping(let entries):
      return .object(entries.map { JSONMember($0.key, $0.value.seenByEditors) })
    }
  }
}
