import Downloads
import Foundation
import Maritime
import Reporting
import Synchronization
import TestSupport
import Testing

@testable import Workflows

/// Lists from a publisher on this machine.
struct UpdateWatchlistsTests {
  /// What the publisher offers; a test changes it.
  private final class Publisher: Sendable {
    private let state = Mutex<[String: LoopbackServer.Reply]>([:])
    func offer(_ reply: LoopbackServer.Reply, at path: String) {
      state.withLock { $0[path] = reply }
    }
    func offer(_ text: String, tag: String, at path: String = "/fleet.csv") {
      let headers = ["ETag": "\"\(tag)\"", "Last-Modified": "Fri, 03 May 2024 12:00:00 GMT"]
      offer(.answer(200, headers: headers, body: text), at: path)
    }
    func reply(to request: LoopbackServer.Request) -> LoopbackServer.Reply {
      let reply = state.withLock { $0[request.path] } ?? .answer(404)
      if case .answer(200, let headers, _) = reply, let tag = headers["ETag"],
        request.headers["if-none-match"] == tag
      {
        return .answer(304)
      }
      return reply
    }
  }

  private let folder: TemporaryFolder
  private let publisher = Publisher()
  private let server: LoopbackServer
  private var lists: String { folder.path("LISTS") }

  init() throws {
    folder = try TemporaryFolder()
    let publisher = publisher
    server = try LoopbackServer { publisher.reply(to: $0) }
  }

  private func update(
    _ files: [String] = ["/fleet.csv"], id: String = "fleet", format: String = "house-csv",
    seconds: Double = 60, _ change: (inout WatchlistUpdate) -> Void = { _ in }
  ) async throws -> ListUpdateReport {
    let addresses = files.map(server.address).joined(separator: ", ")
    let manifest = try folder.write(
      """
      publishers:
        - name: Sample
          page: https://example.test
          lists: [{id: \(id), format: \(format), files: [\(addresses)]}]
      """, to: "manifest.yaml")
    var request = WatchlistUpdate(folder: lists, manifest: manifest)
    change(&request)
    let limits = DownloadLimits(idleSeconds: 60, totalSeconds: seconds, tries: 2)
    return try await updateWatchlists(request, with: Downloader(limits: limits) { _ in })
  }

  private func rows(_ count: Int) -> String {
    "id,schema,name\n" + (1...count).map { "\($0),Vessel,SHIP \($0)\n" }.joined()
  }

  private func entries() throws -> [String] {
    let json = try JSONValue(reading: watchlistStatus(WatchlistStatus(folder: lists)).json.utf8)
    return (json.elements ?? []).map {
      "\($0["list"]?.string ?? "") \($0["entries"]?.number ?? 0) \($0["published"]?.string ?? "")"
    }
  }

  @Test func importsWhatIsNewAndFetchesNothingTwice() async throws {
    publisher.offer(rows(3), tag: "1")
    let first = try await update()
    #expect(first.text(style: .plain).hasPrefix("fleet: new, published 2024-05-03, 3 entries"))
    #expect(first.text(style: .plain).contains("\(Digest(of: rows(3)))"))
    #expect(try entries() == ["fleet 3.0 2024-05-03"])
    let second = try await update()
    #expect(second.lists.map(\.outcome) == [.unchanged])
    #expect(second.lists[0].files.map(\.size) == [nil])
    publisher.offer(rows(4), tag: "2")
    #expect(try await update().exitCode == 0)
    #expect(try entries() == ["fleet 4.0 2024-05-03"])
  }

  /// Another tag for the same bytes is nothing new.
  @Test func knowsTheSameBytesAgain() async throws {
    publisher.offer(rows(3), tag: "1")
    _ = try await update()
    publisher.offer(rows(3), tag: "2")
    #expect(try await update().lists.map(\.outcome) == [.unchanged])
    #expect(try await update().lists[0].files.map(\.size) == [nil], "the new tag was kept")
  }

