import Foundation
import GRDB
import Maritime
import TestSupport
import Testing

@testable import Storage

struct ScreeningStoreTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("deep/er/screenings.sqlite")
  }

  static let content = StoredContent(
    digest: String(repeating: "a", count: 64), size: 3, packed: [1, 2, 3])

  private func start(_ inputs: String, vessels: Int = 1) -> RunStart {
    RunStart(
      inputs: String(repeating: inputs, count: 64), manifest: Self.content.digest,
      at: UTCTime(seconds: 1), actor: "kim", asOf: UTCTime(seconds: 0), vessels: vessels,
      radios: Self.content.digest)
  }

  private func verdict(_ subject: String, position: Int = 0) -> StoredVerdict {
    StoredVerdict(
      subject: subject, position: position, name: nil, disposition: .review, score: 300,
      families: 1,
      findings: [.init(rule: "gone-dark", version: 2, points: 300, regimes: ["eu", "us"])],
      inputs: String(repeating: "b", count: 64), facts: Self.content.digest,
      body: Self.content.digest, isCarried: false)
  }

  @Test func givesBackWhatItWasGiven() throws {
    let store = try ScreeningStore(path: path, access: .writing)
    let run = try store.begin(start("1"), contents: [Self.content], neighbours: [:])
    try store.save([verdict("imo:9074729")], contents: [Self.content], of: run.id)
    try store.finish(run.id, at: UTCTime(seconds: 2), by: "kim", act: "{}")
    let again = try ScreeningStore(path: path, access: .reading)
    #expect(try again.verdicts(of: run.id) == [verdict("imo:9074729")])
    #expect(try again.latestVerdicts() == [verdict("imo:9074729")])
    #expect(try again.content(Self.content.digest) == Self.content)
    #expect(try again.runs().map(\.state) == [.done])
    #expect(try again.verdict(body: Self.content.digest)?.run == run.id)
    #expect(try again.bodyDigests(of: run.id) == [Self.content.digest])
    #expect(try again.log().map(\.act) == ["{}"])
    #expect(try again.problems() == [])
  }

  @Test func knowsWhatAnAddressWasTold() throws {
    let store = try ScreeningStore(path: path, access: .writing)
    #expect(try store.toldRun("https://a.test") == 0)
    let run = try store.begin(start("1"), contents: [Self.content], neighbours: [:])
    #expect(try store.toldRun("https://b.test") == 0, "the run is not finished")
    try store.finish(run.id, at: UTCTime(seconds: 2), by: "kim", act: "{}")
    #expect(try store.toldRun("https://c.test") == run.id, "it came after the run")
    #expect(try store.toldRun("https://a.test") == 0)
    try store.setTold("https://a.test", run: run.id)
    try store.setTold("https://a.test", run: 0)
    #expect(try store.toldRun("https://a.test") == run.id)
  }

  @Test func continuesARunOfTheSameInputsAndAbandonsOthers() throws {
    let store = try ScreeningStore(path: path, access: .writing)
    let first = try store.begin(start("1"), contents: [Self.content], neighbours: [:])
    #expect(try store.begin(start("1"), contents: [], neighbours: [:]).id == first.id)
    let second = try store.begin(start("2"), contents: [], neighbours: [:])
    #expect(second.id != first.id)
    #expect(try store.runs().map(\.state) == [.abandoned, .open])
    #expect(throws: StorageError.self) {
      try store.save([verdict("imo:9074729")], contents: [], of: first.id)
    }
  }

  @Test func aBatchIsWrittenWholeOrNotAtAll() throws {
    let store = try ScreeningStore(path: path, access: .writing)
    let run = try store.begin(start("1"), contents: [Self.content], neighbours: [:])
    try store.save([verdict("imo:9074729")], contents: [], of: run.id)
    #expect(throws: StorageError.self) {
      try store.save(
        [verdict("imo:9358010", position: 1), verdict("imo:9074729")], contents: [], of: run.id)
    }
    #expect(try store.subjects(of: run.id) == ["imo:9074729"])
  }

  @Test func takesOverVerdictsOfTheSameInputs() throws {
    let store = try ScreeningStore(path: path, access: .writing)
    let numbers = ["imo:9074729", "imo:9358010"]
    let first = try store.begin(start("1"), contents: [Self.content], neighbours: [:])
    try store.save(
      [verdict(numbers[0]), verdict(numbers[1], position: 1)], contents: [], of: first.id)
    try store.finish(first.id, at: UTCTime(seconds: 2), by: "kim", act: "{}")
    var runs: [Int64] = []
    for inputs in ["2", "3"] {
      let run = try store.begin(start(inputs), contents: [], neighbours: [:])
      let wanted = zip(numbers, ["b", "c"]).enumerated().map { place, wish in
        WantedVerdict(
          subject: wish.0, position: 5 + place, inputs: String(repeating: wish.1, count: 64))
      }
      #expect(try store.carry(wanted, into: run.id) == 1)
      try store.finish(run.id, at: UTCTime(seconds: 3), by: "kim", act: "{}")
      runs.append(run.id)
    }
    var carried = verdict(numbers[0], position: 5)
    carried.isCarried = true
    #expect(try store.verdicts(of: runs[1]) == [carried], "findings too, over two runs")
    #expect(try store.latestVerdicts() == [carried, verdict(numbers[1], position: 1)])
    #expect(try store.rules(of: runs[1]).map(\.vessels) == [1])
    #expect(try store.regimes(of: first.id).map(\.name) == ["eu", "us"])
    #expect(try store.carried(in: runs[1]) == 1)
    #expect(try store.alerts(of: first.id, families: 1) == numbers)
    #expect(try store.alerts(of: first.id, families: 2) == [])
    let (before, now) = try store.changes(from: first.id, to: runs[1])
    #expect(before.map(\.subject) == [numbers[1]])
    #expect(now == [])
  }

  @Test func findsTheFactsOfVesselsAndNeighbours() throws {
    let store = try ScreeningStore(path: path, access: .writing)
    let run = try store.begin(
      start("1"), contents: [Self.content], neighbours: ["mmsi:273000001": Self.content.digest])
    try store.save([verdict("imo:9074729")], contents: [], of: run.id)
    let asked = ["imo:9074729", "mmsi:273000001", "imo:9358010"]
    #expect(
      try store.factsDigests(of: asked, in: run.id)
        == [asked[0]: Self.content.digest, asked[1]: Self.content.digest])
    #expect(try store.bystanders(of: run.id) == [Self.content.digest])
  }

  @Test(arguments: ScreeningSchema.migrator.migrations.dropLast())
  func renewsTheTablesOfAnOlderVersion(_ step: String) throws {
    let queue = try DatabaseQueue(path: folder.path("old.sqlite"))
    try ScreeningSchema.migrator.migrate(queue, upTo: step)
    try queue.write { database in
      try ScreeningStore.insert([Self.content], into: database)
      try database.execute(sql: Self.olderRun)
    }
    try queue.close()
    #expect(throws: StorageError.self) {
      try ScreeningStore(path: folder.path("old.sqlite"), access: .reading)
    }
    let store = try ScreeningStore(path: folder.path("old.sqlite"), access: .writing)
    #expect(try store.log().isEmpty)
    #expect(try store.content(Self.content.digest) == Self.content)
    #expect(try store.runs().map(\.radios) == [nil])
    #expect(try store.verdicts(of: 1) == [verdict("imo:9074729")])
    #expect(try store.bystanders(of: 1) == [Self.content.digest])
    #expect(try store.toldRun("https://a.test") == 1)
    let run = try store.begin(start("2"), contents: [], neighbours: [:])
    let wanted = WantedVerdict(
      subject: "imo:9074729", position: 0, inputs: String(repeating: "b", count: 64))
    #expect(try store.carry([wanted], into: run.id) == 1)
    var carried = verdict("imo:9074729")
    carried.isCarried = true
    #expect(try store.verdicts(of: run.id) == [carried])
    #expect(try store.problems() == [])
  }

  /// A finished run with a verdict, as the first version of the tables held it.
  private static let olderRun = """
    INSERT INTO run VALUES (1, '\(String(repeating: "1", count: 64))', '\(content.digest)', 1000,
      'kim', 0, 'done', 1);
    INSERT INTO subject VALUES (1, 'imo:9074729');
    INSERT INTO verdict VALUES (1, 1, 0, NULL, 'review', 300, 1,
      '\(String(repeating: "b", count: 64))', '\(content.digest)', '\(content.digest)', 0);
    INSERT INTO finding VALUES (1, 1, 'gone-dark', 2, 300, 'eu us');
    INSERT INTO bystander VALUES (1, '\(content.digest)');
    """

  @Test func refusesWhatIsNoStore() throws {
    let text = try folder.write("no database at all, and long enough to be one", to: "a.sqlite")
    for (path, reason) in [
      (folder.path("none.sqlite"), StorageError.Reason.missing), (text, .notADatabase),
    ] {
      do {
        _ = try ScreeningStore(path: path, access: .reading)
        Issue.record("\(path) was opened")
      } catch {
        #expect(error.reason == reason)
        #expect(!error.advice.contains("lists"), "\(error)")
      }
    }
  }

  @Test func aSecondWriterWaitsAndIsTold() throws {
    let store = try ScreeningStore(path: path, access: .writing)
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    let other = try DatabaseQueue(path: path, configuration: configuration)
    try store.write { _ in
      #expect(throws: StorageError(.locked, path: path, detail: "database is locked").ofScreenings)
      {
        try ScreeningStore.catching(path) {
          try other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        }
      }
    }
  }

  @Test func saysThatTheDiskIsFull() throws {
    let store = try ScreeningStore(path: path, access: .writing)
    try store.queue.writeWithoutTransaction { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    let large = StoredContent(
      digest: String(repeating: "c", count: 64), size: 1,
      packed: [UInt8](repeating: 7, count: 100_000))
    do {
      try store.save([Self.content, large])
      Issue.record("the content was saved")
    } catch {
      #expect(error.reason == .diskFull)
      #expect(error.isMachineFailure)
    }
    #expect(try store.content(Self.content.digest) == nil)
  }

  @Test func copiesAndCompacts() throws {
    let store = try ScreeningStore(path: path, access: .writing)
    try store.save([Self.content], names: ["list:x": Self.content.digest])
    try store.backup(to: folder.path("copy.sqlite"))
    try store.vacuum()
    let copy = try ScreeningStore(path: folder.path("copy.sqlite"), access: .reading)
    #expect(try copy.digest(named: "list:x") == Self.content.digest)
    #expect(throws: StorageError.self) { try store.backup(to: folder.path("copy.sqlite")) }
  }
}
