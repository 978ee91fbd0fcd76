import StrictYAML

/// Something that compiles and that its author probably does not want.
public struct Lint: Sendable {
  /// The stable short code: `W14`.
  public let code: String
  /// The stable name, in kebab case.
  public let id: String
  /// One sentence: what a rule should or should not do.
  public let summary: String
  /// Why, for the reference page.
  public let rationale: String
  /// Top-level keys of a rule that the lint objects to.
  public let bad: String
  /// The same keys as they should be.
  public let good: String
  let check: @Sendable (LintedRule, LintLibrary) -> [LintFinding]
  /// Checks a file that is no rule.
  let checkDocument: @Sendable (LintedDocument, LintLibrary) -> [LintFinding]

  /// Creates a lint that looks at rules.
  init(
    _ code: String, id: String, summary: String, rationale: String, bad: String, good: String,
    check: @escaping @Sendable (LintedRule, LintLibrary) -> [LintFinding] = { _, _ in [] }
  ) {
    self.init(
      code, id: id, summary: summary, rationale: rationale, bad: bad, good: good,
      document: { _, _ in [] }, check: check)
  }

  /// Creates a lint that looks at other files too.
  init(
    _ code: String, id: String, summary: String, rationale: String, bad: String, good: String,
    document: @escaping @Sendable (LintedDocument, LintLibrary) -> [LintFinding],
    check: @escaping @Sendable (LintedRule, LintLibrary) -> [LintFinding] = { _, _ in [] }
  ) {
    self.code = code
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.bad = bad
    self.good = good
    self.check = check
    checkDocument = document
  }

  /// Every lint, by code; a new one takes the next code.
  public static let all: [Lint] = [
    .impossibleClauses, .redundantClause, .duplicateClause, .alwaysTrueClause, .neverTrueClause,
    .exhaustiveAny, .unreachableAlternative, .plainAtLeast, .doubleNegation, .groupOfOne,
    .needlessGroup, .listOfOne, .repeatedValue, .exactMeasurement, .negatedOptionalField,
    .withinBeyondLookback, .stepsDoNotFit, .stepWithoutWhere, .unusedName, .unusedDocument,
    .gapWithoutReception, .gapWithoutFeedOutage, .pointsAboveCap, .costlyRule, .missingOwner,
    .missingReferences, .missingFalsePositives, .missingTests, .noFiringTest, .noNearMiss,

    .noUnknownTest, .versionNotRaised, .invalidIMO, .unassignedMMSI, .unassignedCountry,
    .unknownLocode, .yamlBoolean, .expiredException, .unusedWaiver, .vagueWaiver,
    .malformedWaiver, .listedNow, .deprecatedRule, .longTitle, .titleFullStop, .unmarkedNumber,
    .undatedReference, .lookbackBelowHalfLife, .prohibitedWithoutRegime, .severeSkip,
    .scoreWithoutEffect, .uselessMaximum, .duplicateTestName, .factOutsideLookback,
    .idleVariant, .sayWithoutValue, .sayOmitsCited, .uncertainEvidence, .subsumedRule, .sameMatch,
    .nearGroup, .missingTypology, .missingEvidence, .missingExceptableBy, .testWithoutAnswer,
    .fileName, .bareRatio, .idlePerExtra,
  ]
}
