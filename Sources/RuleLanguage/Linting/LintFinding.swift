import StrictYAML

/// A place that a lint objects to.
struct LintFinding: Sendable {
  let message: String
  let span: SourceSpan
  /// The file, when it is not that of the rule.
  var file: String?
  var label: String?
  var notes: [Diagnostic.Note] = []
  var help: String?

  init(
    _ message: String, at span: SourceSpan, in file: String? = nil, label: String? = nil,
    notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    self.message = message
    self.span = span
    self.file = file
    self.label = label
    self.notes = notes
    self.help = help
  }
}
