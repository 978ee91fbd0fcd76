public import Maritime
public import Reporting
import Storage
import Watchlists

/// What to import, and how.
public struct WatchlistImport: Sendable {
  /// The files; those that belong together, such as OFAC's four, are joined.
  public let files: [String]
  /// The folder that holds, or shall hold, the lists.
  public let folder: String
  /// The format of all files; `nil` recognises each.
  public let format: String?
  /// When the publisher published the lists, for files that do not say.
  public let published: UTCTime?
  /// Whether a list may lose more than a fifth of its entries.
  public let allowShrinking: Bool

  /// Creates a request.
  public init(
    files: [String], folder: String, format: String? = nil, published: UTCTime? = nil,
    allowShrinking: Bool = false
  ) {
    self.files = files
    self.folder = folder
    self.format = format
    self.published = published
    self.allowShrinking = allowShrinking
  }
}

/// Imports list files into the store of a folder.
///
/// All files are read before anything is written; then each list is one transaction.
///
/// - Returns: What was imported, by list.
/// - Throws: `WorkflowError.badInput` for a file that is no list, or a list that shrank too much.
public func importWatchlists(_ request: WatchlistImport) throws -> ListImportReport {
  let format = try request.format.map(namedFormat)
  let reading = try ListFolder.readListFiles(request.files, format: format)
  let snapshots = try reading.lists.map {
    try ListFolder.snapshot(of: $0, published: request.published)
  }
  let store = try WatchlistStore(folder: request.folder, access: .writing)
  let lists = try snapshots.map { snapshot in
    let outcome = try store.importSnapshot(snapshot, allowShrinking: request.allowShrinking)
    if case .refused(let refusal) = outcome {
      throw WorkflowError.badInput(
        path: nil, message: refusal.description,
        advice: "pass --allow-shrinking once you have checked the list")
    }
    return ListImportReport.List(
      summary: snapshot.summary, isNew: outcome == .added, rejections: snapshot.rejections)
  }
  return ListImportReport(lists)
}

private func namedFormat(_ name: String) throws -> WatchlistFormat {
  if let format = WatchlistFormat.named(name) { return format }
  let names = WatchlistFormat.all.map(\.id).joined(separator: ", ")
  throw WorkflowError.badInput(
    path: nil, message: "'\(name)' is no format of a watchlist", advice: "the formats are \(names)")
}
