import Synchronization
import TestSupport
import Testing

@testable import Downloads

struct MessengerTests {
  private final class Noted: Sendable {
    private let requests = Mutex<[LoopbackServer.Request]>([])
    var all: [LoopbackServer.Request] { requests.withLock { $0 } }
    func add(_ request: LoopbackServer.Request) { requests.withLock { $0.append(request) } }
  }

  private let noted = Noted()

  private func problem(
    _ server: LoopbackServer, limits: DownloadLimits = DownloadLimits(idleSeconds: 60)
  ) async -> DownloadError? {
    do {
      try await Messenger(limits: limits, pause: { _ in }).send(
        Array("{}\n".utf8), to: server.address("/hook"), headers: ["webhook-id: msg_1"])
      return nil
    } catch {
      return error
    }
  }

  @Test func sendsTheMessageAndTheHeaders() async throws {
    let noted = noted
    let server = try LoopbackServer { request in
      noted.add(request)
      return .answer(204)
    }
    #expect(await problem(server) == nil)
    #expect(noted.all.map(\.body) == ["{}\n"])
    #expect(noted.all.first?.headers["webhook-id"] == "msg_1")
    #expect(noted.all.first?.headers["content-length"] == "3")
  }

  @Test func sendsALongMessageWhole() async throws {
    let noted = noted
    let server = try LoopbackServer { request in
      noted.add(request)
      return .answer(200, body: "thanks")
    }
    let message = [UInt8](repeating: 97, count: 300_000)
    try await Messenger().send(message, to: server.address("/hook"), headers: [])
    #expect(noted.all.first?.body.utf8.count == 300_000)
    #expect(noted.all.first?.headers["expect"] == nil)
  }

  @Test func sendsAgainWhenTheServerIsBusy() async throws {
    let server = try LoopbackServer { $0.before < 2 ? .answer(503) : .answer(200) }
    #expect(await problem(server) == nil)
    #expect(server.count("/hook") == 3)
  }

  @Test(arguments: [
    (500, 4), (429, 4), (400, 1), (404, 1), (302, 1), (304, 1),
  ])
  func countsNothingElseAsTaken(_ status: Int, tries: Int) async throws {
    let server = try LoopbackServer { _ in
      .answer(status, headers: ["Location": "http://127.0.0.1:1/elsewhere"])
    }
    let found = await problem(server)
    #expect(found?.problem == .status(status))
    #expect(server.count("/hook") == tries)
  }

  @Test func waitsForNoServerForEver() async throws {
    let server = try LoopbackServer { _ in .stall("HTTP/1.1 200 O") }
    let found = await problem(server, limits: DownloadLimits(totalSeconds: 0.3, tries: 2))
    #expect(found?.problem == .timedOut)
    #expect(found?.tries == 2)
  }

  @Test(arguments: ["http://example.test/hook", "file:///etc/passwd", "hook", ""])
  func sendsOnlyToSecureAddresses(_ address: String) async {
    await #expect(throws: DownloadError(.notSecure, address: address, tries: 0)) {
      try await Messenger().send([1], to: address, headers: [])
    }
  }
}
