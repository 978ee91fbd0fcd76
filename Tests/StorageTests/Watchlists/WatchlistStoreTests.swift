import Foundation
import GRDB
import Maritime
import Testing
import Watchlists

@testable import Storage

struct WatchlistStoreTests {
  @Test func keepsEverythingOfASnapshot() throws {
    try withFolder { folder in
      let snapshot = try fullSnapshot()
      let store = try WatchlistStore(folder: folder, access: .writing)
      #expect(try store.importSnapshot(snapshot) == .added)
      let again = try WatchlistStore(folder: folder, access: .reading)
      #expect(try again.loadCurrentSnapshots() == [snapshot])
      #expect(try again.status() == [snapshot.summary])
    }
  }

  @Test func addsNothingTheSecondTime() throws {
    try withFolder { folder in
      let store = try WatchlistStore(folder: folder, access: .writing)
      let snapshot = try list(entries: 3, published: "2024-01-31")
      #expect(try store.importSnapshot(snapshot) == .added)
      #expect(try store.importSnapshot(snapshot) == .alreadyThere)
      #expect(try store.allSnapshots().count == 1)
    }
  }

  @Test func keepsHistory() throws {
    try withFolder { folder in
      let store = try WatchlistStore(folder: folder, access: .writing)
      let snapshots = try [
        list(entries: 10, published: "2024-03-31"), list(entries: 5, published: "2024-01-31"),
        list(entries: 9, published: "2024-03-31"),
      ]
      // The second is older than the first and may be smaller: it did not lose anything.
      for snapshot in snapshots { #expect(try store.importSnapshot(snapshot) == .added) }
      #expect(try store.allSnapshots().map(\.summary.entries) == [5, 10, 9])
      #expect(try store.status().map(\.entries) == [9])
      let february = UTCTime("2024-02-15")
      #expect(try store.currentSnapshots(knownAsOf: february).map(\.summary.entries) == [5])
      #expect(try store.currentSnapshots(knownAsOf: UTCTime("2023-01-01")).isEmpty)
    }
  }

  @Test(arguments: [(100, 80, false), (100, 79, true), (5, 4, false), (5, 3, true)])
  func refusesAListThatShrank(_ before: Int, _ after: Int, isRefused: Bool) throws {
    try withFolder { folder in
      let store = try WatchlistStore(folder: folder, access: .writing)
      #expect(try store.importSnapshot(list(entries: before, published: "2024-01-31")) == .added)
      let smaller = try list(entries: after, published: "2024-02-29")
      let refusal = ImportOutcome.refused(.shrunk(list: "fleet", from: before, to: after))
      #expect(try store.importSnapshot(smaller) == (isRefused ? refusal : .added))
      #expect(try store.status().map(\.entries) == [isRefused ? before : after])
      if isRefused {
        #expect(try store.importSnapshot(smaller, allowShrinking: true) == .added)
      }
    }
  }

  @Test func saysWhatARefusalMeans() {
    #expect(
      ImportRefusal.shrunk(list: "ofac-sdn", from: 100, to: 60).description == """
        'ofac-sdn' would shrink from 100 to 60 entries (40 % fewer); fetch the file again, or allow \
        shrinking if the publisher really removed them
        """)
  }

  @Test func refusesAnEmptyList() throws {
    try withFolder { folder in
      let store = try WatchlistStore(folder: folder, access: .writing)
      let outcome = try store.importSnapshot(list(entries: 0, published: "2024-01-31"))
      #expect(outcome == .refused(.empty(list: "fleet")))
      #expect(try store.status().isEmpty)
    }
  }

  @Test func anImportThatBreaksOffLeavesTheOldSnapshot() throws {
    try withFolder { folder in
      let store = try WatchlistStore(folder: folder, access: .writing)
      let old = try list(entries: 2, published: "2024-01-31")
      #expect(try store.importSnapshot(old) == .added)
      // Rejections are written last, so by then all entries of the new list are there.
      try store.queue.write { database in
        try database.execute(
          sql: """
            CREATE TRIGGER power_cut BEFORE INSERT ON rejection
            BEGIN SELECT RAISE(ABORT, 'power cut'); END
            """)
      }
      #expect(reason { try store.importSnapshot(fullSnapshot(list: "fleet")) } == .other)
      let after = try WatchlistStore(folder: folder, access: .reading)
      #expect(try after.loadCurrentSnapshots() == [old])
      #expect(try after.allSnapshots().count == 1)
    }
  }

  /// SQLite says the same when the disk is full as when a database may not grow.
  @Test func aFullDiskLeavesTheOldSnapshot() throws {
    try withFolder { folder in
      let store = try WatchlistStore(folder: folder, access: .writing)
      let old = try list(entries: 2, published: "2024-01-31")
      #expect(try store.importSnapshot(old) == .added)
      try store.queue.writeWithoutTransaction { database in
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        try database.execute(sql: "PRAGMA max_page_count = \(pages)")
      }
      let new = try list(entries: 2000, published: "2024-02-29")
      #expect(reason { try store.importSnapshot(new) } == .diskFull)
      let after = try WatchlistStore(folder: folder, access: .reading)
      #expect(try after.loadCurrentSnapshots() == [old])
    }
  }

