import Foundation
import Testing

struct NamingTests {
  @Test func writesReasonsAndIdsInKebabCase() throws {
    let ids =
      try strings(after: "Rejection(reason:") + strings(after: "RowProblem(")
      + strings(after: "Lint(id:") + strings(after: "Diagnostic(id:")
    #expect(!ids.isEmpty)
    for (path, id) in ids { #expect(isName(id, separator: "-"), "\(path): \(id)") }
  }

  @Test func writesFactsAndFieldsInSnakeCase() throws {
    let names =
      try strings(after: "FactField(") + strings(after: "FactField(optional:")
      + strings(after: "FieldDeclaration(name:")
    #expect(names.count > 20)
    for (path, name) in names { #expect(isName(name, separator: "_"), "\(path): \(name)") }
  }

  @Test func namesARuleLikeItsFile() throws {
    for path in Repository.files(in: "Rules") where path.hasSuffix(".yaml") {
      let text = try Repository.text(path)
      let file = URL(filePath: path).deletingPathExtension().lastPathComponent
      let name = file.hasSuffix(".tests") ? String(file.dropLast(6)) : file
      #expect(isName(name, separator: "-"), "\(path)")
      guard text.hasPrefix("kind: rule\n") || text.contains("\nkind: rule\n") else { continue }
      #expect(text.contains("\nid: \(name)\n"), "\(path): its id must be \(name)")
    }
  }

  /// The strings that follow some code, with any white space between its parts.
  private func strings(after code: String) throws -> [(path: String, name: String)] {
    var found: [(path: String, name: String)] = []
    for source in try Repository.sources(in: "Sources") {
      let text = source.lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
      let tight = text.replacingOccurrences(of: "( ", with: "(")
        .replacingOccurrences(of: ": \"", with: ":\"")
      for rest in tight.components(separatedBy: code + "\"").dropFirst() {
        found.append((source.path, String(rest.prefix { $0 != "\"" })))
      }
    }
    return found
  }

  /// Lower-case words and digits, joined by one separator each.
  private func isName(_ text: String, separator: Character) -> Bool {
    let words = text.split(separator: separator, omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
  }
}
