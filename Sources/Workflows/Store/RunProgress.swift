import Maritime
import Reporting
import RuleLanguage
import Screening
import Storage

/// Goes through the vessels of a run that have no verdict yet.
struct RunProgress {
  let store: ScreeningStore
  let run: StoredRun
  let prepared: PreparedScreening
  let digests: FleetDigests
  let request: StoreScreeningRequest
  private(set) var screened: [Verdict] = []
  private(set) var carried = 0
  private(set) var resumed = 0
  private(set) var rejections: [Rejection] = []
  private var waiting: [MadeVerdict] = []
  private var done = 0

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
  ///
  /// Few enough that the others have work while one batch is written.
  private static let batch = 512
  /// Verdicts that are taken over are rows that are copied.
  private static let carriedBatch = 32_768

  /// Brings the run to its end, and says so in the log.
  mutating func finish() async throws {
    let known = try store.subjects(of: run.id)
    resumed = known.count
    done = known.count
    if request.carries { try carry(open(known)) }
    let open = open(try store.subjects(of: run.id))
    let (prepared, digests) = (prepared, digests)
    let threads = request.screening.detection.threads
    var start = 0
    try await inOrder(
      threads: threads, next: { PreparedScreening.nextGroup(of: open, from: &start) },
      { places in
        let keys = places.map { prepared.keys[$0] }
        return try zip(places, prepared.screened(keys[...])).map { place, found in
          try MadeVerdict(
            found.verdict, found.record, at: place, key: prepared.keys[place],
            inputs: digests.inputs[place], policy: prepared.terms.policy)
        }
      },
      { made in try take(made) })
    try save()
    try store.finish(
      run.id, at: request.at, by: request.actor, act: try store.runAct(run.id).text)
  }

  private func open(_ known: Set<String>) -> [Int] {
    prepared.keys.indices.filter { !known.contains(prepared.keys[$0].text) }
  }

  private mutating func carry(_ places: [Int]) throws {
    for start in stride(from: 0, to: places.count, by: Self.carriedBatch) {
      let wanted = places[start..<min(start + Self.carriedBatch, places.count)].map { place in
        WantedVerdict(
          subject: prepared.keys[place].text, position: place, inputs: digests.inputs[place])
      }
      let found = try store.carry(wanted, into: run.id)
      carried += found
      done += found
    }
    request.progress?(done, prepared.keys.count)
  }

  private mutating func take(_ made: [MadeVerdict]) throws {
    waiting += made
    rejections += made.flatMap(\.rejections)
    // A fleet's verdicts are read back from the store: only what will be shown is kept.
    if !request.carries { screened += made.map(\.verdict) }
    if waiting.count >= Self.batch { try save() }
  }

  private mutating func save() throws {
    guard !waiting.isEmpty else { return }
    try store.save(
      waiting.map(\.row), contents: waiting.flatMap { [$0.facts, $0.body] }, of: run.id)
    done += waiting.count
    waiting = []
    request.progress?(done, prepared.keys.count)
  }
}

/// A verdict as it is kept.
private struct MadeVerdict: Sendable {
  let verdict: Verdict
  let row: StoredVerdict
  let facts: StoredContent
  let body: StoredContent
  let rejections: [Rejection]

  init(
    _ verdict: Verdict, _ record: VesselRecord, at place: Int, key: VesselGrouping.Key,
    inputs: String, policy: Policy
  ) throws {
    self.verdict = verdict
    rejections = record.rejections
    body = try StoredContent(of: Array(verdict.json.utf8))
    facts = try StoredContent(of: record.content)
    let families = verdict.groups.count { $0.counted >= policy.corroboration.atLeast }
    row = StoredVerdict(
      subject: key.text, position: place, name: verdict.subject.name,
      disposition: verdict.disposition, score: Int(verdict.score.tenths), families: families,
      findings: verdict.countedFindings.map {
        StoredVerdict.Finding(
          rule: $0.rule, version: $0.version, points: Int($0.points.tenths),
          regimes: $0.regimes)
      }, inputs: inputs, facts: facts.digest, body: body.digest, isCarried: false)
  }
}
