import Foundation
import Testing

@testable import GenerateExample

@Suite struct ExampleTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples/msmt-2025")

  @Test(arguments: Example.files.map(\.name))
  func regeneratesTheCommittedBytes(_ name: String) throws {
    let committed = try Data(contentsOf: Self.folder.appending(path: name))
    let generated = Example.files.first { $0.name == name }.map { Data($0.text.utf8) }
    #expect(generated == committed, "run: swift run GenerateExample Examples/msmt-2025")
  }

  @Test func coversEveryDataFileOfTheFolder() throws {
    let committed = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let data = committed.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".ndjson") }
    #expect(data.sorted() == Example.files.map(\.name).sorted())
  }
}
