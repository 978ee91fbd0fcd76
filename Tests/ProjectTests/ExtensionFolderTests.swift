import Testing

/// What stands in an extension folder must be named in one list, or the program never sees it.
struct ExtensionFolderTests {
  struct Folder: CustomTestStringConvertible {
    let path: String
    let type: String

    var testDescription: String { path }
  }

  static let folders = [
    Folder(path: "Sources/RuleLanguage/Operators", type: "Operator"),
    Folder(path: "Sources/RuleLanguage/Lints", type: "Lint"),
    Folder(path: "Sources/Watchlists/Formats", type: "WatchlistFormat"),
    Folder(path: "Sources/Reporting/Formats", type: "ReportFormat"),
  ]

  @Test(arguments: folders.filter { Repository.isFolder($0.path) })
  func namesEveryMemberInAll(_ folder: Folder) throws {
    let sources = try Repository.sources(in: folder.path)
    let list = try #require(sources.compactMap { list(of: folder.type, in: $0) }.first)
    let members = sources.flatMap { members(of: folder.type, in: $0) }
    #expect(!members.isEmpty)
    for member in members {
      #expect(list.contains(try Regex("\\b\(member)\\b")), "add .\(member) to \(folder.type).all")
    }
  }

  /// A kind of fact that the catalogue does not name can be neither written nor read.
  @Test(.enabled(if: Repository.isFolder("Sources/Detection")))
  func namesEveryFactInTheCatalogue() throws {
    let catalogue = try Repository.text("Sources/Workflows/FactCatalog+Standard.swift")
    for source in try Repository.sources(in: "Sources/Detection", "Sources/Maritime") {
      for line in source.code {
        guard let match = line.firstMatch(of: /static let schema = FactSchema<(\w+)>/) else {
          continue
        }
        #expect(catalogue.contains("\(match.1).schema"), "\(source.path): name \(match.1).schema")
      }
    }
  }

  private func members(of type: String, in source: SwiftSource) -> [String] {
    guard source.code.contains(where: { $0.hasPrefix("extension \(type) ") }) else { return [] }
    return source.code.compactMap { line in
      line.firstMatch(of: /^\s+(?:public )?static (?:let|var) (\w+)/).map { String($0.1) }
    }
    .filter { $0 != "all" }
  }

  /// The text from `static let all` to the bracket that closes it.
  private func list(of type: String, in source: SwiftSource) -> String? {
    let text = source.code.joined(separator: "\n")
    guard let start = text.firstRange(of: /static (?:let|var) all\b[^=]*=?/)?.upperBound else {
      return nil
    }
    return text[start...].firstRange(of: /\n  [\]}]|\]\n/).map {
      String(text[start..<$0.upperBound])
    }
  }
}
