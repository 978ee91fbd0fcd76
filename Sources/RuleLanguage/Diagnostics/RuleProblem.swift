import StrictYAML

/// Everything that can be wrong with a rule, with the names that never change.
///
/// New problems go to the end, because the code counts from the top.
public enum RuleProblem: String, CaseIterable, Sendable {
  /// A fact or the vessel has no such field.
  case unknownField = "unknown-field"
  /// The catalogue has no such fact.
  case unknownFact = "unknown-fact"
  /// A mapping has a key that means nothing there.
  case unknownKey = "unknown-key"
  /// A mapping lacks a key.
  case missingKey = "missing-key"
  /// Text stands where a list or mapping is needed, or the other way round.
  case wrongShape = "wrong-shape"
  /// A key has a value that is not one of its words.
  case unknownChoice = "unknown-choice"
  /// A whole number is needed.
  case invalidNumber = "invalid-number"
  /// A name has the wrong shape.
  case invalidName = "invalid-name"
  /// The file is not a rule.
  case unsupportedKind = "unsupported-kind"
  /// The language version is not known.
  case unsupportedLanguage = "unsupported-language"
  /// The rule is about something else than a vessel.
  case unsupportedSubject = "unsupported-subject"
  /// There is no such operator.
  case unknownOperator = "unknown-operator"
  /// A list or mapping holds nothing.
  case emptyList = "empty-list"
  /// A clause breaks the grammar.
  case clauseSyntax = "clause-syntax"
  /// A clause holds `and` or `or`.
  case clauseConnective = "clause-connective"
  /// A clause compares with `=`.
  case singleEquals = "single-equals"
  /// Nothing in the rule has that name.
  case unknownName = "unknown-name"
  /// Two things have one name.
  case duplicateName = "duplicate-name"
  /// Two values of different types meet.
  case wrongType = "wrong-type"
  /// A quantity has a unit of another dimension.
  case wrongUnit = "wrong-unit"
  /// There is no such unit.
  case unknownUnit = "unknown-unit"
  /// A field has no such word.
  case unknownWord = "unknown-word"
  /// A country is two upper-case letters.
  case invalidCountry = "invalid-country"
  /// There is no such function.
  case unknownFunction = "unknown-function"
  /// A function has too many or too few values.
  case wrongArgumentCount = "wrong-argument-count"
  /// The gazetteer has no such port or group of ports.
  case unknownPort = "unknown-port"
  /// The gazetteer has no such zone.
  case unknownZone = "unknown-zone"
  /// An `@` names something else than a list, ports or a zone.
  case unknownReference = "unknown-reference"
  /// List membership is asked without a time.
  case listWithoutTime = "list-without-time"
  /// Values without an order are ordered.
  case notOrdered = "not-ordered"
  /// Both sides of a clause are written out.
  case constantClause = "constant-clause"
  /// The arithmetic has no meaning.
  case invalidArithmetic = "invalid-arithmetic"
  /// A range ends before it starts.
  case invertedRange = "inverted-range"
  /// A time is not one.
  case invalidTime = "invalid-time"
  /// A number has too many digits.
  case numberTooLarge = "number-too-large"
  /// A value has no such part.
  case unknownPart = "unknown-part"
  /// `on_unknown: skip` does not say why.
  case skipWithoutReason = "skip-without-reason"
  /// A key needs a span of time or another quantity.
  case invalidQuantity = "invalid-quantity"
  /// A sequence has too few or too many steps.
  case wrongStepCount = "wrong-step-count"
  /// A step's key refers to a step that is not there.
  case misplacedStepKey = "misplaced-step-key"
  /// Keys exclude one another, or one of them is missing.
  case conflictingKeys = "conflicting-keys"
  /// A template's braces do not match.
  case templateSyntax = "template-syntax"
  /// A clause or template asks one value of a name that stands for several facts.
  case manyFacts = "many-facts"
  /// A condition refers to names of two operators at once.
  case namesOfTwoOperators = "names-of-two-operators"
  /// A name is not bound in every way in which the rule may fire.
  case uncertainName = "uncertain-name"
  /// A test has a value that its field cannot hold.
  case invalidTestValue = "invalid-test-value"
  /// A test changes something that is not there.
  case unknownTestPath = "unknown-test-path"
  /// A test's fact ends before it starts.
  case invertedTestFact = "inverted-test-fact"
  /// The rule is nested too deep or is too large.
  case tooComplex = "too-complex"
  /// A rule about all vessels asks about one.
  case noVessel = "no-vessel"
  /// The tiers of a sum do not rise.
  case unsortedTiers = "unsorted-tiers"
  /// A path follows facts that name no other vessel.
  case noPartner = "no-partner"
  /// A rule may take more steps than it is allowed.
  case tooCostly = "too-costly"
  /// The formatter found no layout that means the same.
  case noSafeLayout = "no-safe-layout"
  /// No document of the library gives a name.
  case unknownDefinition = "unknown-definition"
  /// A definition or a table is used where it has no meaning.
  case misplacedDefinition = "misplaced-definition"
  /// A definition uses another, or computes.
  case nestedDefinition = "nested-definition"
  /// Two documents give one name.
  case duplicateDocument = "duplicate-document"
  /// The outline of a zone encloses nothing, crosses itself or the antimeridian.
  case invalidPolygon = "invalid-polygon"
  /// A decision table has no row for some inputs.
  case tableGap = "table-gap"
  /// Two rows of a decision table hold at once.
  case tableOverlap = "table-overlap"
  /// An entry of a list names nobody.
  case invalidListEntry = "invalid-list-entry"
  /// An exception cannot suppress what it names.
  case invalidException = "invalid-exception"
  /// The manifest of a pack names something that cannot be.
  case invalidManifest = "invalid-manifest"
  /// A file of tests has no rule beside it.
  case orphanTests = "orphan-tests"

  /// The stable name, in kebab case.
  public var id: String { rawValue }

  /// The stable code, from `E020`; those before belong to the YAML reader.
  public var code: String {
    let number = 20 + (Self.allCases.firstIndex(of: self) ?? 0)
    // E090 was given to two rules of one id before these came so far.
    let code = number < 90 ? number : number + 1
    return code < 100 ? "E0\(code)" : "E\(code)"
  }
}

/// One line of the reference page: a problem that authors can meet.
public struct ProblemDescription: Hashable, Sendable {
  /// The stable code.
  public let code: String
  /// The stable name.
  public let id: String

  /// Every problem that reading and compiling a rule can report, sorted by code.
  public static let all =
    YAMLProblem.allCases.map { ProblemDescription(code: $0.code, id: $0.id) }
    + RuleProblem.allCases.map { ProblemDescription(code: $0.code, id: $0.id) }
}
