import InputFiles
import Maritime
import RuleLanguage
import Screening
import Watchlists

/// Facts and lists on which rules can be asked, of any vessel and as of any time.
struct RuleInputs: Sendable {
  /// The facts by vessel.
  let vessels: VesselGrouping
  /// Every fact once, in order.
  let facts: [Fact]
  /// The lists.
  let index: DesignationIndex
  private let fleet: FleetFacts

  /// Reads facts files and the folder with lists; the shipped lists when `lists` is `nil`.
  init(factFiles: [String], lists: String?) throws {
    facts = try readFacts(factFiles).facts.withoutRepeats
    guard !facts.isEmpty else {
      throw WorkflowError.badInput(
        path: factFiles.first, message: "there is no fact to ask rules about",
        advice: "make a facts file with: pratique detect --ais FILE -o facts.ndjson")
    }
    let folder = ListFolder(path: try lists ?? HomeFolder().watchlists)
    index = DesignationIndex(try folder.snapshots())
    fleet = FleetFacts(facts)
    vessels = VesselGrouping(facts)
  }

  /// The vessel that a user means; an error when it has no fact.
  func vessel(_ number: String) throws -> VesselGrouping.Key {
    let bare = String(number.trimmingPrefix("IMO").drop { $0 == " " })
    guard let key = vessels.key(bare), vessels.keys.contains(key) else {
      throw WorkflowError.badInput(
        path: nil, message: "no fact is about a vessel '\(number)'",
        advice: "give an IMO number of seven digits or an MMSI of nine that the facts name")
    }
    return key
  }

  /// What a rule is asked about a vessel: only what had begun by `asOf` and was published by then.
  func input(_ subject: ScreeningSubject, asOf: UTCTime) -> EvaluationInput {
    let state = VesselState(of: subject.vessel, facts: subject.facts, at: asOf)
    let (index, names, vessel) = (index, state.names, state.vessel)
    return EvaluationInput(
      vessel: vessel, state: state.fields,
      facts: subject.facts.filter { $0.header.span.start < asOf }, fleet: fleet, now: asOf
    ) { query in
      index.lookup(
        query, names: query.subject == .vessel(vessel) ? names : [], knownAsOf: asOf)
    }
  }

  /// The latest moment that a fact knows about.
  var latest: UTCTime {
    let last = facts.map { max($0.header.span.start, $0.header.span.end ?? $0.header.span.start) }
      .max()
    return last ?? UTCTime(seconds: 0)
  }
}
