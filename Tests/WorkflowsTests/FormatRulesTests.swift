import Foundation
import Maritime
import Reporting
import RuleLanguage
import StrictYAML
import TestSupport
import Testing
import Workflows

struct FormatRulesTests {
  private static let rules = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules")
  private let compiler = RuleCompiler(catalog: .standard, gazetteer: .shipped)

  private static func shipped() throws -> [(name: String, bytes: [UInt8])] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: rules.path)
    return try names.sorted().filter { $0.hasSuffix(".yaml") }.map {
      ($0, Array(try Data(contentsOf: rules.appending(path: $0))))
    }
  }

  private func formatted(_ bytes: [UInt8], _ name: String) -> [UInt8] {
    switch compiler.format(bytes, file: name) {
    case .unchanged: return bytes
    case .changed(let text): return text
    case .refused(let diagnostics):
      Issue.record("\(name): \(diagnostics.map(\.message))")
      return []
    }
  }

  /// Whatever layout a rule comes in, formatting keeps its meaning and its comments, and does
  /// nothing the second time.
  @Test func keepsMeaningAndCommentsOfAnyLayout() throws {
    for (index, (name, bytes)) in try Self.shipped().enumerated() {
      let root = try #require(readYAML(bytes, file: name).root, "\(name)")
      let digest = compiler.compile(bytes, file: name).rule?.header.digest
      for round in 0..<2 {
        var random = RandomLayout(seed: UInt64(index * 100 + round))
        let text = random.text(of: root)
        let once = formatted(Array(text.utf8), name)
        let shown = String(decoding: once, as: UTF8.self)
        #expect(formatted(once, name) == once, "\(name), round \(round):\n\(text)\n---\n\(shown)")
        #expect(compiler.compile(once, file: name).rule?.header.digest == digest, "\(shown)")
        for number in 0..<random.comments {
          let found = shown.components(separatedBy: "# c\(number).").count - 1
          #expect(found == 1, "comment \(number) of \(name):\n\(text)\n---\n\(shown)")
        }
      }
    }
  }

  @Test func leavesTheShippedLibraryAsItIs() throws {
    for (name, bytes) in try Self.shipped() {
      #expect(
        compiler.format(bytes, file: name) == .unchanged, "run `pratique rules fmt Rules`: \(name)")
    }
  }

  @Test func writesAndChecks() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("language: 1\nkind: rule\n", to: "broken.yaml")
    let policy = try folder.write("kind:  policy\nlanguage: 1\n", to: "policy.yaml")
    let check = try formatRules(
      at: [folder.url.path], isCheck: true, geography: GeographySources())
    #expect(check.hasChanges && check.hasErrors)
    #expect(check.text(style: .plain).contains("would change \(policy)"))
    _ = try formatRules(at: [folder.url.path], isCheck: false, geography: GeographySources())
    #expect(try String(contentsOfFile: policy, encoding: .utf8) == "kind: policy\nlanguage: 1\n")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "language: 1\nkind: rule\n")
    let again = try formatRules(at: [policy], isCheck: true, geography: GeographySources())
    #expect(!again.hasChanges && !again.hasErrors)
  }
}
