public import Maritime
public import StrictYAML

/// A decision that one finding does not count for a while, as somebody approved it.
public struct RuleException: Hashable, Sendable {
  /// The rule's id.
  public let rule: String
  /// The version of the rule that was looked at.
  public let version: Int
  /// The values that the finding must have, one list of the rule's `exceptable_by`.
  public let match: ExceptableTuple
  /// Why the finding does not count.
  public let reason: String
  /// What shows it.
  public let evidence: String
  /// Who decided.
  public let approver: String
  /// The authority's licence; only findings that forbid a deal need one.
  public let licence: String?
  /// The day of the approval.
  public let from: UTCTime
  /// The first day on which it no longer holds.
  public let expires: UTCTime
  /// The file.
  public let file: String
  /// The place of its first key.
  public let span: SourceSpan

  /// Creates an exception; its parts are not checked here.
  public init(
    rule: String, version: Int, match: ExceptableTuple, reason: String, evidence: String,
    approver: String, licence: String?, from: UTCTime, expires: UTCTime, file: String,
    span: SourceSpan
  ) {
    self.rule = rule
    self.version = version
    self.match = match
    self.reason = reason
    self.evidence = evidence
    self.approver = approver
    self.licence = licence
    self.from = from
    self.expires = expires
    self.file = file
    self.span = span
  }

  /// The longest time for which somebody may approve: a leap year.
  static let longest: Int64 = 366 * 86_400_000
}

/// What an exception names a finding by: paths such as `vessel.imo` with their values.
public struct ExceptableTuple: Hashable, Sendable {
  /// One path and its value.
  public struct Part: Hashable, Sendable {
    /// The path as the rule writes it.
    public let path: String
    /// The value; `nil` when it is not known, and then nothing equals it.
    public let value: FactValue?

    /// Creates a part.
    public init(path: String, value: FactValue?) {
      self.path = path
      self.value = value
    }
  }

  /// The parts, sorted by path.
  public let parts: [Part]

  /// Creates a tuple from parts in any order.
  public init(_ parts: [Part]) { self.parts = parts.sorted { $0.path < $1.path } }

  /// Whether every value is known and the same.
  public func isMet(by other: ExceptableTuple) -> Bool {
    parts.map(\.path) == other.parts.map(\.path)
      && zip(parts, other.parts).allSatisfy { own, other in
        guard let value = own.value, let second = other.value else { return false }
        return value.isSameSubject(as: second)
      }
  }

  /// The parts in words: `call.start = 2026-01-04 20:00, vessel.imo = 9000003`.
  public var description: String {
    parts.map { "\($0.path) = \($0.value?.description ?? "unknown")" }.joined(separator: ", ")
  }
}

/// An exception that does not suppress anything, and why.
public struct LapsedException: Hashable, Sendable {
  /// The rule it names, as far as that can be read.
  public let rule: String?
  /// The values it names; `nil` when they cannot be read.
  public let match: ExceptableTuple?
  /// Why it suppresses nothing: `expired on 2026-07-01`.
  public let reason: String
  /// The file.
  public let file: String
  /// The line, from 1.
  public let line: Int

  /// Creates one.
  public init(rule: String?, match: ExceptableTuple?, reason: String, file: String, line: Int) {
    self.rule = rule
    self.match = match
    self.reason = reason
    self.file = file
    self.line = line
  }
}

extension FactValue {
  /// Whether two values name the same thing: ports by code, vessels and companies by number.
  fileprivate func isSameSubject(as other: FactValue) -> Bool {
    switch (self, other) {
    case (.port(let a), .port(let b)): a.code == b.code
    case (.vessel(let a), .vessel(let b)):
      a.imo != nil && a.imo == b.imo || a.imo == nil && b.imo == nil && a.mmsi == b.mmsi
    case (.company(let a), .company(let b)): a.number != nil && a.number == b.number
    default: self == other
    }
  }
}
