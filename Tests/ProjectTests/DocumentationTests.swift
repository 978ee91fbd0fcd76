import Foundation
import Testing

struct DocumentationTests {
  @Test(arguments: [
    "AllPublicDeclarationsHaveDocumentation", "BeginDocumentationCommentWithOneLineSummary",
    "NeverForceUnwrap", "NeverUseForceTry", "NeverUseImplicitlyUnwrappedOptionals",
    "ValidateDocumentationComments",
  ])
  func turnsTheFormattersRuleOn(_ rule: String) throws {
    let data = try Data(contentsOf: Repository.root.appending(path: ".swift-format"))
    let settings = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    #expect((settings?["rules"] as? [String: Bool])?[rule] == true)
    #expect(settings?["lineLength"] as? Int == 100)
  }

  @Test func documentsEveryPublicDeclaration() throws {
    for source in try Repository.sources(in: "Sources") {
      let bare = source.code.indices.filter { index in
        let words = source.words[index].drop { $0.hasPrefix("@") }
        return words.first == "public"
          && !["import", "extension"].contains(words.dropFirst().first)
          && !isDocumented(index, in: source)
      }
      #expect(bare.isEmpty, "\(bare.map(source.culprit))")
    }
  }

  @Test func hasWhatEveryReaderLooksFor() {
    for path in ["README.md", "LICENSE", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md"]
    {
      #expect(FileManager.default.fileExists(atPath: Repository.root.appending(path: path).path))
    }
  }

  /// Attributes may stand between a comment and its declaration.
  private func isDocumented(_ index: Int, in source: SwiftSource) -> Bool {
    let before = source.lines[..<index].map { $0.drop { $0 == " " } }.last { !$0.hasPrefix("@") }
    return before?.hasPrefix("///") == true
  }
}
