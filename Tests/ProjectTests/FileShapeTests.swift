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

  /// The formatter breaks code, not strings and comments; text of several lines is data.
  @Test func staysWithinAHundredColumns() throws {
    for source in try Repository.sources(in: "Sources", "Tests") {
      let long = source.lines.indices.filter {
        source.lines[$0].count > 100 && !source.isInLongString[$0]
      }
      #expect(long.isEmpty, "\(long.map(source.culprit))")
    }
  }

  @Test func namesAFileAfterItsMainType() throws {
    for source in try Repository.sources(in: "Sources") {
      let types = source.code.compactMap(declaredType)
      let extended = source.code.compactMap(extendedType)
      let name = source.name.split(separator: "+")[0].lowercased()
      let isExtension = source.name.contains("+")
      let names = (types + (isExtension ? extended : [])).map { $0.lowercased() }
      #expect(
        names.contains(name) || (types.isEmpty && !isExtension),
        "\(source.path) declares \(types) and extends \(extended)")
    }
  }

  @Test func keepsSpacesOutOfPaths() {
    #expect(Repository.files().filter { $0.contains(/\s/) } == [])
  }

  /// The type that a line at the left margin declares for more than its own file.
  private func declaredType(_ line: String) -> String? {
    guard !line.hasPrefix("private ") else { return nil }
    return line.firstMatch(
      of: /^(?:@\w+\s+)*(?:\w+ )*(?:struct|enum|class|actor|protocol|typealias) (\w+)/
    ).map { String($0.1) }
  }

  private func extendedType(_ line: String) -> String? {
    line.firstMatch(of: /^(?:\w+ )?extension (?:\w+\.)*(\w+)/).map { String($0.1) }
  }
}
