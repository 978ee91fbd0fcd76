import Downloads
import Foundation
import InputFiles
import Maritime
public import Reporting
import Storage
import StrictYAML
import Watchlists

/// Which lists to fetch, and where they go.
public struct WatchlistUpdate: Sendable {
  /// The folder that holds, or shall hold, the lists.
  public var folder: String
  /// The manifest with the addresses; the shipped one when `nil`.
  public var manifest: String?
  /// The ids of the lists to fetch; all that have addresses when empty.
  public var lists: [String]
  /// Whether to fetch and check, and to change nothing.
  public var isDryRun: Bool
  /// Whether a list may lose more than a fifth of its entries.
  public var allowShrinking: Bool

  /// Creates a request.
  public init(
    folder: String, manifest: String? = nil, lists: [String] = [], isDryRun: Bool = false,
    allowShrinking: Bool = false
  ) {
    self.folder = folder
    self.manifest = manifest
    self.lists = lists
    self.isDryRun = isDryRun
    self.allowShrinking = allowShrinking
  }
}

/// Fetches lists from their publishers and imports those that changed.
///
/// Each list stands alone: one that fails leaves its snapshot as it was, and the others go on.
///
/// - Returns: What became of each list.
/// - Throws: `WorkflowError` when the manifest cannot be read or a list is not in it.
public func updateWatchlists(_ request: WatchlistUpdate) async throws -> ListUpdateReport {
  try await updateWatchlists(request, with: Downloader())
}

/// Does the same with a downloader of a test.
func updateWatchlists(
  _ request: WatchlistUpdate, with downloader: Downloader
) async throws -> ListUpdateReport {
  let sources = try chosenLists(of: request)
  var lists: [ListUpdateReport.List] = []
  for source in sources {
    var update = ListUpdate(source: source, request: request, downloader: downloader)
    let outcome: ListUpdateReport.Outcome
    do {
      outcome = try await update.run()
    } catch let error as DownloadError {
      outcome = .failed(
        message: "\(error.address): \(error.message)", advice: error.advice)
    } catch let error as WorkflowError {
      outcome = try refusal(error)
    }
    lists.append(ListUpdateReport.List(id: source.id, outcome: outcome, files: update.files))
  }
  return ListUpdateReport(lists)
}

/// Files that are no list are the publisher's mistake, and end only the one list.
private func refusal(_ error: WorkflowError) throws -> ListUpdateReport.Outcome {
  switch error {
  case .badInput(let path, let message, let advice):
    .refused(message: [path, message].compactMap(\.self).joined(separator: ": "), advice: advice)
  case .diagnostics(let diagnostics, _):
    .refused(
      message: diagnostics.first?.message ?? "it is no list",
      advice: "fetch it by hand and look at it")
  case .machineFailed: throw error
  }
}

private func chosenLists(of request: WatchlistUpdate) throws -> [WatchlistManifest.List] {
  let path = try request.manifest ?? HomeFolder().watchlists + "/manifest.yaml"
  let bytes = try InputFile.readAll(path: path, limit: 1 << 20)
  let (manifest, diagnostics) = WatchlistManifest.read(bytes, file: path)
  guard let manifest else {
    throw WorkflowError.diagnostics(diagnostics, sources: [path: bytes])
  }
  let offered = manifest.lists.filter { $0.format != nil && !$0.files.isEmpty }
  for id in request.lists where !offered.contains(where: { $0.id == id }) {
    let page = manifest.lists.first { $0.id == id }?.page
    throw WorkflowError.badInput(
      path: path, message: "it has no address for the list '\(id)'",
      advice: page.map { "fetch it from \($0) and use lists import" }
        ?? "it has addresses for \(offered.map(\.id).joined(separator: ", "))")
  }
  return request.lists.isEmpty ? offered : offered.filter { request.lists.contains($0.id) }
}

/// The update of one list.
private struct ListUpdate {
  let source: WatchlistManifest.List
  let request: WatchlistUpdate
  let downloader: Downloader
  private(set) var files: [ListUpdateReport.File] = []

  private typealias Fetched = [(address: String, download: Download)]

  init(source: WatchlistManifest.List, request: WatchlistUpdate, downloader: Downloader) {
    self.source = source
    self.request = request
    self.downloader = downloader
  }

