import Foundation
import InputFiles
public import Maritime
import RuleLanguage
public import Screening
import Watchlists

/// The verdicts of a run.
public struct ScreeningResult: Sendable {
  /// One verdict a vessel: in the order asked for, or by number when all were screened.
  public let verdicts: [Verdict]
  /// What was read on the way.
  public let statistics: DetectionStatistics
  /// The rows of facts files that are no facts.
  public let factRejections: [Rejection]
}

/// Screens vessels: feeds, registries, facts and lists in, explained verdicts out.
///
/// - Throws: `WorkflowError`, `InputFileError` or `StorageError`; then there is no verdict at all.
public func screenVessels(_ request: ScreeningRequest) async throws -> ScreeningResult {
  let companies = try CompanySelection(request.companies).companies
  let prepared = try await PreparedScreening(request)
  let (verdicts, rejections) =
    companies.isEmpty
    ? try await prepared.verdicts(of: prepared.keys[...], threads: request.detection.threads)
    : (try prepared.verdicts(of: companies), [])
  return ScreeningResult(
    verdicts: verdicts, statistics: prepared.statistics,
    factRejections: prepared.rejections + rejections)
}

/// Everything that a screening needs, read and checked.
struct PreparedScreening: Sendable {
  let material: ScreeningMaterial
  let terms: ScreeningTerms
  let library: CompiledLibrary
  /// What rules of the library look for beyond a vessel's own facts.
  let reach: CompiledRule.Reach
  let records: VesselRecords
  /// The vessels to screen, in order.
  let keys: [VesselGrouping.Key]
  let statistics: DetectionStatistics
  let rejections: [Rejection]

  /// Reads everything; `suppressions` is a document of exceptions that people decided on, `pages`
  /// what was found in facts files before.
  init(
    _ request: ScreeningRequest, suppressions: LibraryFile? = nil, pages: FactPages? = nil
  ) async throws {
    let inputs = try ScreeningInputs(request)
    let selection = try VesselSelection(vessels: request.vessels, fleetFile: request.fleetFile)
    let snapshots = try inputs.lists.snapshots(
      knownAsOf: request.knownAsOf, others: inputs.example?.listFiles ?? [])
    let policyFile = try ScreeningMaterial.policyFile(inputs.policyFile)
    let policy = try ScreeningMaterial.policy(policyFile)
    let (gazetteer, placeRejections) = try inputs.detection.geography.load()
    let library = try screeningLibrary(
      for: request, at: inputs.rules, snapshots.map(\.summary), gazetteer, suppressions)
    // Detection looks for calls at the ports of the library too.
    let detected = try await detectFacts(
      inputs.detection, in: library.compiled.gazetteer, placeRejections)
    reach = library.compiled.reach
    // The file of a company is made of what all vessels tell of it.
    let kinds = (request.companies.isEmpty ? reach : .everything).kindsBeyond
    let asOf = request.asOf ?? inputs.example?.asOf
    let index = try await FactIndex(
      inputs.factFiles, factsOf: kinds, readsAll: asOf == nil,
      threads: request.detection.threads, pages: pages)
    let ends = detected.facts.map { $0.header.span.end ?? $0.header.span.start }
    let dates = try AsOfDates(
      asOf: asOf, knownAsOf: request.knownAsOf,
      latest: (ends + [index.latest].compactMap(\.self)).max(),
      snapshots: snapshots.map(\.summary))
    material = ScreeningMaterial(
      ruleFiles: library.libraryFiles, policyFile: policyFile, snapshots: snapshots,
      places: try inputs.detection.geography.files(), dates: dates,
      regimes: inputs.regimes.isEmpty ? policy.regimes : inputs.regimes,
      decisionFiles: try DecisionFolder(inputs.lists.path, more: request.decisionFiles).files())
    self.library = library.compiled
    records = VesselRecords(detected.facts, index)
    let beyond = detected.facts.filter { kinds.contains($0.kind.name) } + index.facts
    terms = try material.terms(
      library.compiled, policy: policy,
      fleet: FleetFacts(beyond.withoutRepeats, hulls: records.hulls))
    keys = try selection.keys(in: records)
    statistics = detected.statistics
    rejections = index.rejections
  }

  /// One verdict a company, in order.
  func verdicts(of companies: [CompanyReference]) throws -> [Verdict] {
    let vessels = try records.keys.map(records.subject)
    return companies.map { screen(company: $0, vessels: vessels, under: terms) }
  }

  /// The verdicts of some vessels, in order, and the lines about them that are no facts.
  func verdicts(
    of keys: ArraySlice<VesselGrouping.Key>, threads: Int
  ) async throws -> (verdicts: [Verdict], rejections: [Rejection]) {
    var (verdicts, rejections): ([Verdict], [Rejection]) = ([], [])
    var start = keys.startIndex
    try await inOrder(threads: threads, next: { Self.nextGroup(of: keys, from: &start) }, screened)
    { found in
      verdicts += found.map(\.verdict)
      rejections += found.flatMap(\.record.rejections)
    }
    return (verdicts, rejections)
  }

