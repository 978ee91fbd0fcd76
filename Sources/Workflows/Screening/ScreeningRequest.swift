public import Maritime

/// What to screen, by which rules and lists, and as of when.
public struct ScreeningRequest: Sendable {
  /// The feeds and registries to find facts in.
  public var detection: DetectionRequest
  /// Facts files beside them.
  public var factFiles: [String]
  /// The folder or file with rules; the shipped ones when `nil`.
  public var rules: String?
  /// The folder with lists; the shipped ones when `nil`.
  public var lists: String?
  /// The policy file; that of the rules folder when `nil`.
  public var policyFile: String?
  /// The file with the keys that may sign rules; rules need no signature when `nil`.
  public var trustFile: String?
  /// Files or folders with exceptions beside those of the rules.
  public var exceptionFiles: [String]
  /// Files with decisions about list entries, beside that of the folder with lists.
  public var decisionFiles: [String] = []
  /// IMO numbers and MMSIs; all vessels with a fact when this and `fleetFile` are empty.
  public var vessels: [String]
  /// Companies by number or name, each of which gets one verdict; then no vessel is asked for.
  public var companies: [String] = []
  /// A CSV file with a column `imo` or `mmsi`.
  public var fleetFile: String?
  /// The instant for which verdicts hold; the latest that any input knows about when `nil`.
  public var asOf: UTCTime?
  /// The instant up to which lists are used; no limit when `nil`.
  public var knownAsOf: UTCTime?
  /// The regimes to follow; all when empty.
  public var regimes: [String]
  /// A bundled example that brings its own inputs.
  public var example: String?

  /// Creates a request.
  public init(
    detection: DetectionRequest = DetectionRequest(aisFiles: []), factFiles: [String] = [],
    rules: String? = nil, lists: String? = nil, policyFile: String? = nil,
    trustFile: String? = nil, exceptionFiles: [String] = [], vessels: [String] = [],
    fleetFile: String? = nil,
    asOf: UTCTime? = nil,
    knownAsOf: UTCTime? = nil, regimes: [String] = [], example: String? = nil
  ) {
    self.detection = detection
    self.factFiles = factFiles
    self.rules = rules
    self.lists = lists
    self.policyFile = policyFile
    self.trustFile = trustFile
    self.exceptionFiles = exceptionFiles
    self.vessels = vessels
    self.fleetFile = fleetFile
    self.asOf = asOf
    self.knownAsOf = knownAsOf
    self.regimes = regimes
    self.example = example
  }
}
