import Maritime
public import Watchlists

/// What became of the lists that were to be fetched.
public struct ListUpdateReport: Sendable {
  /// What became of a list.
  public enum Outcome: Hashable, Sendable {
    /// There is a new snapshot.
    case imported(SnapshotSummary)
    /// There would be a new snapshot, if it were no dry run.
    case wouldImport(SnapshotSummary)
    /// The publisher has nothing new.
    case unchanged
    /// The publisher's files are no list, or an implausible one; the store is as it was.
    case refused(message: String, advice: String)
    /// The files could not be fetched; the store is as it was.
    case failed(message: String, advice: String)
  }

  /// A file of a list.
  public struct File: Hashable, Sendable {
    /// The address.
    public let address: String
    /// The size in bytes of what was fetched; `nil` when nothing new was there.
    public let size: Int?
    /// The SHA-256 digest of what was fetched; `nil` when nothing new was there.
    public let digest: String?
    /// How often it was asked for.
    public let tries: Int

    /// Creates a file.
    public init(address: String, size: Int?, digest: String?, tries: Int) {
      self.address = address
      self.size = size
      self.digest = digest
      self.tries = tries
    }
  }

  /// A list.
  public struct List: Hashable, Sendable {
    /// The list's id.
    public let id: String
    /// What became of it.
    public let outcome: Outcome
    /// The files that the server answered for.
    public let files: [File]

    /// Creates a list.
    public init(id: String, outcome: Outcome, files: [File]) {
      self.id = id
      self.outcome = outcome
      self.files = files
    }
  }

  /// The lists, in the order of the manifest.
  public let lists: [List]

  /// Creates a report.
  public init(_ lists: [List]) { self.lists = lists }

  /// 3 when a list could not be fetched, else 2 when one was refused, else 0.
  public var exitCode: Int32 {
    let codes = lists.map { list in
      switch list.outcome {
      case .failed: Int32(3)
      case .refused: Int32(2)
      case .imported, .wouldImport, .unchanged: Int32(0)
      }
    }
    return codes.max() ?? 0
  }

  /// A line for each list, then its files with their digests.
  public func text(style: ReportStyle) -> String {
    var page = TextPage(style)
    for list in lists {
      page.paragraph("\(list.id): \(words(list.outcome))", indent: 0)
      for file in list.files { page.paragraph(words(file), indent: 4, lead: "   ") }
      if let advice = list.outcome.advice { page.paragraph("help: \(advice)", indent: 4) }
    }
    return page.text
  }

  /// A JSON array on one line, with a line end.
  public var json: String { JSONText.array(lists.map(\.json)) + "\n" }

  private func words(_ outcome: Outcome) -> String {
    switch outcome {
    case .imported(let list): "new, \(words(list))"
    case .wouldImport(let list): "would be new, \(words(list))"
    case .unchanged: "unchanged"
    case .refused(let message, _): "refused, \(message)"
    case .failed(let message, _): "not fetched, \(message)"
    }
  }

  private func words(_ list: SnapshotSummary) -> String {
    let rejected = list.rejections == 0 ? "" : ", \(list.rejections.counted("row")) rejected"
    return
      "published \(list.published.dayDescription), \(Quantity.count(list.entries).description) entries, "
      + "\(list.vessels.counted("vessel"))" + rejected
  }

  private func words(_ file: File) -> String {
    let tries = file.tries > 1 ? ", \(file.tries) tries" : ""
    guard let size = file.size, let digest = file.digest else {
      return "\(file.address): not modified\(tries)"
    }
    return "\(file.address): \(size) bytes\(tries), sha256 \(digest)"
  }
}

extension ListUpdateReport.Outcome {
  fileprivate var advice: String? {
    switch self {
    case .refused(_, let advice), .failed(_, let advice): advice
    case .imported, .wouldImport, .unchanged: nil
    }
  }

  fileprivate var word: String {
    switch self {
    case .imported: "imported"
    case .wouldImport: "would_import"
    case .unchanged: "unchanged"
    case .refused: "refused"
    case .failed: "failed"
    }
  }

  fileprivate var summary: SnapshotSummary? {
    switch self {
    case .imported(let list), .wouldImport(let list): list
    case .unchanged, .refused, .failed: nil
    }
  }

  fileprivate var message: String? {
    switch self {
    case .refused(let message, _), .failed(let message, _): message
    case .imported, .wouldImport, .unchanged: nil
    }
  }
}

extension ListUpdateReport.List {
  fileprivate var json: String {
    JSONText.object([
      "list": JSONText.string(id), "outcome": JSONText.string(outcome.word),
      "published": JSONText.optional(outcome.summary?.published.dayDescription),
      "entries": outcome.summary.map { String($0.entries) } ?? "null",
      "message": JSONText.optional(outcome.message),
      "files": JSONText.array(
        files.map { file in
          JSONText.object([
            "address": JSONText.string(file.address),
            "size": file.size.map { String($0) } ?? "null",
            "digest": JSONText.optional(file.digest), "tries": String(file.tries),
          ])
        }),
    ])
  }
}