  mutating func run() async throws -> ListUpdateReport.Outcome {
    let known = try knownFiles()
    var fetched: Fetched = []
    for address in source.files {
      fetched.append((address, try await fetch(address, known: known[address])))
    }
    if fetched.allSatisfy({ $0.download.content == nil }) { return .unchanged }
    // Files that belong together are read together, so the unchanged ones are needed too.
    for index in fetched.indices where fetched[index].download.content == nil {
      fetched[index].download = try await fetch(fetched[index].address, known: nil)
    }
    return try importing(fetched)
  }

  private func knownFiles() throws -> [String: WatchlistStore.DownloadedFile] {
    let store = request.folder + "/" + ListFolder.storeName
    guard FileManager.default.fileExists(atPath: store) else { return [:] }
    return try WatchlistStore(folder: request.folder, access: .reading)
      .downloadedFiles(source.files)
  }

  private mutating func fetch(
    _ address: String, known: WatchlistStore.DownloadedFile?
  ) async throws -> Download {
    let download = try await downloader.fetch(
      DownloadRequest(
        address: address, entityTag: known?.entityTag, lastModified: known?.lastModified))
    files.removeAll { $0.address == address }
    files.append(
      ListUpdateReport.File(
        address: address, size: download.content?.count,
        digest: download.content.map { Digest(of: $0).description }, tries: download.tries))
    return download
  }

  private func importing(_ fetched: Fetched) throws -> ListUpdateReport.Outcome {
    let snapshot = try snapshot(of: fetched)
    let outcome: ImportOutcome
    if request.isDryRun {
      outcome = try outcomeOfDryRun(snapshot.summary)
    } else {
      let store = try WatchlistStore(folder: request.folder, access: .writing)
      outcome = try store.importSnapshot(snapshot, allowShrinking: request.allowShrinking)
      if outcome == .added || outcome == .alreadyThere { try store.note(notes(fetched)) }
    }
    switch outcome {
    case .added:
      return request.isDryRun ? .wouldImport(snapshot.summary) : .imported(snapshot.summary)
    case .alreadyThere: return .unchanged
    case .refused(let refusal):
      return .refused(
        message: refusal.description, advice: "pass --allow-shrinking once you have checked it")
    }
  }

  private func outcomeOfDryRun(_ summary: SnapshotSummary) throws -> ImportOutcome {
    let store = request.folder + "/" + ListFolder.storeName
    guard FileManager.default.fileExists(atPath: store) else { return .added }
    return try WatchlistStore(folder: request.folder, access: .reading)
      .outcome(ofImporting: summary, allowShrinking: request.allowShrinking)
  }

  /// The list that the files make, dated by its content, or else by the server.
  private func snapshot(of fetched: Fetched) throws -> Snapshot {
    let files = fetched.map { address, download in
      WatchlistFile(name: Self.name(of: address), bytes: download.content ?? [])
    }
    let reading = try ListFolder.read(files, as: nil)
    guard let list = reading.lists.first, reading.lists.count == 1, list.list == source.id,
      list.format == source.format
    else {
      let found = reading.lists.map { "\($0.list) in the format \($0.format)" }
      throw WorkflowError.badInput(
        path: nil,
        message: "the files hold \(found.joined(separator: ", ")) instead of \(source.id) in the "
          + "format \(source.format ?? "none")",
        advice: "correct the manifest, or open the publisher's page")
    }
    let date = fetched.compactMap(\.download.date).max().map { UTCTime($0.date) }
    guard let snapshot = list.snapshot() ?? list.snapshot(fileTime: date) else {
      throw WorkflowError.badInput(
        path: nil, message: "neither the list nor the server says when it was published",
        advice: "fetch it by hand and use lists import --published DATE")
    }
    return snapshot
  }

  private func notes(_ fetched: Fetched) -> [WatchlistStore.DownloadedFile] {
    fetched.map { address, download in
      let content = download.content ?? []
      return WatchlistStore.DownloadedFile(
        address: address, entityTag: download.entityTag, lastModified: download.lastModified,
        digest: Digest(of: content).description, size: content.count)
    }
  }

  /// The last part of the path, such as `SDN.CSV`.
  private static func name(of address: String) -> String {
    URL(string: address).map(\.lastPathComponent).flatMap { $0.isEmpty ? nil : $0 } ?? address
  }
}
