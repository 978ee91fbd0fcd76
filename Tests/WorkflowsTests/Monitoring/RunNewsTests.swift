import Foundation
import Maritime
import Reporting
import Storage
import TestSupport
import Testing

@testable import Workflows

struct RunNewsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A run after an empty one, so that each of its vessels is new.
  private func news(vessels: Int) throws -> RunNews {
    let store = try ScreeningStore(path: folder.path("s.sqlite"), access: .writing)
    let policy = try StoredContent(of: Array("kind: policy\nlanguage: 1\n".utf8))
    let manifest = try StoredContent(
      of: Array("{\"policy\":{\"file\":\"p.yaml\",\"digest\":\"\(policy.digest)\"}}".utf8))
    func run(_ inputs: String, _ vessels: Int) throws -> StoredRun {
      let run = try store.begin(
        RunStart(
          inputs: String(repeating: inputs, count: 64), manifest: manifest.digest,
          at: UTCTime(seconds: 1), actor: "kim", asOf: UTCTime(seconds: 0), vessels: vessels,
          radios: policy.digest),
        contents: [policy, manifest], neighbours: [:])
      let verdicts = (0..<vessels).map { index in
        StoredVerdict(
          subject: "mmsi:\(200_000_000 + index)", position: index, name: nil,
          disposition: .review, score: 300, families: 1, findings: [],
          inputs: String(repeating: "b", count: 64), facts: policy.digest, body: policy.digest,
          isCarried: false)
      }
      try store.save(verdicts, contents: [], of: run.id)
      try store.finish(run.id, at: UTCTime(seconds: 2), by: "kim", act: "{}")
      return run
    }
    _ = try run("1", 0)
    return try RunNews(of: run("2", vessels), in: store)
  }

  @Test(arguments: [(0, []), (1, [1]), (1000, [1000]), (2001, [1000, 1000, 1])])
  func cutsWhatIsTold(_ vessels: Int, _ sizes: [Int]) throws {
    let news = try news(vessels: vessels)
    let messages = news.messages(to: "https://example.test")
    // The first line of each is the run.
    #expect(messages.map { $0.body.split(separator: 10).count - 1 } == sizes)
    #expect(Set(messages.map(\.id)).count == sizes.count)
    #expect(news.messages(to: "https://example.test") == messages)
    #expect(news.events.count == vessels + 1)
  }
}