  /// The vessels that are decided together next; `nil` after the last.
  static func nextGroup<Keys: RandomAccessCollection>(
    of keys: Keys, from start: inout Int
  ) -> Keys.SubSequence? where Keys.Index == Int {
    guard start < keys.endIndex else { return nil }
    let group = keys[start..<min(start + vesselsTogether, keys.endIndex)]
    start = group.endIndex
    return group
  }

  /// Reads the facts of a few vessels and screens these.
  @Sendable
  func screened(
    _ keys: ArraySlice<VesselGrouping.Key>
  ) throws -> [(record: VesselRecord, verdict: Verdict)] {
    let records = try keys.map(records.record)
    let subjects = zip(keys, records).map { ScreeningSubject($0, $1.facts) }
    return Array(zip(records, screen(subjects, under: terms)))
  }
}

/// So many vessels are decided together: enough to fill the words of a bitset, few enough for every
/// thread to have some (our own default).
private let vesselsTogether = 64

extension CompiledRule.Reach {
  /// The kinds of fact that are looked for beyond a vessel.
  var kindsBeyond: Set<String> {
    let all = FactCatalog.standard.kinds
    if isEverything { return Set(all.map(\.name)) }
    // Who holds which company counts for every vessel.
    return kinds.union(contacts).union(all.filter { !$0.isAboutVessel }.map(\.name))
  }
}

extension CompiledLibrary {
  /// What any rule of the library looks for beyond its vessel.
  var reach: CompiledRule.Reach { rules.reduce(CompiledRule.Reach()) { $0.union($1.reach) } }
}

/// The rules of a screening: trusted, without errors, and with lists that hide no imported one.
private func screeningLibrary(
  for request: ScreeningRequest, at rules: String, _ snapshots: [SnapshotSummary],
  _ gazetteer: Gazetteer, _ suppressions: LibraryFile?
) throws -> RuleLibrary {
  try checkTrust(rules, trustFile: request.trustFile)
  let library = try RuleLibrary(
    paths: [rules], exceptions: request.exceptionFiles, gazetteer: gazetteer, readsTests: false,
    others: suppressions.map { [$0] } ?? [])
  _ = try library.checked()
  try library.checkNames(of: snapshots)
  return library
}

/// Where a screening finds what the user left out.
private struct ScreeningInputs {
  let detection: DetectionRequest
  let factFiles: [String]
  let rules: String
  let policyFile: String
  let lists: ListFolder
  let regimes: [String]
  let example: ExampleCase?

  init(_ request: ScreeningRequest) throws {
    // The home folder is looked for only when something is left to it.
    let home = Result { try HomeFolder() }
    example = try request.example.map { try ExampleCase($0, in: home.get()) }
    var detection = request.detection
    detection.aisFiles += example?.aisFiles ?? []
    detection.registryFiles += example?.registryFiles ?? []
    self.detection = detection
    factFiles = request.factFiles + (example?.factFiles ?? [])
    rules = try request.rules ?? home.get().rules
    let own = rules + "/policy.yaml"
    let isOwn = FileManager.default.fileExists(atPath: own)
    policyFile = try request.policyFile ?? (isOwn ? own : home.get().rules + "/policy.yaml")
    lists = ListFolder(path: try request.lists ?? home.get().watchlists)
    regimes = request.regimes.isEmpty ? example?.regimes ?? [] : request.regimes
  }
}

extension VesselSelection {
  /// The vessels to screen: those asked for, or all that have a fact.
  fileprivate func keys(in records: VesselRecords) throws -> [VesselGrouping.Key] {
    guard let numbers else { return records.keys }
    var seen: Set<VesselGrouping.Key> = []
    return numbers.compactMap(records.key).filter { seen.insert($0).inserted }
  }
}

/// The facts of all files; a facts file in which no line is a fact is a mistake.
func readFacts(_ paths: [String]) throws -> (facts: [Fact], rejections: [Rejection]) {
  var facts: [Fact] = []
  var rejections: [Rejection] = []
  for path in paths.sorted() {
    let bytes = try InputFile.readAll(path: path)
    let (read, rejected) = FactFile.read(bytes, file: path, catalog: .standard)
    if read.isEmpty, let first = rejected.first {
      throw noFacts(first, in: path)
    }
    facts += read
    rejections += rejected
  }
  return (facts, rejections)
}

/// What is wrong with a facts file whose first bad line is `first`.
func noFacts(_ first: Rejection, in path: String) -> WorkflowError {
  .rejected(first, in: path, advice: "check the file with: pratique facts validate \(path)")
}
