import Maritime
public import RuleLanguage
import StrictYAML

/// The exceptions of a run, and what they do to findings.
public struct ExceptionBook: Sendable {
  /// No exceptions.
  public static let empty = ExceptionBook(exceptions: [], malformed: [])

  /// A digest of what every exception says, malformed ones included.
  public let digest: String
  private let byRule: [String: [RuleException]]
  private let malformed: [LapsedException]

  /// Creates a book from the exceptions of a library, in any order.
  public init(exceptions: [RuleException], malformed: [LapsedException]) {
    let sorted = exceptions.sorted { $0.sortKey < $1.sortKey }
    byRule = Dictionary(grouping: sorted, by: \.rule)
    self.malformed = malformed.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    digest =
      Digest(
        ofParts: sorted.map(\.sortKey) + self.malformed.map { "\($0.rule ?? "") \($0.reason)" }
      ).description
  }

  /// What exceptions leave of an evaluation.
  struct Outcome {
    /// The evaluation with the matches that count; one without any does not fire.
    let counted: RuleEvaluation
    /// The matches that an exception keeps from counting.
    var suppressed: [(exception: RuleException, matches: [RuleMatch])] = []
    /// The exceptions that name a match and suppress nothing, and why.
    var lapsed: [LapsedException] = []
  }

  /// Takes away the matches that an exception in force names.
  func outcome(of evaluation: RuleEvaluation, at now: UTCTime) -> Outcome {
    guard evaluation.answer == .fires else { return Outcome(counted: evaluation) }
    let own = byRule[evaluation.rule.id] ?? []
    var rest = evaluation.matches
    var suppressed: [(exception: RuleException, matches: [RuleMatch])] = []
    var lapsed = malformed.filter { $0.rule == nil || $0.rule == evaluation.rule.id }
    for exception in own {
      let named = rest.filter { $0.isNamed(by: exception) }
      guard !named.isEmpty else { continue }
      if let reason = exception.lapse(of: evaluation.rule, at: now) {
        lapsed.append(LapsedException(exception, reason: reason))
      } else {
        suppressed.append((exception, named))
        rest.removeAll { $0.isNamed(by: exception) }
      }
    }
    return Outcome(
      counted: suppressed.isEmpty ? evaluation : evaluation.keeping(rest), suppressed: suppressed,
      lapsed: lapsed)
  }
}

extension RuleException {
  fileprivate var sortKey: String {
    [
      rule, String(version), match.description, from.description, expires.description, approver,
      reason, evidence, licence ?? "", file, String(span.start.offset),
    ].joined(separator: "\u{1f}")
  }

  /// Why the exception suppresses nothing now; `nil` while it is in force.
  ///
  /// One approved for another version of the rule was not approved for what the rule now says.
  fileprivate func lapse(of rule: RuleHeader, at now: UTCTime) -> String? {
    if now < from { return "not in force before \(from.dayDescription)" }
    if now >= expires { return "expired on \(expires.dayDescription)" }
    if rule.version != version {
      return "stale: approved for version \(version) of the rule, which is now version"
        + " \(rule.version)"
    }
    if rule.floor == .prohibited, licence == nil {
      return "stale: the rule now forbids a deal, and no licence is named"
    }
    return nil
  }
}

extension LapsedException {
  fileprivate init(_ exception: RuleException, reason: String) {
    self.init(
      rule: exception.rule, match: exception.match, reason: reason, file: exception.file,
      line: exception.span.start.line)
  }
}

extension RuleMatch {
  fileprivate func isNamed(by exception: RuleException) -> Bool {
    exceptable.contains { exception.match.isMet(by: $0) }
  }
}

extension RuleEvaluation {
  /// The evaluation with some of its matches; without any the rule does not fire.
  fileprivate func keeping(_ matches: [RuleMatch]) -> RuleEvaluation {
    RuleEvaluation(
      rule: rule, answer: matches.isEmpty ? .doesNotFire : .fires, matches: matches,
      undetermined: [])
  }
}