  @Test func refusesOtherFiles() throws {
    try withFolder { folder in
      #expect(reason { try WatchlistStore(folder: folder, access: .reading) } == .missing)
      let path = folder + "/watchlists.sqlite"
      try "this is a letter, not a database, and long enough to look like one\n"
        .write(toFile: path, atomically: true, encoding: .utf8)
      #expect(reason { try WatchlistStore(folder: folder, access: .writing) } == .notADatabase)
      #expect(reason { try WatchlistStore(folder: folder, access: .reading) } == .notADatabase)
      #expect(reason { try WatchlistStore(folder: path, access: .writing) } == .readOnly)
    }
  }

  @Test func refusesANewerStore() throws {
    try withFolder { folder in
      let store = try WatchlistStore(folder: folder, access: .writing)
      try store.queue.write { database in
        try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('99-from-the-future')")
      }
      #expect(reason { try WatchlistStore(folder: folder, access: .writing) } == .newerSchema)
      #expect(reason { try WatchlistStore(folder: folder, access: .reading) } == .newerSchema)
    }
  }

  @Test func aReaderChangesNothing() throws {
    try withFolder { folder in
      _ = try WatchlistStore(folder: folder, access: .writing)
      let reader = try WatchlistStore(folder: folder, access: .reading)
      let snapshot = try list(entries: 1, published: "2024-01-31")
      #expect(reason { try reader.importSnapshot(snapshot) } == .readOnly)
    }
  }

  @Test(arguments: StorageError.Reason.allCases)
  func givesAdvice(_ reason: StorageError.Reason) {
    let text = StorageError(reason, path: "lists/watchlists.sqlite").description
    #expect(text.hasPrefix("lists/watchlists.sqlite: "))
    #expect(text.contains("; "))
  }

  private func reason<Value>(_ body: () throws -> Value) -> StorageError.Reason? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? StorageError)?.reason
    }
  }
}

/// Runs a test in a folder of its own and removes it afterwards.
private func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "pratique-\(UUID())")
  defer { try? FileManager.default.removeItem(at: folder) }  // the system clears what stays
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  try body(folder.path)
}

private func list(entries: Int, published: String) throws -> Snapshot {
  let names = (0..<entries).map { "\($0),Vessel,SAMPLE \($0)\n" }.joined()
  let file = WatchlistFile(
    name: "fleet_\(published).csv", bytes: Array(("id,schema,name\n" + names).utf8))
  if let snapshot = readWatchlists([file]).lists.first?.snapshot() { return snapshot }
  let full = try list(entries: 1, published: published)
  return full.emptied
}

/// One entry with every part filled in, and a rejection.
private func fullSnapshot(list: String = "my-fleet") throws -> Snapshot {
  let text = """
    list: \(list)
    published: 2026-01-31
    entries:
      - name: MAIA-1
        imo: 9358010
        mmsi: 273000001
        call_sign: UBRH7
        aliases: [MAIYA]
        former_names: [OLD MAIA]
        listed_from: 2025-04-01
        delisted_at: 2026-01-01
        measures: [asset_freeze, port_ban]
        regime: eu
        authority: an authority
        flag: RU
        type: general cargo
        built: 1998
        gross_tonnage: 9611
        country: RU
        owner: SAMPLE OWNER
        linked_to: [TRANSMORFLOT LLC]
        remarks: seen
        source: a paper
      - name: SAMPLE
        schema: Company
        imo_company: 6016988
    """
  let file = WatchlistFile(name: "fleet.yaml", bytes: Array(text.utf8))
  let read = try #require(readWatchlists([file]).lists.first?.snapshot())
  let rejection = Rejection(reason: "no-name", file: "fleet.yaml", line: 99, detail: "x")
  return Snapshot(
    summary: read.summary.with(rejections: 1), designations: read.designations,
    rejections: [rejection])
}

extension Snapshot {
  fileprivate var emptied: Snapshot {
    Snapshot(summary: summary.with(entries: 0, vessels: 0), designations: [], rejections: [])
  }
}

extension SnapshotSummary {
  fileprivate func with(
    entries: Int? = nil, vessels: Int? = nil, rejections: Int? = nil
  ) -> SnapshotSummary {
    SnapshotSummary(
      list: list, publisher: publisher, format: format, regimes: regimes,
      regimesWithoutVessels: regimesWithoutVessels, hasDates: hasDates, published: published,
      publishedBasis: publishedBasis, digest: digest, entries: entries ?? self.entries,
      vessels: vessels ?? self.vessels, rejections: rejections ?? self.rejections)
  }
}
