import ArgumentParser
import Maritime
import Workflows

/// What a screening starts from.
struct ScreeningOptions: ParsableArguments {
  @OptionGroup var feeds: FeedOptions

  @Option(
    name: .long, parsing: .upToNextOption, help: "Facts files (NDJSON), as detect writes them.")
  var facts: [String] = []

  @Option(name: .long, help: "The folder or file with rules; the shipped ones if left out.")
  var rules: String?

  @Option(
    name: .long,
    help: "The folder with imported lists or list files; the shipped Watchlists if left out.")
  var lists: String?

  @Option(name: .long, help: "The policy file; policy.yaml of the rules folder if left out.")
  var policy: String?

  @Option(
    name: .long,
    help: "A trust file: rules must be a pack that one of its keys signed (docs/rule-language.md).")
  var trust: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Files or folders with exceptions, beside those of the rules folder.")
  var exceptions: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Files with decisions about list entries, beside decisions.yaml of the lists folder.")
  var decisions: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption, help: "IMO numbers or MMSIs; all vessels if left out.")
  var vessel: [String] = []

  @Option(name: .long, help: "A CSV file with a column imo or mmsi, one vessel a row.")
  var fleet: String?

  @Option(name: .long, help: "The day or time for which the verdict holds.")
  var asOf: UTCTime?

  @Option(name: .long, help: "Use only lists that were published by this time.")
  var knownAsOf: UTCTime?

  @Option(
    name: .long,
    help: "The regimes to follow, such as un-1718,us,eu; those of the policy if left out.")
  var regimes: String?

  /// Whether there are files with rows about vessels.
  var haveRows: Bool { !feeds.ais.isEmpty || !facts.isEmpty || !feeds.registry.isEmpty }

  /// Whether vessels are named.
  var haveSubject: Bool { !vessel.isEmpty || fleet != nil }

  /// The same for the work behind the command.
  func request(example: String? = nil) -> ScreeningRequest {
    var request = ScreeningRequest(
      detection: feeds.request, factFiles: facts, rules: rules, lists: lists, policyFile: policy,
      trustFile: trust, exceptionFiles: exceptions, vessels: vessel, fleetFile: fleet, asOf: asOf,
      knownAsOf: knownAsOf,
      regimes: regimes.map { $0.split(separator: ",").map(String.init) } ?? [],
      example: example)
    request.decisionFiles = decisions
    return request
  }
}
