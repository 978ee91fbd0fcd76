import StrictYAML

/// Everything that lints look at together.
struct LintLibrary: Sendable {
  let rules: [LintedRule]
  /// The other files: lists, zones, policies, exceptions.
  let documents: [LintedDocument]
  let vocabulary: Vocabulary
  let terms: LintTerms
}
