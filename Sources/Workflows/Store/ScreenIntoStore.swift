import Foundation
public import Maritime
import Reporting
import RuleLanguage
import Screening
public import Storage

/// A screening whose verdicts are kept, so that they can be decided on and reproduced.
public struct StoreScreeningRequest: Sendable {
  /// What to screen.
  public var screening: ScreeningRequest
  /// The store's file; the user's own when `nil`.
  public var store: String?
  /// When it is done, for the log; verdicts do not depend on it.
  public var at: UTCTime
  /// Who does it.
  public var actor: String
  /// Whether verdicts of earlier runs from the same inputs are taken over.
  public var carries: Bool
  /// Told after each batch how many vessels have a verdict, of how many.
  public var progress: (@Sendable (Int, Int) -> Void)?

  /// Creates a request.
  public init(
    screening: ScreeningRequest, store: String? = nil, at: UTCTime, actor: String,
    carries: Bool = true, progress: (@Sendable (Int, Int) -> Void)? = nil
  ) {
    self.screening = screening
    self.store = store
    self.at = at
    self.actor = actor
    self.carries = carries
    self.progress = progress
  }
}

/// A run that is in the store.
public struct StoreScreening: Sendable {
  /// The store.
  public let store: ScreeningStore
  /// The run.
  public let run: StoredRun
  /// The verdicts that were made anew, in order; empty when earlier ones could be taken over.
  let screened: [Verdict]
  /// How many were taken over from earlier runs.
  public let carried: Int
  /// How many an interrupted run had made already.
  public let resumed: Int
  let policy: Policy
  let statistics: DetectionStatistics
  let rejections: [Rejection]
  let all: @Sendable () async throws -> [Verdict]

  /// Every verdict of the run, also those that an interrupted run had made already.
  public func whole() async throws -> ScreeningResult {
    ScreeningResult(
      verdicts: resumed == 0 ? screened : try await all(), statistics: statistics,
      factRejections: rejections)
  }
}

/// Screens vessels and keeps each verdict with everything it depends on.
///
/// A batch of verdicts is written whole or not at all. A run of the same inputs that was
/// interrupted is continued where it stopped.
///
/// - Throws: `WorkflowError`, `InputFileError` or `StorageError`.
public func screenIntoStore(_ request: StoreScreeningRequest) async throws -> StoreScreening {
  let store = try openStore(request.store, access: .writing)
  let prepared = try await PreparedScreening(
    request.screening, suppressions: try CaseBook(store.log()).exceptions,
    pages: request.carries ? FactPages(store: store) : nil)
  let manifest = try RunManifest(
    prepared.material, gazetteer: prepared.library.gazetteer, in: store)
  let threads = request.screening.detection.threads
  let digests = try await FleetDigests(
    prepared.keys, in: prepared, manifest: manifest.digest, threads: threads)
  try store.save(manifest.contents, names: manifest.names)
  let run = try begin(request, prepared, digests, manifest, in: store)
  var progress = RunProgress(
    store: store, run: run, prepared: prepared, digests: digests, request: request)
  try await progress.finish()
  return StoreScreening(
    store: store, run: run, screened: progress.screened, carried: progress.carried,
    resumed: progress.resumed, policy: prepared.terms.policy, statistics: prepared.statistics,
    rejections: prepared.rejections + progress.rejections,
    all: { try await prepared.verdicts(of: prepared.keys[...], threads: threads).verdicts })
}

/// Begins a run with what it needs to be reproduced beside manifest and verdicts.
private func begin(
  _ request: StoreScreeningRequest, _ prepared: PreparedScreening, _ digests: FleetDigests,
  _ manifest: RunManifest, in store: ScreeningStore
) throws -> StoredRun {
  let radios = try StoredContent(of: RadioPages.bytes(of: prepared.records.pairs))
  let around = try digests.neighbours.map { key in
    (key.text, try StoredContent(of: prepared.records.record(key).content))
  }
  return try store.begin(
    RunStart(
      inputs: digests.run(manifest.digest), manifest: manifest.digest, at: request.at,
      actor: request.actor, asOf: prepared.terms.asOf, vessels: prepared.keys.count,
      radios: radios.digest),
    contents: [radios] + around.map(\.1),
    neighbours: Dictionary(around.map { ($0.0, $0.1.digest) }) { first, _ in first })
}

extension ScreeningStore {
  /// What the log says of a finished run: the digest of all its verdicts, in order.
  func runAct(_ run: Int64) throws -> JSONValue {
    let verdicts = try verdicts(of: run)
    return .object([
      JSONMember("act", .string("run")), JSONMember("run", .number(Double(run))),
      JSONMember("vessels", .number(Double(verdicts.count))),
      JSONMember("verdicts", .string(Self.digest(of: verdicts))),
    ])
  }

  static func digest(of verdicts: [StoredVerdict]) -> String {
    Digest(
      ofParts: verdicts.flatMap { verdict in
        [
          verdict.subject, verdict.disposition.rawValue, String(verdict.score), verdict.body,
          verdict.facts, verdict.findings.map(\.rule).joined(separator: " "),
        ]
      }
    ).description
  }
}
