import Foundation
import InputFiles
import Maritime
import Storage
import StrictYAML
import Watchlists

/// A folder with watchlists: a store of imported snapshots, list files, or both.
struct ListFolder: Sendable {
  /// The name of the store in the folder.
  static let storeName = "watchlists.sqlite"

  /// The folder as the user gave it.
  let path: String

  /// Every snapshot that was published by `knownAsOf`.
  ///
  /// - Parameters:
  ///   - knownAsOf: The latest published date to use; `nil` for all.
  ///   - others: Further list files, such as those of an example.
  /// - Returns: The snapshots of the store, then those of loose files.
  /// - Throws: `WorkflowError.badInput` when there is no list at all.
  func snapshots(knownAsOf: UTCTime? = nil, others: [String] = []) throws -> [Snapshot] {
    let files = try listFiles() + others
    let stored = try storedSnapshots()
    let loose = try Self.snapshots(ofFiles: files)
    guard !stored.isEmpty || !loose.isEmpty else {
      throw WorkflowError.badInput(
        path: path, message: "the folder holds no watchlist",
        advice: "import some with: pratique lists import FILE… --lists \(path)")
    }
    return (stored + loose).filter { snapshot in
      knownAsOf.map { snapshot.summary.published <= $0 } ?? true
    }
  }

  /// Every snapshot in the store, so that earlier ones tell what was listed when.
  ///
  /// Of two of one day only the one that was imported later counts: it corrects the first.
  private func storedSnapshots() throws -> [Snapshot] {
    guard let store = try openedStore() else { return [] }
    var latest: [StoredKey: WatchlistStore.StoredSnapshot] = [:]
    for stored in try store.allSnapshots() { latest[StoredKey(stored.summary)] = stored }
    return try latest.values.sorted { $0.id < $1.id }.map { try store.loadSnapshot($0) }
  }

  private struct StoredKey: Hashable {
    let list: String
    let published: UTCTime

    init(_ summary: SnapshotSummary) { (list, published) = (summary.list, summary.published) }
  }

  private func openedStore() throws -> WatchlistStore? {
    let store = URL(filePath: path).appending(path: Self.storeName).path
    guard FileManager.default.fileExists(atPath: store) else { return nil }
    return try WatchlistStore(folder: path, access: .reading)
  }

  /// What every snapshot of the folder is, and how to load it: by list, date and import.
  func history() throws -> [(summary: SnapshotSummary, load: () throws -> Snapshot)] {
    var found: [(summary: SnapshotSummary, load: () throws -> Snapshot)] = []
    if let store = try openedStore() {
      for stored in try store.allSnapshots() {
        found.append((stored.summary, { try store.loadSnapshot(stored) }))
      }
    }
    for snapshot in try Self.snapshots(ofFiles: listFiles()) {
      found.append((snapshot.summary, { snapshot }))
    }
    return found
  }

  /// The manifest names publishers' addresses, and decisions are about lists: neither is one.
  private func listFiles() throws -> [String] {
    try files(at: path, extensions: ["yaml", "yml", "csv", "xml", "json"])
      .filter { !$0.hasSuffix("/manifest.yaml") && !$0.hasSuffix("/" + DecisionFolder.fileName) }
  }

  /// Reads list files that were not imported.
  ///
  /// - Throws: `WorkflowError` when a file is no list or has no date.
  static func snapshots(ofFiles paths: [String]) throws -> [Snapshot] {
    guard !paths.isEmpty else { return [] }
    let reading = try readListFiles(paths, format: nil)
    return try reading.lists.map { list in
      try snapshot(of: list, published: nil)
    }
  }

  /// Reads list files; a file that is no list is an error, because a list left out clears vessels.
  static func readListFiles(_ paths: [String], format: WatchlistFormat?) throws -> WatchlistReading
  {
    let files = try paths.map {
      WatchlistFile(name: $0, bytes: try InputFile.readAll(path: $0, limit: largestWatchlistFile))
    }
    return try read(files, as: format)
  }

  /// Reads files that are all lists.
  static func read(_ files: [WatchlistFile], as format: WatchlistFormat?) throws -> WatchlistReading
  {
    let reading = readWatchlists(files, as: format)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      let sources = Dictionary(files.map { ($0.name, $0.bytes) }) { first, _ in first }
      throw WorkflowError.diagnostics(errors, sources: sources)
    }
    if let problem = reading.problems.first {
      throw WorkflowError.badInput(
        path: problem.file,
        message: "line \(problem.line): \(problem.reason)\(problem.detail.map { ": \($0)" } ?? "")",
        advice: "fetch the file again, or name its format with --as (see docs/watchlists.md)")
    }
    return reading
  }

  /// Settles when a list was published, in the end by the time of its file.
  static func snapshot(of list: UnpublishedList, published: UTCTime?) throws -> Snapshot {
    if let snapshot = list.snapshot(published: published) { return snapshot }
    let modified = list.files.compactMap(Self.modificationDay).max()
    guard let snapshot = list.snapshot(fileTime: modified) else {
      throw WorkflowError.badInput(
        path: list.files.first, message: "nothing says when '\(list.list)' was published",
        advice: "name the day with --published, such as --published 2024-05-03")
    }
    return snapshot
  }

  private static func modificationDay(_ path: String) -> UTCTime? {
    // A file that vanished since it was read has no time; then the user is asked for the date.
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let date = attributes?[.modificationDate] as? Date else { return nil }
    return UTCTime(UTCTime(seconds: Int(date.timeIntervalSince1970)).date)
  }
}
