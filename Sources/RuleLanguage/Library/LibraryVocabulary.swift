import Maritime
import StrictYAML

/// What the documents of a library add to what rules may say.
struct LibraryVocabulary: Sendable {
  var groups: [String: ClauseGroup] = [:]
  var values: [String: DefinedValue] = [:]
  var lists: [String: AuthorList] = [:]
  var sets: [String: ListedValues] = [:]
  var tables: [String: DecisionTable] = [:]
  /// What each name stands for, in a form that layout and comments leave unchanged.
  var meanings: [String: String] = [:]
  /// Whether every document could be read; a name that is missing may else stand in the broken one.
  var isWhole = true
  /// Names whose document has a mistake: whoever uses them makes none of his own.
  var broken: Set<String> = []

  /// Whether a name may be missing only because the document that gives it has a mistake.
  func isBroken(_ name: String) -> Bool { !isWhole || broken.contains(name) }

  /// The value behind `@values/NAME`, at the place of use.
  func resolved(_ syntax: ExpressionSyntax) throws(ClauseError) -> ExpressionSyntax {
    switch syntax.form {
    case .number, .text, .word: return syntax
    case .reference(let text):
      let reference = ClauseSyntax.Reference(text: text, range: syntax.range)
      guard reference.family == "values" else { return syntax }
      guard let value = values[reference.name] else {
        throw unknown(reference, among: values.keys.sorted())
      }
      return ExpressionSyntax(form: value.form, range: syntax.range)
    case .call(let name, let arguments):
      var inner: [ExpressionSyntax] = []
      for argument in arguments { inner.append(try resolved(argument)) }
      return ExpressionSyntax(form: .call(name, inner), range: syntax.range)
    case .arithmetic(let sign, let left, let right):
      return ExpressionSyntax(
        form: .arithmetic(sign, try resolved(left), try resolved(right)), range: syntax.range)
    }
  }

  /// The clause with the values behind its `@values/…`.
  func resolved(_ syntax: ClauseSyntax) throws(ClauseError) -> ClauseSyntax {
    ClauseSyntax(form: try resolved(syntax.form), isNegated: syntax.isNegated)
  }

  private func resolved(_ form: ClauseSyntax.Form) throws(ClauseError) -> ClauseSyntax.Form {
    switch form {
    case .compare(let left, let sign, let right):
      return .compare(try resolved(left), sign, try resolved(right))
    case .oneOf(let subject, let members):
      var inner: [ExpressionSyntax] = []
      for member in members { inner.append(try resolved(member)) }
      return .oneOf(try resolved(subject), inner)
    case .between(let subject, let low, let high):
      return .between(try resolved(subject), try resolved(low), try resolved(high))
    case .memberOf(let subject, let reference, let time):
      var inner: ExpressionSyntax?
      if let time { inner = try resolved(time) }
      return .memberOf(try resolved(subject), reference, at: inner)
    case .known(let subject): return .known(try resolved(subject))
    case .unknown(let subject): return .unknown(try resolved(subject))
    case .inside(let subject, let reference): return .inside(try resolved(subject), reference)
    case .nearReference(let subject, let distance, let reference):
      return .nearReference(try resolved(subject), try resolved(distance), reference)
    case .nearPosition(let subject, let distance, let other):
      return .nearPosition(
        try resolved(subject), try resolved(distance), try resolved(other))
    case .listed(let subject, let list, let time):
      return .listed(try resolved(subject), list, at: try resolved(time))
    }
  }

  /// An `@` name that no document gives; one whose document is broken is reported there.
  func unknown(
    _ reference: ClauseSyntax.Reference, among names: [String]
  ) -> ClauseError {
    ClauseError(
      problem: .unknownDefinition,
      message: "no document of this library gives `\(reference.text)`", range: reference.range,
      help: nearestName(to: reference.name, in: names)
        .map { "did you mean `@\(reference.family)/\($0)`?" },
      isReportedElsewhere: isBroken(reference.text))
  }
}
