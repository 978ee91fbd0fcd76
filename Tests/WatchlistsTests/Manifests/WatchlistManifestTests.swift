import Foundation
import StrictYAML
import Testing

@testable import Watchlists

struct WatchlistManifestTests {
  private func read(_ text: String) -> (manifest: WatchlistManifest?, messages: [String]) {
    let (manifest, diagnostics) = WatchlistManifest.read(Array(text.utf8), file: "manifest.yaml")
    return (manifest, diagnostics.map(\.id))
  }

  @Test func readsListsOfPublishers() throws {
    let found = read(
      """
      publishers:
        - id: sample
          name: Sample Office
          page: https://example.test/lists
          lists:
            - id: ofac-sdn
              format: ofac-csv
              files: [https://example.test/SDN.CSV, http://127.0.0.1:8080/ALT.CSV]
            - id: by-hand
              format: none
              page: https://example.test/by-hand
      """)
    #expect(found.messages.isEmpty)
    let lists = try #require(found.manifest?.lists)
    #expect(lists.map(\.id) == ["ofac-sdn", "by-hand"])
    #expect(lists.map(\.publisher) == ["Sample Office", "Sample Office"])
    #expect(lists.map(\.format) == ["ofac-csv", nil])
    #expect(lists.map(\.files.count) == [2, 0])
    #expect(lists.map(\.page) == ["https://example.test/lists", "https://example.test/by-hand"])
  }

  @Test(arguments: [
    ("lists: []", ["unknown-key", "expected-mapping"]),
    ("publishers: [{name: A, lists: [{format: none}]}]", ["missing-key"]),
    ("publishers: [{name: A, lists: [{id: a, format: pdf}]}]", ["unknown-word"]),
    (
      "publishers: [{name: A, lists: [{id: a, format: none, files: ['http://example.test/a']}]}]",
      ["insecure-address"]
    ),
    (
      "publishers: [{name: A, lists: [{id: a, format: none}, {id: a, format: none}]}]",
      ["repeated-id"]
    ),
    ("publishers: [{name: A, lists: [{id: a, format: none, url: x}]}]", ["unknown-key"]),
  ])
  func namesMistakes(_ text: String, ids: [String]) {
    let found = read(text)
    #expect(found.manifest == nil)
    #expect(found.messages == ids)
  }

  /// The shipped file: every format is known, and an id is what its format calls the list.
  @Test func shipsAddressesOfEveryPublisher() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Watchlists/manifest.yaml")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let found = read(text)
    #expect(found.messages.isEmpty)
    let lists = try #require(found.manifest?.lists)
    #expect(lists.count == 12)
    #expect(
      lists.filter { !$0.files.isEmpty && $0.format != nil }.map(\.id) == [
        "ofac-sdn", "ofac-consolidated", "un-consolidated", "uk-sanctions", "ca-sema",
      ])
    #expect(lists.allSatisfy { $0.page != nil || !$0.files.isEmpty })
  }
}
