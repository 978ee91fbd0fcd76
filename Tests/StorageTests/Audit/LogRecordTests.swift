import Foundation
import GRDB
import Maritime
import TestSupport
import Testing

@testable import Storage

struct LogRecordTests {
  private let folder: TemporaryFolder
  private let store: ScreeningStore

  init() throws {
    folder = try TemporaryFolder()
    store = try ScreeningStore(path: folder.path("s.sqlite"), access: .writing)
    for number in 1...4 {
      try store.append(at: UTCTime(seconds: number), by: "kim") { log in
        "{\"number\":\(log.count)}"
      }
    }
  }

  @Test func chainsEachRecordToTheOneBefore() throws {
    let log = try store.log()
    #expect(log.map(\.act) == (0...3).map { "{\"number\":\($0)}" })
    #expect(log.first?.before == LogRecord.beginning)
    #expect(zip(log, log.dropFirst()).allSatisfy { $0.digest == $1.before })
    #expect(BrokenRecord(in: log) == nil)
    #expect(BrokenRecord(in: []) == nil)
  }

  @Test(arguments: [
    ("UPDATE log SET act = '{}' WHERE number = 3", 3),
    ("UPDATE log SET actor = 'lee' WHERE number = 1", 1),
    ("UPDATE log SET at = 0 WHERE number = 4", 4),
    ("DELETE FROM log WHERE number = 2", 2),
    ("UPDATE log SET before = '\(LogRecord.beginning)' WHERE number = 2", 2),
  ])
  func namesTheFirstBrokenRecord(_ change: String, number: Int) throws {
    #expect(throws: StorageError.self, "the table refuses it") {
      try store.write { try $0.execute(sql: change) }
    }
    try store.write { database in
      try database.execute(sql: "DROP TRIGGER log_is_never_changed")
      try database.execute(sql: "DROP TRIGGER log_is_never_shortened")
      try database.execute(sql: change)
    }
    #expect(BrokenRecord(in: try store.log())?.number == number)
  }

  @Test func leavesTheLogWhenNothingIsDecided() throws {
    struct Refusal: Error {}
    #expect(throws: Refusal.self) {
      try store.append(at: UTCTime(seconds: 9), by: "kim") { _ in throw Refusal() }
    }
    #expect(try store.log().count == 4)
  }
}
