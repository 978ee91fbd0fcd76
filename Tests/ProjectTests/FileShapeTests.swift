import Testing

struct FileShapeTests {
  @Test func staysBelowTheLongestFile() throws {
    for source in try Repository.sources(in: "Sources", "Tests") {
      #expect(source.lines.count <= 400, "\(source.path) has \(source.lines.count) lines")
    }
  }

  @Test func staysBelowTheLongestFunction() throws {
    for source in try Repository.sources(in: "Sources", "Tests") {
      for function in source.functions where function.length > 50 {
        Issue.record("\(source.culprit(function.line)) has \(function.length) lines")
      }
    }
  }

  /// The formatter sees to code but not to comments; strings may be data that has no other form.
  @Test func staysWithinAHundredColumns() throws {
    for source in try Repository.sources(in: "Sources", "Tests") {
      let long = source.lines.indices.filter {
        source.lines[$0].count > 100 && !source.isInLongString[$0]
          && !source.lines[$0].contains("\"")
      }
      #expect(long.isEmpty, "\(long.map(source.culprit))")
    }
  }

  /// A file of functions has the name of what they make: `GapDetector.swift` has `gaps(in:)`.
  @Test func namesAFileAfterItsMainType() throws {
    for source in try Repository.sources(in: "Sources") {
      let names = source.words.indices.filter { source.lines[$0].first != " " }
        .compactMap { declaredName(source.words[$0]) }
      let name = source.name.split(separator: "+")[0].lowercased()
      let isFunctions = source.code.contains {
        $0.hasPrefix("func ") || $0.hasPrefix("public func ")
      }
      let mustMatch =
        source.name.contains("+") || (names.contains(where: \.isPublic) && !isFunctions)
      #expect(
        !mustMatch || names.contains { $0.name.lowercased() == name },
        "\(source.path) declares \(names.map(\.name))")
    }
  }

  @Test func keepsSpacesOutOfPaths() {
    #expect(Repository.files().filter { $0.contains(" ") } == [])
  }

  /// The type that a line declares or extends; an extension makes nothing public by itself.
  private func declaredName(_ words: [String]) -> (name: String, isPublic: Bool)? {
    let kinds = ["struct", "enum", "class", "actor", "protocol", "typealias", "extension"]
    guard let index = words.firstIndex(where: kinds.contains) else { return nil }
    let names = words[(index + 1)...].prefix { $0 == words[index + 1] || $0.hasPrefix(".") }
    guard let name = names.last?.drop(while: { $0 == "." }) else { return nil }
    return (
      String(name.prefix { $0 != "<" }), words[0] == "public" && words[index] != "extension"
    )
  }
}
