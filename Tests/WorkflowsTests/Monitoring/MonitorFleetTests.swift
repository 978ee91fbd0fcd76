import Downloads
import Foundation
import Maritime
import Reporting
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Workflows

/// Three vessels that are watched while their lists change.
struct MonitorFleetTests {
  private final class Noted: Sendable {
    private let lines = Mutex<[JSONValue]>([])
    private let requests = Mutex<[LoopbackServer.Request]>([])
    private let looks = Mutex<[Int]>([])
    var events: [JSONValue] { lines.withLock { $0 } }
    var told: [LoopbackServer.Request] { requests.withLock { $0 } }
    func add(_ event: MonitorEvent) {
      // A line that is no JSON is missed by every expectation.
      if let value = try? JSONValue(reading: Array(event.json.utf8)[...]) {
        lines.withLock { $0.append(value) }
      }
    }
    func add(_ request: LoopbackServer.Request) { requests.withLock { $0.append(request) } }
    /// How many events there were after each look.
    var counts: [Int] { looks.withLock { $0 } }
    func nextLook() -> Int {
      let count = events.count
      return looks.withLock {
        $0.append(count)
        return $0.count
      }
    }
  }

  private static let secret = [UInt8](0..<32)
  private let folder: TemporaryFolder
  private let noted = Noted()

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write(Self.list(of: "V0", imo: 9_074_729), to: "Lists/first.yaml")
  }

  /// A list of one vessel.
  private static func list(of name: String, imo: Int) -> String {
    """
    list: us-\(imo)
    publisher: Sample
    published: 2025-01-02
    covers: [us]
    entries:
      - id: "1"
        name: \(name)
        imo: "\(imo)"
        authority: Sample Act
        regime: us
        measures: [asset_freeze]
        listed_from: 2024-01-01

    """
  }

  private func request(
    webhooks: [String] = [], isOnce: Bool = false, key: String? = nil
  ) throws -> MonitorRequest {
    let registry = try folder.write(
      "imo,mmsi,name,flag\n9074729,273000001,V0,RU\n9358010,273000002,V1,RU\n", to: "reg.csv")
    let text = key ?? "whsec_" + Data(Self.secret).base64EncodedString() + "\n"
    var request = MonitorRequest(
      screening: ScreeningRequest(
        detection: DetectionRequest(aisFiles: [], registryFiles: [registry]),
        rules: shipped("Rules"), lists: folder.path("Lists"),
        asOf: UTCTime("2025-01-05"), regimes: ["us"]),
      store: folder.path("s.sqlite"), actor: "kim", webhooks: webhooks,
      keyFile: try folder.write(text, to: "hook.key"), isOnce: isOnce,
      clock: { UTCTime(seconds: 1_736_100_000) })
    request.messenger = Messenger(pause: { _ in })
    return request
  }

  /// Watches, and writes a second list before each further look; the watch ends after the last.
  private func watch(_ request: MonitorRequest, _ texts: [String?]) async throws {
    var request = request
    let noted = noted
    let file = URL(filePath: folder.path("Lists/second.yaml"))
    request.pause = { _ in
      let look = noted.nextLook()
      guard look <= texts.count else { throw CancellationError() }
      if let text = texts[look - 1] { try Data(text.utf8).write(to: file) }
    }
    await #expect(throws: CancellationError.self) {
      _ = try await monitorFleet(request) { noted.add($0) }
    }
  }

  private let second = Self.list(of: "V1", imo: 9_358_010)

  private func kinds() -> [String] { noted.events.map { $0["event"]?.string ?? "?" } }

  @Test func tellsTheAlertsOfTheFirstRun() async throws {
    let outcome = try await monitorFleet(request(isOnce: true)) { [noted] in noted.add($0) }
    #expect(outcome == MonitorOutcome(isTold: true, highest: .prohibited))
    #expect(kinds() == ["run", "change"])
    #expect(noted.events[0]["vessels"]?.integer == 2)
    #expect(noted.events[0]["alerts"]?.integer == 1)
    #expect(noted.events[1]["subject"]?.string == "imo:9074729")
    #expect(noted.events[1]["change"]?.string == "new")
    #expect(noted.events[1]["alert"] == .bool(true))
  }

  @Test func screensAgainOnceAChangeHasSettled() async throws {
    try await watch(request(), [nil, second, nil, nil])
    // The look that first sees the new list leaves it alone.
    #expect(noted.counts == [2, 2, 2, 4, 4])
    #expect(kinds() == ["run", "change", "run", "change"])
    let change = try #require(noted.events.last)
    #expect(change["subject"]?.string == "imo:9358010")
    #expect(change["change"]?.string == "worse")
    #expect(change["now"]?.string == "prohibited")
    #expect(change["run"]?.integer == 2)
  }

  private static func gaps(_ imo: Int, days: Int) -> String {
    (1...days).map { day in
      """
      {"fact":"ais_gap","imo":\(imo),"start":"2025-01-0\(day)T00:00:00Z",\
      "end":"2025-01-0\(day)T13:00:00Z","open":false,"source":"import:desk",\
      "evidence":[{"file":"a","line":\(day)}]}

      """
    }.joined()
  }

  /// The other vessel of the facts file is taken over, and nothing is told of it.
  @Test func screensOnlyTheVesselsWhoseFactsChanged() async throws {
    var request = try request()
    request.screening.detection = DetectionRequest(aisFiles: [])
    let before = Self.gaps(9_074_729, days: 1) + Self.gaps(9_358_010, days: 1)
    let after = Self.gaps(9_074_729, days: 1) + Self.gaps(9_358_010, days: 3)
    let file = try folder.write(before, to: "f.ndjson")
    request.screening.factFiles = [file]
    let noted = noted
    request.pause = { _ in
      let look = noted.nextLook()
      if look == 1 { try Data(after.utf8).write(to: URL(filePath: file)) }
      if look == 4 { throw CancellationError() }
    }
    await #expect(throws: CancellationError.self) {
      _ = try await monitorFleet(request) { noted.add($0) }
    }
    let runs = noted.events.filter { $0["event"]?.string == "run" }
    #expect(runs.map { $0["carried"]?.integer } == [0, 1])
    #expect(try await replayVerdicts(ReplayRequest(isAll: true, store: request.store)).isEqual)
  }

  @Test func outlivesABrokenFile() async throws {
    try await watch(request(), ["list: [broken", nil, nil, second, nil, nil])
    #expect(kinds() == ["run", "change", "failed", "run", "change"])
    #expect(noted.events[2]["message"]?.string?.contains("second.yaml") == true)
  }

  @Test func aWrongFileEndsTheFirstLook() async throws {
    _ = try folder.write("list: [broken", to: "Lists/first.yaml")
    await #expect(throws: (any Error).self) {
      _ = try await monitorFleet(request()) { [noted] in noted.add($0) }
    }
    #expect(noted.events == [])
  }

  @Test func tellsEachRunUntilItIsTaken() async throws {
    let noted = noted
    // Four tries of the first look fail; the fifth is that of the second look.
    let server = try LoopbackServer { request in
      if request.before < 4 { return .answer(500) }
      noted.add(request)
      return .answer(204)
    }
    try await watch(request(webhooks: [server.address("/hook")]), [second, nil, nil])
    #expect(kinds() == ["run", "change", "undelivered", "run", "change"])
    let subjects = noted.told.map { request in
      request.body.split(separator: "\n").compactMap {
        (try? JSONValue(reading: Array($0.utf8)[...]))?["subject"]?.string
      }
    }
    #expect(subjects == [["imo:9074729"], ["imo:9358010"]])
    #expect(Set(noted.told.compactMap { $0.headers["webhook-id"] }).count == 2)
    for request in noted.told {
      let id = request.headers["webhook-id"] ?? ""
      let signed = "\(id).1736100000.\(request.body)"
      let code = MessageCode(of: Array(signed.utf8), secret: Self.secret)
      #expect(
        request.headers["webhook-signature"] == "v1," + Data(code.bytes).base64EncodedString())
      #expect(request.headers["webhook-timestamp"] == "1736100000")
    }
  }

  @Test func saysWhenAnAddressCouldNotBeTold() async throws {
    let server = try LoopbackServer { _ in .answer(410) }
    let request = try request(webhooks: [server.address("/hook")], isOnce: true)
    let outcome = try await monitorFleet(request) { [noted] in noted.add($0) }
    #expect(!outcome.isTold)
    #expect(noted.events.last?["message"]?.string == "the server answered with status 410")
  }

  @Test(arguments: ["", "whsec_", "whsec_YWJj", "secret", "whsec_\u{e9}"])
  func refusesASecretThatIsNone(_ key: String) async throws {
    let request = try request(webhooks: ["https://example.test/hook"], isOnce: true, key: key)
    do {
      _ = try await monitorFleet(request) { _ in }
      Issue.record("'\(key)' is no secret")
    } catch WorkflowError.badInput(let path, let message, _) {
      #expect(path == folder.path("hook.key"))
      #expect(message == "this is no secret of a webhook")
    }
  }

  @Test func refusesAnAddressThatIsNotSecure() async throws {
    let request = try request(webhooks: ["http://example.test/hook"], isOnce: true)
    await #expect(throws: WorkflowError.self) { _ = try await monitorFleet(request) { _ in } }
  }
}
