import Foundation
import Testing

struct NamingTests {
  @Test func writesReasonsAndIdsInKebabCase() throws {
    let patterns = [
      /Rejection\(\s*reason: "([^"\\]*)"/, /RowProblem\(\s*"([^"\\]*)"/,
      /(?:Diagnostic|Lint)\(\s*(?:code: "[^"]*",\s*)?id: "([^"\\]*)"/,
    ]
    for (path, id) in try matches(of: patterns, in: "Sources") {
      #expect(id.wholeMatch(of: /[a-z0-9]+(?:-[a-z0-9]+)*/) != nil, "\(path): \(id)")
    }
  }

  @Test func writesFactsAndFieldsInSnakeCase() throws {
    let patterns = [
      /FactField\(\s*(?:optional: )?"([^"\\]*)"/, /FactSchema(?:<\w+>)?\(\s*"([^"\\]*)"/,
      /FieldDeclaration\(\s*name: "([^"\\]*)"/,
    ]
    let names = try matches(of: patterns, in: "Sources")
    #expect(names.count > 20)
    for (path, name) in names {
      #expect(name.wholeMatch(of: /[a-z0-9]+(?:_[a-z0-9]+)*/) != nil, "\(path): \(name)")
    }
  }

  @Test func namesARuleLikeItsFile() throws {
    for path in Repository.files(in: "Rules") where path.hasSuffix(".yaml") {
      let text = try Repository.text(path)
      let name = URL(filePath: path).deletingPathExtension().lastPathComponent
      #expect(name.wholeMatch(of: /[a-z0-9]+(?:-[a-z0-9]+)*(?:\.tests)?/) != nil, "\(path)")
      guard text.contains(/(?m)^kind: rule$/) else { continue }
      #expect(text.contains("\nid: \(name)\n"), "\(path): its id must be \(name)")
    }
  }

  private func matches(
    of patterns: [Regex<(Substring, Substring)>], in folder: String
  ) throws -> [(path: String, name: Substring)] {
    try Repository.files(in: folder).filter { $0.hasSuffix(".swift") }.flatMap { path in
      let text = try Repository.text(path)
      return patterns.flatMap { text.matches(of: $0) }.map { (path, $0.1) }
    }
  }
}
