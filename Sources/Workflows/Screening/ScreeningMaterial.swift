import InputFiles
import Maritime
import RuleLanguage
import Screening
import StrictYAML
import Watchlists

/// What a screening depends on beside facts, as bytes that can be kept.
struct ScreeningMaterial: Sendable {
  /// The user's files of ports and zones.
  struct Places: Sendable {
    var ports: [LibraryFile] = []
    var zones: [LibraryFile] = []
  }

  var ruleFiles: [LibraryFile]
  var policyFile: LibraryFile
  var snapshots: [Snapshot]
  var places: Places
  var dates: AsOfDates
  var regimes: [String]
  /// Decisions that entries are not the user's subjects.
  var decisionFiles: [LibraryFile]

  /// The bytes of a policy file, at most 1 MiB.
  static func policyFile(_ path: String) throws -> LibraryFile {
    LibraryFile(name: path, bytes: try InputFile.readAll(path: path, limit: 1 << 20))
  }

  /// Reads the text of a policy file.
  static func policy(_ file: LibraryFile) throws -> Policy {
    let reading = Policy.read(file.bytes, file: file.name)
    guard let policy = reading.policy else {
      throw WorkflowError.diagnostics(reading.diagnostics, sources: [file.name: file.bytes])
    }
    return policy
  }

  /// The shipped places with those of the user.
  var gazetteer: Gazetteer {
    var gazetteer = Gazetteer.shipped
    for file in places.ports {
      gazetteer = gazetteer.adding(ports: PortTable.read(file.bytes, file: file.name).0)
    }
    for file in places.zones {
      gazetteer = gazetteer.adding(zones: ZoneTable.read(file.bytes, file: file.name).0)
    }
    return gazetteer
  }

  /// The rules with the places they may name.
  func library() throws -> CompiledLibrary {
    let library = RuleLibrary(files: ruleFiles, gazetteer: gazetteer, readsTests: false)
    _ = try library.checked()
    try library.checkNames(of: snapshots.map(\.summary))
    return library.compiled
  }

  /// The terms of a screening; `fleet` has the facts that rules look for beyond their vessel.
  ///
  /// - Throws: `WorkflowError.diagnostics` when a file of decisions has a mistake.
  func terms(
    _ library: CompiledLibrary, policy: Policy, fleet: FleetFacts
  ) throws -> ScreeningTerms {
    let index = DesignationIndex(snapshots)
    let (dates, regimes) = (dates, regimes)
    let decisions = DecisionBook(
      try decisionFiles.flatMap(DecisionFolder.decisions), at: dates.asOf)
    let finder = CandidateFinder(
      index, on: regimes, at: dates.asOf, knownAsOf: dates.knownAsOf, decisions: decisions)
    return ScreeningTerms(
      rules: library.rules.map(ScreeningRule.init), policy: policy, asOf: dates.asOf,
      knownAsOf: dates.knownAsOf, regimes: regimes,
      lists: {
        library.answer($0, knownAsOf: dates.knownAsOf)
          ?? index.lookup($0, names: $1, knownAsOf: dates.knownAsOf)
      },
      candidates: { finder.candidates(for: $0) },
      snapshots: snapshots.map(\.summary),
      engine: ScreeningTerms.Engine(
        version: engineVersion, gazetteer: library.gazetteer.digest.description),
      fleet: fleet,
      exceptions: ExceptionBook(
        exceptions: library.exceptions, malformed: library.malformedExceptions),
      decisionsDigest: decisions.digest)
  }
}
