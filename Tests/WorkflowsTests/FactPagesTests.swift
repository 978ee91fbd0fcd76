import Foundation
import Maritime
import Storage
import TestSupport
import Testing

@testable import Workflows

/// Two vessels in a facts file that is looked through more than once.
struct FactPagesTests {
  private let folder: TemporaryFolder
  private let pages: FactPages

  init() throws {
    folder = try TemporaryFolder()
    pages = FactPages(
      store: try ScreeningStore(path: folder.path("s.sqlite"), access: .writing))
  }

  private static func encounter(_ vessel: Int, with partner: Int, day: Int) -> String {
    """
    {"fact":"encounter","imo":\(vessel),"start":"2025-03-0\(day)T00:00:00Z",\
    "end":"2025-03-0\(day)T09:00:00Z","partner_imo":\(partner),"median_distance_m":100,\
    "median_speed_kn":0.5,"source":"import:desk"}

    """
  }

  private static let lines =
    encounter(9_074_729, with: 9_358_010, day: 1) + encounter(9_074_729, with: 9_358_010, day: 2)
    + encounter(9_358_010, with: 9_074_729, day: 1)

  private func index(_ path: String, readsAll: Bool = false) async throws -> FactIndex {
    try await FactIndex(
      [path], factsOf: ["encounter"], readsAll: readsAll, threads: 2, pages: pages)
  }

  private func runs(_ index: FactIndex) throws -> [String] {
    try index.vessels.sorted().flatMap { vessel in
      try index.runs(about: vessel).map {
        "\(vessel) \($0.offset) \($0.count) \($0.firstLine) \(try index.digest(of: $0))"
      }
    }
  }

  @Test(arguments: [false, true])
  func findsTheSameWithoutLooking(_ readsAll: Bool) async throws {
    let path = try folder.write(Self.lines, to: "f.ndjson")
    let first = try await index(path, readsAll: readsAll)
    let again = try await index(path, readsAll: readsAll)
    #expect(try runs(again) == runs(first))
    #expect(again.facts == first.facts)
    #expect(again.facts.count == 3)
    #expect(again.latest == first.latest)
    #expect((again.latest != nil) == readsAll)
    let plain = try await FactIndex(
      [path], factsOf: ["encounter"], readsAll: readsAll, threads: 2)
    #expect(try runs(plain) == runs(again))
    #expect(plain.facts == again.facts)
  }

  @Test func looksAgainAtAFileThatChanged() async throws {
    let path = try folder.write(Self.lines, to: "f.ndjson")
    #expect(try await index(path).vessels.count == 2)
    // As many bytes as before.
    let other = Self.lines.replacing("\"imo\":9358010", with: "\"imo\":9125786")
    try Data(other.utf8).write(to: URL(filePath: path))
    let again = try await index(path)
    #expect(again.vessels.compactMap(\.imo).contains(try #require(IMONumber(9_125_786))))
    #expect(again.facts.count == 3)
  }

  @Test func alwaysLooksAtAFileWithAMistake() async throws {
    let path = try folder.write(Self.lines + "{\"fact\":\"encounter\"}\n", to: "f.ndjson")
    for _ in 0..<2 {
      #expect(try await index(path).rejections.map(\.line) == [4])
    }
  }
}
