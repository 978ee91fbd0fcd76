import Foundation
import InputFiles
public import Maritime
import RuleLanguage
public import Screening
import StrictYAML
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
  let inputs = try ScreeningInputs(request)
  let selection = try VesselSelection(vessels: request.vessels, fleetFile: request.fleetFile)
  let snapshots = try inputs.lists.snapshots(
    knownAsOf: request.knownAsOf, others: inputs.example?.listFiles ?? [])
  let policy = try readPolicy(inputs.policyFile)
  let (gazetteer, placeRejections) = try inputs.detection.geography.load()
  let compiled = try library(
    for: request, at: inputs.rules, snapshots.map(\.summary), gazetteer)
  // Detection looks for calls at the ports of the library too.
  let detected = try await detectFacts(
    inputs.detection, in: compiled.gazetteer, placeRejections)
  let (imported, rejections) = try readFacts(inputs.factFiles)
  let facts = withoutRepeats(detected.facts + imported)

  let dates = try AsOfDates(
    asOf: request.asOf ?? inputs.example?.asOf, knownAsOf: request.knownAsOf, facts: facts,
    snapshots: snapshots.map(\.summary))
  let index = DesignationIndex(snapshots)
  let regimes = inputs.regimes.isEmpty ? policy.regimes : inputs.regimes
  let finder = CandidateFinder(
    index, on: regimes, at: dates.asOf, knownAsOf: dates.knownAsOf)
  let terms = ScreeningTerms(
    rules: compiled.rules.map(ScreeningRule.init),
    policy: policy, asOf: dates.asOf, knownAsOf: dates.knownAsOf, regimes: regimes,
    lists: {
      compiled.answer($0, knownAsOf: dates.knownAsOf)
        ?? index.lookup($0, names: $1, knownAsOf: dates.knownAsOf)
    },
    candidates: { finder.candidates(for: $0) },
    snapshots: snapshots.map(\.summary),
    engine: ScreeningTerms.Engine(
      version: engineVersion, gazetteer: detected.gazetteer.digest.description),
    fleet: FleetFacts(facts),
    exceptions: ExceptionBook(
      exceptions: compiled.exceptions, malformed: compiled.malformedExceptions))

  let grouping = VesselGrouping(facts)
  let keys = try selection.keys(in: grouping)
  let groups = stride(from: 0, to: keys.count, by: vesselsTogether).map {
    keys[$0..<min($0 + vesselsTogether, keys.count)]
  }
  let verdicts = await inParallel(groups.count, threads: request.detection.threads) { index in
    screen(groups[index].map(grouping.subject), under: terms)
  }.flatMap(\.self)
  return ScreeningResult(
    verdicts: verdicts, statistics: detected.statistics, factRejections: rejections)
}

/// So many vessels are decided together: enough to fill the words of a bitset, few enough for every
/// thread to have some (our own default).
private let vesselsTogether = 64

/// The rules of a screening: trusted, without errors, and with lists that hide no imported one.
private func library(
  for request: ScreeningRequest, at rules: String, _ snapshots: [SnapshotSummary],
  _ gazetteer: Gazetteer
) throws -> CompiledLibrary {
  try checkTrust(rules, trustFile: request.trustFile)
  let library = try RuleLibrary(
    paths: [rules], exceptions: request.exceptionFiles, gazetteer: gazetteer, readsTests: false)
  _ = try library.checked()
  try library.checkNames(of: snapshots)
  return library.compiled
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
  fileprivate func keys(in grouping: VesselGrouping) throws -> [VesselGrouping.Key] {
    guard let numbers else { return grouping.keys }
    var seen: Set<VesselGrouping.Key> = []
    return numbers.compactMap(grouping.key).filter { seen.insert($0).inserted }
  }
}

func readPolicy(_ path: String) throws -> Policy {
  let bytes = try InputFile.readAll(path: path, limit: 1 << 20)
  let reading = Policy.read(bytes, file: path)
  guard let policy = reading.policy else {
    throw WorkflowError.diagnostics(reading.diagnostics, sources: [path: bytes])
  }
  return policy
}

/// The facts of all files; a facts file in which no line is a fact is a mistake.
func readFacts(_ paths: [String]) throws -> (facts: [Fact], rejections: [Rejection]) {
  var facts: [Fact] = []
  var rejections: [Rejection] = []
  for path in paths.sorted() {
    let bytes = try InputFile.readAll(path: path)
    let (read, rejected) = FactFile.read(bytes, file: path, catalog: .standard)
    if read.isEmpty, let first = rejected.first {
      throw WorkflowError.badInput(
        path: path, message: "line \(first.line): \(first.reason) \(first.detail ?? "")",
        advice: "check the file with: pratique facts validate \(path)")
    }
    facts += read
    rejections += rejected
  }
  return (facts, rejections)
}

/// Each fact once, in order: a facts file may hold what the feeds give again.
func withoutRepeats(_ facts: [Fact]) -> [Fact] {
  var seen: Set<String> = []
  return facts.sorted().filter { seen.insert($0.id).inserted }
}
