import Foundation
public import Maritime
public import Reporting
import Watchlists

/// Which two snapshots to compare.
public struct WatchlistDiff: Sendable {
  /// Two snapshots, or one list of which two snapshots are compared.
  ///
  /// A snapshot is a file, `LIST@DATE`, or the beginning of a digest.
  public var names: [String]
  /// The folder with the lists; the shipped ones when `nil`.
  public var folder: String?
  /// The date of the first snapshot of a list; the last but one when `nil`.
  public var from: UTCTime?
  /// The date of the second snapshot of a list; the newest when `nil`.
  public var to: UTCTime?

  /// Creates a request.
  public init(
    names: [String], folder: String? = nil, from: UTCTime? = nil, to: UTCTime? = nil
  ) {
    self.names = names
    self.folder = folder
    self.from = from
    self.to = to
  }
}

/// Compares two snapshots of one list.
///
/// - Returns: What was added, de-listed and changed.
/// - Throws: `WorkflowError.badInput` when a name is no snapshot, or the two are not of one list.
public func diffWatchlists(_ request: WatchlistDiff) throws -> ListDiffReport {
  let choice = SnapshotChoice(folder: request.folder)
  let (old, new) =
    if request.names.count == 1 {
      try choice.pair(of: request.names[0], from: request.from, to: request.to)
    } else {
      (try choice.snapshot(request.names[0]), try choice.snapshot(request.names[1]))
    }
  guard old.summary.list == new.summary.list else {
    throw WorkflowError.badInput(
      path: nil,
      message: "'\(old.summary.list)' and '\(new.summary.list)' are two lists, whose entries have "
        + "numbers of their own",
      advice: "name two snapshots of one list")
  }
  return ListDiffReport(SnapshotDifference(from: old, to: new))
}

/// Finds snapshots by what a user calls them.
private struct SnapshotChoice {
  /// The fewest digits of a digest that name a snapshot, as in git.
  private static let shortestDigest = 4

  let folder: String?

  func snapshot(_ name: String) throws -> Snapshot {
    if FileManager.default.fileExists(atPath: name) { return try snapshot(ofFile: name) }
    let parts = name.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2 {
      guard let date = UTCTime(parts[1]) else {
        throw WorkflowError.badInput(
          path: nil, message: "'\(parts[1])' is no date",
          advice: "write it as in \(parts[0])@2024-05-03")
      }
      return try snapshot(of: parts[0], at: date, in: try history())
    }
    return try snapshot(digest: name)
  }

  func pair(of list: String, from: UTCTime?, to: UTCTime?) throws -> (Snapshot, Snapshot) {
    let history = try history()
    let new = try to.map { try snapshot(of: list, at: $0, in: history) }
    let old = try from.map { try snapshot(of: list, at: $0, in: history) }
    let all = history.filter { $0.summary.list == list }
    guard let last = all.last else { throw noList(list, history.map(\.summary)) }
    if let old, let new { return (old, new) }
    if let old { return (old, try last.load()) }
    let limit = new?.summary ?? last.summary
    guard let before = all.last(where: { $0.summary.published < limit.published }) else {
      throw WorkflowError.badInput(
        path: nil, message: "there is one snapshot of '\(list)' and none before it",
        advice: "import an older or newer one, or name two files")
    }
    return (try before.load(), try new ?? last.load())
  }

  private typealias History = [(summary: SnapshotSummary, load: () throws -> Snapshot)]

  private func history() throws -> History {
    try ListFolder(path: folder ?? HomeFolder().watchlists).history()
      .enumerated().sorted {
        ($0.element.summary.list, $0.element.summary.published, $0.offset)
          < ($1.element.summary.list, $1.element.summary.published, $1.offset)
      }.map(\.element)
  }

  /// The snapshot that was the newest on a day, the whole day counting.
  private func snapshot(of list: String, at date: UTCTime, in history: History) throws -> Snapshot {
    let all = history.filter { $0.summary.list == list }
    guard !all.isEmpty else { throw noList(list, history.map(\.summary)) }
    let isDay = date == UTCTime(date.date)
    let found = all.last {
      $0.summary.published <= date || (isDay && $0.summary.published.date == date.date)
    }
    guard let found else {
      throw WorkflowError.badInput(
        path: nil, message: "no snapshot of '\(list)' is as old as \(date.dayDescription)",
        advice: "the oldest is of \(all[0].summary.published.dayDescription)")
    }
    return try found.load()
  }

  private func snapshot(digest: String) throws -> Snapshot {
    let history = try history()
    let found = history.filter {
      digest.utf8.count >= Self.shortestDigest && $0.summary.digest.hasPrefix(digest.lowercased())
    }
    guard let first = found.first, found.count == 1 else {
      let message =
        found.isEmpty
        ? "'\(digest)' is no file and no digest of a snapshot"
        : "\(found.count) snapshots have a digest that begins with '\(digest)'"
      throw WorkflowError.badInput(
        path: nil, message: message,
        advice: "name files, LIST@DATE, or digests as lists status --json shows them")
    }
    return try first.load()
  }

  private func snapshot(ofFile path: String) throws -> Snapshot {
    let snapshots = try ListFolder.snapshots(ofFiles: [path])
    guard let snapshot = snapshots.first, snapshots.count == 1 else {
      throw WorkflowError.badInput(
        path: path, message: "it holds \(snapshots.count) lists",
        advice: "import it, and compare with LIST@DATE")
    }
    return snapshot
  }

  private func noList(_ list: String, _ known: [SnapshotSummary]) -> WorkflowError {
    let names = Set(known.map(\.list)).sorted().joined(separator: ", ")
    return .badInput(
      path: nil, message: "there is no snapshot of '\(list)'",
      advice: names.isEmpty ? "import lists first" : "there are \(names)")
  }
}
