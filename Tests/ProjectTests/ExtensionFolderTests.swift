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
    let lists = sources.compactMap { self.list(in: $0) }
    let list = try #require(lists.first, "\(folder.type) has no 'static let all'")
    let members = sources.flatMap { self.members(of: folder.type, in: $0) }
    #expect(!members.isEmpty)
    for member in members {
      #expect(list.contains(".\(member)"), "add .\(member) to \(folder.type).all")
    }
  }

  /// A kind of fact that the catalogue does not name can be neither written nor read.
  @Test func namesEveryFactInTheCatalogue() throws {
    let catalogue = try Repository.text("Sources/Workflows/FactCatalog+Standard.swift")
    let marker = "static let schema = FactSchema<"
    for source in try Repository.sources(in: "Sources/Detection", "Sources/Maritime") {
      for line in source.code {
        guard let start = line.firstRange(of: marker)?.upperBound else { continue }
        let type = line[start...].prefix { $0 != ">" }
        #expect(catalogue.contains("\(type).schema"), "\(source.path): name \(type).schema")
      }
    }
  }

  /// The static values of the type that a file extends or declares, apart from the list itself.
  private func members(of type: String, in source: SwiftSource) -> [String] {
    guard source.words.contains(where: { $0.starts(with: ["extension", type]) }) else { return [] }
    return source.words.compactMap { words in
      let rest = words.first == "public" ? words.dropFirst() : words[...]
      guard rest.starts(with: ["static", "let"]), rest.count > 2 else { return nil }
      return rest.dropFirst(2).first
    }
    .filter { $0 != "all" }
  }

  /// The words from `static let all` to the line that closes it.
  private func list(in source: SwiftSource) -> Set<String>? {
    guard
      let start = source.words.firstIndex(where: { words in
        words.drop { $0 == "public" }.starts(with: ["static", "let", "all"])
      })
    else { return nil }
    let end =
      source.code[start...].firstIndex { $0.hasSuffix("]") || $0.contains("].") } ?? source.code
      .endIndex - 1
    return Set(source.words[start...end].joined())
  }
}
