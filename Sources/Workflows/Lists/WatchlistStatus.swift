public import Maritime
public import Reporting
import Screening
import Watchlists

/// Which lists to describe, and by what they are judged.
public struct WatchlistStatus: Sendable {
  /// The folder with the lists; the shipped ones when `nil`.
  public var folder: String?
  /// The day for which to tell how young the lists are; `nil` tells it for none.
  public var asOf: UTCTime?
  /// The policy file that says how young they must be; the shipped one when `nil`.
  public var policyFile: String?
  /// The chosen regimes, for which there must be lists.
  public var regimes: [String]

  /// Creates a request.
  public init(
    folder: String? = nil, asOf: UTCTime? = nil, policyFile: String? = nil, regimes: [String] = []
  ) {
    self.folder = folder
    self.asOf = asOf
    self.policyFile = policyFile
    self.regimes = regimes
  }
}

/// The current snapshot of each list in a folder, and how young it is on a day.
///
/// Never by the clock: without a day no age is told (`docs/decisions/0004-as-of.md`).
///
/// - Returns: The snapshots, by list.
/// - Throws: `WorkflowError` or `StorageError` when the lists or the policy cannot be read.
public func watchlistStatus(_ request: WatchlistStatus) throws -> ListStatusReport {
  let folder = ListFolder(path: try request.folder ?? HomeFolder().watchlists)
  let summaries = try folder.history().map(\.summary)
  if let asOf = request.asOf {
    let policy = try ScreeningMaterial.policy(
      ScreeningMaterial.policyFile(
        request.policyFile ?? HomeFolder().rules + "/policy.yaml"))
    let regimes = request.regimes.isEmpty ? policy.regimes : request.regimes
    return ListStatusReport(
      ListFreshness(of: summaries, regimes: regimes, policy: policy, asOf: asOf))
  }
  let newest = Dictionary(grouping: summaries, by: \.list).compactMap { _, versions in
    // Of two of one day the later import counts.
    versions.reduce(nil as SnapshotSummary?) { best, next in
      best.map { $0.published > next.published ? $0 : next } ?? next
    }
  }
  return ListStatusReport(newest)
}
