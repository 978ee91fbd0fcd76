import Foundation
import Maritime
import Synchronization
import TestSupport
import Testing

@testable import Downloads

/// Against a server on this machine that does all that servers do wrong.
struct DownloaderTests {
  /// Takes note of the pauses instead of waiting.
  private final class Pauses: Sendable {
    private let noted = Mutex<[Int]>([])
    var seconds: [Int] { noted.withLock { $0 } }
    func add(_ seconds: Int) { noted.withLock { $0.append(seconds) } }
  }

  private let pauses = Pauses()

  private func fetch(
    _ server: LoopbackServer, _ path: String = "/list.csv", etag: String? = nil,
    limits: DownloadLimits = DownloadLimits(idleSeconds: 60)
  ) async throws(DownloadError) -> Download {
    let pauses = pauses
    return try await Downloader(limits: limits) { pauses.add($0) }.fetch(
      DownloadRequest(address: server.address(path), entityTag: etag))
  }

  private func problem(
    _ server: LoopbackServer, _ path: String = "/list.csv",
    limits: DownloadLimits = DownloadLimits(idleSeconds: 60)
  ) async -> DownloadError? {
    do {
      _ = try await fetch(server, path, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func fetchesAFile() async throws {
    let server = try LoopbackServer { _ in
      .answer(
        200,
        headers: ["ETag": "\"1\"", "Last-Modified": "Fri, 03 May 2024 12:00:00 GMT"], body: "a,b\n")
    }
    let found = try await fetch(server)
    #expect(found.content == Array("a,b\n".utf8))
    #expect(found.entityTag == "\"1\"")
    #expect(found.date == UTCTime("2024-05-03T12:00:00Z"))
    #expect(found.tries == 1)
  }

  @Test func fetchesNothingTwice() async throws {
    let server = try LoopbackServer { request in
      request.headers["if-none-match"] == "\"2\""
        ? .answer(304) : .answer(200, headers: ["ETag": "\"2\""], body: "new\n")
    }
    #expect(try await fetch(server, etag: "\"2\"").content == nil)
    let changed = try await fetch(server, etag: "\"1\"")
    #expect(changed.content == Array("new\n".utf8))
    #expect(changed.entityTag == "\"2\"")
  }

  @Test func sendsTheDateOfTheCopy() async throws {
    let date = "Fri, 03 May 2024 12:00:00 GMT"
    let server = try LoopbackServer { request in
      request.headers["if-modified-since"] == date ? .answer(304) : .answer(500)
    }
    let request = DownloadRequest(address: server.address("/a"), lastModified: date)
    #expect(try await Downloader().fetch(request).content == nil)
  }

  @Test(arguments: [
    (429, ["Retry-After": "7"], [7]), (503, ["Retry-After": "0"], [0]), (500, [:], [2]),
    (
      429,
      [
        "Date": "Fri, 03 May 2024 12:00:00 GMT", "Retry-After": "Fri, 03 May 2024 12:01:30 GMT",
      ], [90]
    ),
  ])
  func comesBackWhenTold(_ status: Int, _ headers: [String: String], waits: [Int]) async throws {
    let server = try LoopbackServer { request in
      request.before == 0
        ? .answer(status, headers: headers, body: "later") : .answer(200, body: "a,b\n")
    }
    let found = try await fetch(server)
    #expect(found.tries == 2)
    #expect(pauses.seconds == waits)
  }

  @Test func givesUpAfterGrowingPauses() async throws {
    let server = try LoopbackServer { _ in .answer(500) }
    #expect(await problem(server)?.problem == .status(500))
    #expect(pauses.seconds == [2, 4, 8])
    #expect(server.count("/list.csv") == 4)
  }

  @Test func doesNotWaitForHours() async throws {
    let server = try LoopbackServer { _ in .answer(429, headers: ["Retry-After": "86400"]) }
    #expect(await problem(server)?.problem == .busy(seconds: 86_400))
    #expect(pauses.seconds.isEmpty)
  }

  @Test(arguments: [404, 403, 410])
  func asksOnceForWhatIsNotThere(_ status: Int) async throws {
    let server = try LoopbackServer { _ in .answer(status, body: "no") }
    let found = await problem(server)
    #expect(found?.problem == .status(status))
    #expect(found?.tries == 1)
    #expect(found?.advice.contains("manifest") == true)
  }

  @Test(arguments: [
    (["Content-Type": "text/html; charset=utf-8"], "anything"), ([:], "\n <!DOCTYPE html><p>x"),
    ([:], "<HTML><body>maintenance</body></HTML>"),
  ])
  func refusesWebPages(_ headers: [String: String], _ body: String) async throws {
    let server = try LoopbackServer { _ in .answer(200, headers: headers, body: body) }
    #expect(await problem(server)?.problem == .webPage)
  }

  @Test func refusesACutOffAnswer() async throws {
    let server = try LoopbackServer { _ in
      .answer(200, headers: ["Content-Length": "1000"], body: "a,b\n")
    }
    let found = await problem(server)
    #expect(found?.problem == .cutOff(received: 4, announced: 1000))
    #expect(found?.message == "the answer broke off after 4 of 1000 bytes")
    #expect(found?.tries == 4)
  }

  @Test func refusesChunksWithoutAnEnd() async throws {
    let server = try LoopbackServer { _ in
      .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\na,b\n\r\n")
    }
    let found = await problem(server)
    #expect(found?.tries == 4)
    #expect(found?.problem == .cutOff(received: 4, announced: nil))
  }

  @Test func refusesAnEmptyAnswer() async throws {
    let server = try LoopbackServer { _ in .answer(200) }
    #expect(await problem(server)?.problem == .empty)
  }

  @Test func refusesWhatIsTooLarge() async throws {
    let limits = DownloadLimits(size: 1 << 20, idleSeconds: 60)
    let announced = try LoopbackServer { _ in
      .answer(200, headers: ["Content-Length": "99999999"], body: "x")
    }
    #expect(await problem(announced, limits: limits)?.problem == .tooLarge(limit: 1 << 20))
    let endless = try LoopbackServer { _ in
      .flood("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    }
    #expect(await problem(endless, limits: limits)?.problem == .tooLarge(limit: 1 << 20))
  }

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"])
  func givesUpOnAServerThatStalls(_ start: String) async throws {
    let server = try LoopbackServer { _ in .stall(start) }
    let limits = DownloadLimits(idleSeconds: 60, totalSeconds: 0.2, tries: 2)
    #expect(await problem(server, limits: limits)?.problem == .timedOut)
    #expect(pauses.seconds == [2])
  }

  @Test func givesUpOnAnIdleServer() async throws {
    let server = try LoopbackServer { _ in .stall("") }
    let limits = DownloadLimits(idleSeconds: 1, totalSeconds: 60, tries: 1)
    #expect(await problem(server, limits: limits)?.problem == .timedOut)
  }

  @Test func followsRedirections() async throws {
    let server = try LoopbackServer { request in
      request.path == "/new.csv"
        ? .answer(200, body: "a,b\n") : .answer(302, headers: ["Location": "/new.csv"])
    }
    #expect(try await fetch(server).content == Array("a,b\n".utf8))
  }

  @Test func leavesALoop() async throws {
    let server = try LoopbackServer { request in
      .answer(301, headers: ["Location": request.path == "/a" ? "/b" : "/a"])
    }
    #expect(await problem(server, "/a")?.problem == .tooManyRedirections(limit: 5))
    #expect(server.count("/a") + server.count("/b") == 6)
  }

  @Test(arguments: ["http://example.test/list.csv", "file:///etc/passwd", "ftp://example.test/a"])
  func refusesARedirectionThatIsNotSecure(_ place: String) async throws {
    let server = try LoopbackServer { _ in .answer(302, headers: ["Location": place]) }
    let found = await problem(server)
    #expect(found?.problem == .redirection(to: place), "\(String(describing: found))")
    #expect(found?.tries == 1)
  }

  @Test(arguments: ["http://example.test/list.csv", "file:///etc/passwd", "list.csv", ""])
  func asksOnlySecureAddresses(_ address: String) async {
    await #expect(throws: DownloadError(.notSecure, address: address, tries: 0)) {
      try await Downloader().fetch(DownloadRequest(address: address))
    }
  }

  /// Whatever comes is an answer or an error, and never the end of the program.
  @Test func survivesAnyAnswer() async throws {
    var random = SeededGenerator(seed: 11)
    let whole = """
      HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/a\r\nContent-Type: text/csv\r\n\
      Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\nETag: "1"\r\n\
      Content-Length: 12\r\nRetry-After: 1\r\n\r\n4\r\na,b\n\r\n0\r\n\r\n
      """
    for _ in 0..<rounds(60) {
      let text = Self.mutated(whole, with: &random)
      let server = try LoopbackServer { _ in .raw(text) }
      let limits = DownloadLimits(idleSeconds: 1, totalSeconds: 0.5, tries: 1, hops: 1)
      _ = await problem(server, limits: limits)
    }
  }

  private static func mutated(_ text: String, with random: inout SeededGenerator) -> String {
    var lines = text.components(separatedBy: "\r\n")
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let line = Int.random(in: 0..<lines.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: lines.remove(at: line)
      case 1: lines.insert(lines[Int.random(in: 0..<lines.count, using: &random)], at: line)
      case 2: lines[line] = String(lines[line].shuffled(using: &random))
      case 3: lines[line] += String(repeating: "9", count: 30)
      default: lines = Array(lines[...line])
      }
      if lines.isEmpty { lines = [""] }
    }
    return lines.joined(separator: "\r\n")
  }

  @Test func saysThatNobodyListens() async throws {
    var server: LoopbackServer? = try LoopbackServer { _ in .answer(200) }
    let address = server?.address("/list.csv") ?? ""
    server = nil
    let limits = DownloadLimits(idleSeconds: 2, tries: 1)
    do {
      _ = try await Downloader(limits: limits).fetch(DownloadRequest(address: address))
      Issue.record("nobody can have answered")
    } catch {
      #expect(error.isWorthAnotherTry, "\(error)")
    }
  }
}