  @Test(arguments: [
    ("<html><body>down for maintenance</body></html>", "a web page came instead of a list", 3),
    ("some other text\n", "unknown-format", 2),
    ("id,schema,name\n1,Vessel,A\n", "would shrink from 10 to 1 entries (90 % fewer)", 2),
    (
      "Vessel Name;IMO number;Date of application\nA;9179842;25.6.2024\n",
      "eu-833-dma in the format dma-csv instead of fleet in the format house-csv", 2
    ),
    ("", "the answer is empty", 3),
  ])
  func keepsTheOldSnapshotWhenTheAnswerIsNoList(
    _ body: String, message: String, exitCode: Int
  ) async throws {
    publisher.offer(rows(10), tag: "1")
    _ = try await update()
    publisher.offer(body, tag: "2")
    let report = try await update()
    #expect(report.exitCode == Int32(exitCode))
    #expect(report.text(style: ReportStyle(isColored: false, width: 300)).contains(message))
    #expect(try entries() == ["fleet 10.0 2024-05-03"])
    publisher.offer(rows(11), tag: "3")
    #expect(try await update().exitCode == 0)
  }

  @Test(arguments: [
    LoopbackServer.Reply.answer(500), .answer(200, headers: ["Content-Length": "999"], body: "id,"),
    .answer(302, headers: ["Location": "http://example.test/"]), .stall("HTTP/1.1 200 OK\r\n"),
  ])
  func keepsTheOldSnapshotWhenNothingComes(_ reply: LoopbackServer.Reply) async throws {
    publisher.offer(rows(10), tag: "1")
    _ = try await update()
    publisher.offer(reply, at: "/fleet.csv")
    let stalls = if case .stall = reply { true } else { false }
    let report = try await update(seconds: stalls ? 0.3 : 60)
    #expect(report.exitCode == 3)
    #expect(try entries() == ["fleet 10.0 2024-05-03"])
    #expect(try folder.names == ["LISTS", "manifest.yaml"])
  }

  @Test func acceptsAShrunkListWhenToldTo() async throws {
    publisher.offer(rows(10), tag: "1")
    _ = try await update()
    publisher.offer(rows(2).replacing("SHIP", with: "BOAT"), tag: "2")
    #expect(try await update { $0.allowShrinking = true }.exitCode == 0)
    #expect(try entries() == ["fleet 2.0 2024-05-03"])
  }

  @Test func aDryRunChangesNothing() async throws {
    publisher.offer(rows(10), tag: "1")
    let before = try await update { $0.isDryRun = true }
    #expect(before.text(style: .plain).hasPrefix("fleet: would be new"))
    #expect(try folder.names == ["manifest.yaml"])
    _ = try await update()
    publisher.offer(rows(2), tag: "2")
    let report = try await update { $0.isDryRun = true }
    #expect(report.exitCode == 2)
    #expect(try entries() == ["fleet 10.0 2024-05-03"])
  }

  /// One file of several that changes brings all of them, because they are read together.
  @Test func readsFilesOfOneListTogether() async throws {
    let entry = "36,\"SAMPLE\",-0- ,\"CUBA\"" + String(repeating: ",-0- ", count: 8) + "\n"
    publisher.offer(entry, tag: "1", at: "/sdn.csv")
    publisher.offer("36,1,\"aka\",\"OTHER\",-0- \n", tag: "1", at: "/alt.csv")
    let files = ["/sdn.csv", "/alt.csv"]
    let first = try await update(files, id: "ofac-sdn", format: "ofac-csv")
    #expect(first.exitCode == 0, "\(first.text(style: .plain))")
    publisher.offer("36,1,\"aka\",\"THIRD\",-0- \n", tag: "2", at: "/alt.csv")
    let second = try await update(files, id: "ofac-sdn", format: "ofac-csv")
    #expect(second.lists[0].files.compactMap(\.size).count == 2)
    #expect(
      try searchWatchlists(for: "third", in: lists, limit: 3).text(style: .plain)
        .contains("SAMPLE"))
  }

  @Test func namesAListWithoutAnAddress() async throws {
    publisher.offer(rows(3), tag: "1")
    let found = await problem { try await update { $0.lists = ["eu-833"] } }
    #expect(found?.exitCode == 2)
    #expect(found?.text(isColored: false).contains("no address for the list 'eu-833'") == true)
  }
}
