public import Maritime

/// A vessel that somebody should decide on, or did.
public struct CaseReport: Sendable {
  /// How far a case has come.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Nobody has decided.
    case open
    /// A rule fires that did not when somebody decided.
    case reopened
    /// Somebody decided, and the policy asks for a second person.
    case awaitsSecond = "awaits-second"
    /// Somebody with more authority must decide.
    case escalated
    /// It is decided.
    case decided
  }

  /// The vessel.
  public let subject: String
  /// Its name, when known.
  public let name: String?
  /// How far it has come.
  public let status: Status
  /// The disposition of the latest verdict; `nil` when there is none.
  public let disposition: Disposition?
  /// The rules that fire in the latest verdict.
  public let rules: [String]
  /// Whom it was given to last.
  public let assignee: String?
  /// What was done, oldest first, one sentence each.
  public let history: [String]

  /// Creates a case.
  public init(
    subject: String, name: String?, status: Status, disposition: Disposition?, rules: [String],
    assignee: String?, history: [String]
  ) {
    self.subject = subject
    self.name = name
    self.status = status
    self.disposition = disposition
    self.rules = rules
    self.assignee = assignee
    self.history = history
  }

  /// One line for a list of cases.
  public var line: String {
    [
      TerminalText.fitted(subject, to: 16), TerminalText.fitted(status.rawValue, to: 14),
      TerminalText.fitted(disposition?.rawValue ?? "–", to: 13), name ?? "–",
      assignee.map { "(\($0))" } ?? "",
    ].joined(separator: " ").trimmed + "\n"
  }

  /// Everything about the case.
  public var page: String {
    line + rules.map { "  \($0)\n" }.joined() + history.map { "  · \($0)\n" }.joined()
  }

  /// The case as a JSON object.
  public var json: String {
    JSONText.object([
      "subject": JSONText.string(subject), "name": JSONText.optional(name),
      "status": JSONText.string(status.rawValue),
      "disposition": JSONText.optional(disposition?.rawValue), "rules": JSONText.strings(rules),
      "assignee": JSONText.optional(assignee), "history": JSONText.strings(history),
    ])
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
