import Testing

/// The other tests pass when they see nothing, so this one makes sure that they can see.
struct SwiftSourceTests {
  private static let quotes = String(repeating: "\"", count: 3)
  private let source = SwiftSource(
    path: "Sources/Sample/Sample.swift",
    text: #"""
      import Glibc  // try! in a comment
      public struct Sample {
        init?(_ text: String = "try! in a string \" {") {
          let value = try! read(.random(in: 0..<9), Date())
          @inlinable func nested<T>(_ t: T) {
          }
        }
        let text = \#(Self.quotes)
          try! in a long string {
          \#(Self.quotes)
      }

      """#)

  @Test(arguments: ["try!", ".random(", "Date(", "@inlinable", "init?(", "nested<", "import"])
  func seesWordsOfCode(_ word: String) {
    #expect(source.culprits { $0 == word }.count == 1)
  }

  @Test func measuresFunctionsByTheirBraces() {
    #expect(source.functions.map(\.length) == [2, 5])
    #expect(source.functions.map(\.line) == [4, 2])
  }

  @Test func knowsLongStringsAndNames() {
    #expect(source.isInLongString.indices.filter { source.isInLongString[$0] } == [7, 8, 9])
    #expect(source.name == "Sample" && !source.isKernel)
    #expect(source.culprit(0).description.hasPrefix("Sources/Sample/Sample.swift:1: import Glibc"))
  }
}
