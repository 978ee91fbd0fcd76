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
  let all: @Sendable () async -> [Verdict]

  /// Every verdict of the run, also those that an interrupted run had made already.
  public func whole() async -> ScreeningResult {
    ScreeningResult(
      verdicts: resumed == 0 ? screened : await all(), statistics: statistics,
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
    request.screening, suppressions: try CaseBook(store.log()).exceptions)
  let manifest = try RunManifest(
    prepared.material, gazetteer: prepared.library.gazetteer, in: store)
  let threads = request.screening.detection.threads
  let digests = await FleetDigests(
    prepared.keys, in: prepared, manifest: manifest.digest, threads: threads)
  try store.save(manifest.contents, names: manifest.names)
  let bystanders = try digests.bystanders.map {
    try StoredContent(of: prepared.grouping.lines($0))
  }
  let run = try store.begin(
    RunStart(
      inputs: digests.run(manifest.digest), manifest: manifest.digest, at: request.at,
      actor: request.actor, asOf: prepared.terms.asOf, vessels: prepared.keys.count),
    contents: bystanders, bystanders: bystanders.map(\.digest))
  var progress = RunProgress(
    store: store, run: run, prepared: prepared, digests: digests, request: request)
  try await progress.finish()
  return StoreScreening(
    store: store, run: run, screened: progress.screened, carried: progress.carried,
    resumed: progress.resumed, policy: prepared.terms.policy, statistics: prepared.statistics,
    rejections: prepared.rejections,
    all: { await prepared.verdicts(of: prepared.keys[...], threads: threads) })
}

/// Goes through the vessels of a run that have no verdict yet.
private struct RunProgress {
  let store: ScreeningStore
  let run: StoredRun
  let prepared: PreparedScreening
  let digests: FleetDigests
  let request: StoreScreeningRequest
  private(set) var screened: [Verdict] = []
  private(set) var carried = 0
  private(set) var resumed = 0

  init(
    store: ScreeningStore, run: StoredRun, prepared: PreparedScreening, digests: FleetDigests,
    request: StoreScreeningRequest
  ) {
    self.store = store
    self.run = run
    self.prepared = prepared
    self.digests = digests
    self.request = request
  }

  /// The vessels between two transactions: what a kill can cost (our own default).
  private static let batch = 2048

  mutating func finish() async throws {
    let done = try store.subjects(of: run.id)
    resumed = done.count
    let open = prepared.keys.indices.filter { !done.contains(prepared.keys[$0].text) }
    for start in stride(from: 0, to: open.count, by: Self.batch) {
      let places = Array(open[start..<min(start + Self.batch, open.count)])
      try await save(places)
      request.progress?(done.count + start + places.count, prepared.keys.count)
    }
    try store.finish(
      run.id, at: request.at, by: request.actor, act: try store.runAct(run.id).text)
  }

  private mutating func save(_ places: [Int]) async throws {
    let earlier =
      request.carries
      ? try store.earlierVerdicts(places.map { (prepared.keys[$0].text, digests.inputs[$0]) })
      : places.map { _ in nil }
    let rows = zip(places, earlier).compactMap { place, known in
      known.map { $0.carried(to: place) }
    }
    let anew = zip(places, earlier).filter { $1 == nil }.map(\.0)
    let keys = anew.map { prepared.keys[$0] }
    let threads = request.screening.detection.threads
    let verdicts = await prepared.verdicts(of: keys[...], threads: threads)
    let made = await inParallel(verdicts.count, threads: threads) { [prepared, digests] index in
      Result {
        try MadeVerdict(
          verdicts[index], facts: prepared.grouping.lines(keys[index]), at: anew[index],
          key: keys[index], digests: digests, policy: prepared.terms.policy)
      }
    }
    let whole = try made.map { try $0.get() }
    try store.save(
      rows + whole.map(\.row), contents: whole.flatMap { [$0.facts, $0.body] }, of: run.id)
    // A fleet's verdicts are read back from the store: only what will be shown is kept.
    if !request.carries { screened += verdicts }
    carried += rows.count
  }
}

extension StoredVerdict {
  fileprivate func carried(to place: Int) -> StoredVerdict {
    var verdict = self
    verdict.position = place
    verdict.isCarried = true
    return verdict
  }
}

/// A verdict as it is kept.
private struct MadeVerdict: Sendable {
  let row: StoredVerdict
  let facts: StoredContent
  let body: StoredContent

  init(
    _ verdict: Verdict, facts: [UInt8], at place: Int, key: VesselGrouping.Key,
    digests: FleetDigests, policy: Policy
  ) throws {
    body = try StoredContent(of: Array(verdict.json.utf8))
    self.facts = try StoredContent(of: facts)
    let families = verdict.groups.count { $0.counted >= policy.corroboration.atLeast }
    row = StoredVerdict(
      subject: key.text, position: place, name: verdict.subject.name,
      disposition: verdict.disposition, score: Int(verdict.score.tenths), families: families,
      findings: verdict.countedFindings.map {
        StoredVerdict.Finding(
          rule: $0.rule, version: $0.version, points: Int($0.points.tenths),
          regimes: $0.regimes)
      }, inputs: digests.inputs[place], facts: self.facts.digest, body: body.digest,
      isCarried: false)
  }
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
