/// A problem in a text that somebody wrote, shown to its author.
public struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable {
    /// The text has no meaning until this is mended.
    case error
    /// The text has a meaning that the author may not want.
    case warning
  }

  /// A further place that helps to see the problem.
  public struct Note: Hashable, Sendable {
    /// The place.
    public let span: SourceSpan
    /// What is there.
    public let label: String

    /// Creates a note.
    public init(span: SourceSpan, label: String) {
      self.span = span
      self.label = label
    }
  }

  /// The stable short code: `E020`.
  public let code: String
  /// The stable name, in kebab case, that tests and waivers use: `unknown-field`.
  public let id: String
  /// How much it matters.
  public let severity: Severity
  /// One lower-case sentence that names the culprit.
  public let message: String
  /// The file as the user gave it.
  public let file: String
  /// The culprit, byte-exact.
  public let span: SourceSpan
  /// A few words under the culprit: `not a field here`.
  public let label: String?
  /// Further places.
  public let notes: [Note]
  /// What the author can do, when there is one good answer.
  public let help: String?
  /// What to write in the place of the culprit, when the help says so.
  public let fix: String?

  /// Creates a diagnostic.
  public init(
    code: String, id: String, severity: Severity = .error, message: String, file: String,
    span: SourceSpan, label: String? = nil, notes: [Note] = [], help: String? = nil,
    fix: String? = nil
  ) {
    self.code = code
    self.id = id
    self.severity = severity
    self.message = message
    self.file = file
    self.span = span
    self.label = label
    self.notes = notes
    self.help = help
    self.fix = fix
  }
}
