public import Maritime
import Storage

/// What somebody did about a vessel, as the log keeps it.
public struct CaseAct: Hashable, Sendable {
  /// What can be done.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Says what the findings are.
    case decide
    /// Gives the vessel to somebody to look at.
    case assign
    /// Notes something.
    case comment
    /// Keeps a finding from counting until a day.
    case suppress
  }

  /// What findings turn out to be.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The vessel is what the findings say.
    case trueMatch = "true-match"
    /// The findings are about something else.
    case falsePositive = "false-positive"
    /// The findings are right, and the deal may go on all the same.
    case cleared
    /// Somebody with more authority must decide.
    case escalated
  }

  /// The number of the record in the log.
  public let number: Int
  /// When it was done.
  public let at: UTCTime
  /// Who did it.
  public let actor: String
  /// What was done.
  public let kind: Kind
  /// The vessel: `imo:9074729` or `mmsi:273000001`.
  public let subject: String
  /// What was decided; `nil` for other acts.
  public let outcome: Outcome?
  /// The text: a reason, a comment, the name of whom it was given to.
  public let text: String
  /// The rules whose findings were decided on.
  public let rules: [String]
  /// The digest of the verdict that was decided on.
  public let verdict: String?
  /// The last detail of a suppression; `nil` for other acts.
  public let suppression: Suppression?

  /// Which finding does not count, and until when.
  public struct Suppression: Hashable, Sendable {
    /// The rule.
    public let rule: String
    /// The version of the rule that was looked at.
    public let version: Int
    /// The fields that name the finding, such as `vessel.imo`, sorted by field.
    public let match: [String]
    /// The first day on which it counts again.
    public let until: UTCTime
    /// The paper that supports it.
    public let evidence: String
    /// The authority's licence, which a finding that forbids a deal needs.
    public let licence: String?

    /// Creates a suppression.
    public init(
      rule: String, version: Int, match: [String], until: UTCTime, evidence: String,
      licence: String? = nil
    ) {
      self.rule = rule
      self.version = version
      self.match = match
      self.until = until
      self.evidence = evidence
      self.licence = licence
    }
  }
}

extension CaseAct {
  /// Reads an act about a vessel from the log; `nil` for other records.
  init?(_ record: LogRecord) {
    // A record that is no JSON object is no act; `audit verify` says when one was changed.
    guard let value = try? JSONValue(reading: Array(record.act.utf8)[...]),
      let kind = value["act"]?.string.flatMap(Kind.init(rawValue:)),
      let subject = value["subject"]?.string
    else { return nil }
    number = record.number
    at = record.at
    actor = record.actor
    self.kind = kind
    self.subject = subject
    outcome = value["outcome"]?.string.flatMap(Outcome.init(rawValue:))
    text = value["text"]?.string ?? ""
    rules = (value["rules"]?.elements ?? []).compactMap(\.string)
    verdict = value["verdict"]?.string
    suppression = value["suppression"].flatMap(Suppression.init)
  }
}

extension CaseAct.Suppression {
  fileprivate init?(_ value: JSONValue) {
    guard let rule = value["rule"]?.string, let version = value["version"]?.integer,
      let until = value["until"]?.string.flatMap({ UTCTime($0) })
    else { return nil }
    self.init(
      rule: rule, version: version,
      match: (value["match"]?.elements ?? []).compactMap(\.string), until: until,
      evidence: value["evidence"]?.string ?? "", licence: value["licence"]?.string)
  }

  var json: JSONValue {
    .object([
      JSONMember("rule", .string(rule)), JSONMember("version", .number(Double(version))),
      JSONMember("match", .array(match.map(JSONValue.string))),
      JSONMember("until", .string(until.description)),
      JSONMember("evidence", .string(evidence)),
      JSONMember("licence", licence.map(JSONValue.string) ?? .null),
    ])
  }
}
