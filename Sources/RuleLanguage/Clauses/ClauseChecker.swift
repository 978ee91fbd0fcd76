import Maritime
import StrictYAML

/// Resolves the names and types of one clause.
struct ClauseChecker {
  let values: ExpressionChecker

  init(vocabulary: Vocabulary, scope: Scope) {
    values = ExpressionChecker(vocabulary: vocabulary, scope: scope)
  }

  func clause(_ text: String, span: SourceSpan) throws(ClauseError) -> Clause {
    let syntax = try values.vocabulary.library.resolved(try ClauseParser.clause(text))
    let (form, flips) = try form(syntax.form)
    return Clause(text: text, span: span, form: form, isNegated: syntax.isNegated != flips)
  }

  /// The form, and whether its answer is to be turned round.
  private func form(
    _ syntax: ClauseSyntax.Form
  ) throws(ClauseError) -> (Clause.Form, Bool) {
    switch syntax {
    case .compare(let left, let comparison, let right):
      return (try compare(left, comparison, right), false)
    case .oneOf(let subject, let members): return (try oneOf(subject, members), false)
    case .between(let subject, let low, let high):
      return (try between(subject, low, high), false)
    case .memberOf(let subject, let reference, let time):
      return (try member(subject, of: reference, at: time), false)
    case .known(let subject): return (.known(try values.value(subject).expression), false)
    case .unknown(let subject): return (.known(try values.value(subject).expression), true)
    case .inside(let subject, let reference):
      let position = try value(subject, .position, before: "inside")
      return (.inside(position, try zone(reference)), false)
    case .nearReference(let subject, let distance, let reference):
      return (try near(subject, distance, try place(reference)), false)
    case .nearPosition(let subject, let distance, let other):
      let position = try values.value(other, like: .field(.position)).expression
      return (try near(subject, distance, .position(position)), false)
    case .listed(let subject, let list, let time):
      return (try listed(subject, list, time), false)
    }
  }

  private func compare(
    _ left: ExpressionSyntax, _ comparison: Comparison, _ right: ExpressionSyntax
  ) throws(ClauseError) -> Clause.Form {
    let (a, b) = try sides(left, right)
    if comparison.needsOrder, !a.type.isOrdered {
      throw ClauseError(
        problem: .notOrdered,
        message: "`\(comparison.rawValue)` needs an order, and \(a.type.description) has none",
        range: a.range, help: "compare with `==` or `!=`")
    }
    return .compare(a.expression, comparison, b.expression)
  }

  /// The side that is not written out decides the type of the other.
  private func sides(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax
  ) throws(ClauseError) -> (ExpressionChecker.Typed, ExpressionChecker.Typed) {
    guard values.isLiteral(left) else {
      let a = try values.value(left)
      return (a, try values.value(right, like: a.type))
    }
    if values.isLiteral(right) {
      // A misspelled field looks like a word, and is what the author meant.
      if case .word = left.form { _ = try values.value(left) }
      throw ClauseError(
        problem: .constantClause, message: "the clause compares two values and no field",
        range: left.range.lowerBound..<right.range.upperBound)
    }
    let b = try values.value(right)
    return (try values.value(left, like: b.type), b)
  }

  private func oneOf(
    _ subject: ExpressionSyntax, _ members: [ExpressionSyntax]
  ) throws(ClauseError) -> Clause.Form {
    let typed = try values.value(subject)
    var found: [FactValue] = []
    for member in members {
      guard let literal = try values.literal(member, of: typed.type) else {
        throw ClauseError(
          problem: .wrongType, message: "a list in brackets holds values such as words",
          range: member.range, label: "this is not a value of \(typed.type.description)")
      }
      if case .literal(let value) = literal { found.append(value) }
    }
    return .oneOf(typed.expression, found)
  }

  private func between(
    _ subject: ExpressionSyntax, _ low: ExpressionSyntax, _ high: ExpressionSyntax
  ) throws(ClauseError) -> Clause.Form {
    let typed = try values.value(subject)
    guard typed.type.isOrdered else {
      throw ClauseError(
        problem: .notOrdered,
        message: "a range needs an order, and \(typed.type.description) has none",
        range: typed.range)
    }
    let lower = try values.value(low, like: typed.type)
    let upper = try values.value(high, like: typed.type)
    if case .literal(let a) = lower.expression, case .literal(let b) = upper.expression,
      a.isGreater(than: b)
    {
      throw ClauseError(
        problem: .invertedRange, message: "the range ends before it starts",
        range: low.range.lowerBound..<high.range.upperBound)
    }
    return .between(typed.expression, lower.expression, upper.expression)
  }

  private func near(
    _ subject: ExpressionSyntax, _ distance: ExpressionSyntax, _ place: Clause.Place
  ) throws(ClauseError) -> Clause.Form {
    let position = try value(subject, .position, before: "within")
    let length = try values.value(distance, like: .field(.quantity(.length))).expression
    return .near(position, length, place)
  }

  private func listed(
    _ subject: ExpressionSyntax, _ list: ClauseSyntax.Reference, _ time: ExpressionSyntax
  ) throws(ClauseError) -> Clause.Form {
    let subject = try listSubject(subject)
    guard list.family == "lists" else { throw wrongFamily(list, ["lists"], after: "on") }
    guard isKebabCase(list.name) else {
      throw ClauseError(
        problem: .invalidName, message: "`\(list.text)` is not the name of a list",
        range: list.range, help: "write `@lists/` and a name such as `ofac-sdn`")
    }
    if let literal = try values.literal(time, of: .field(.time)) {
      return .listed(subject, list: list.name, at: literal)
    }
    return .listed(subject, list: list.name, at: try value(time, .time, before: "at"))
  }

  private func listSubject(_ syntax: ExpressionSyntax) throws(ClauseError) -> Expression {
    let typed = try values.value(syntax)
    guard typed.type == .field(.vessel) || typed.type == .field(.company) else {
      throw ClauseError(
        problem: .wrongType, message: "`on` asks about a vessel or a company",
        range: typed.range, label: "this is \(typed.type.description)")
    }
    return typed.expression
  }

  private func value(
    _ syntax: ExpressionSyntax, _ type: FieldType, before word: String
  ) throws(ClauseError) -> Expression {
    let typed = try values.value(syntax)
    guard typed.type == .field(type) else {
      let wanted = ValueType.field(type).description
      throw ClauseError(
        problem: .wrongType, message: "`\(word)` asks about \(wanted)", range: typed.range,
        label: "this is \(typed.type.description)")
    }
    return typed.expression
  }
}

extension ClauseChecker {
  private func member(
    _ subject: ExpressionSyntax, of reference: ClauseSyntax.Reference, at time: ExpressionSyntax?
  ) throws(ClauseError) -> Clause.Form {
    switch reference.family {
    case "lists": return try listMember(subject, of: reference, at: time)
    case "ports":
      if let time {
        throw ClauseError(
          problem: .misplacedDefinition, message: "groups of ports have no dates",
          range: time.range, help: "leave out `at`, or write a dated `kind: list` of ports")
      }
      let port = try value(subject, .port, before: "in @ports")
      return .oneOf(port, try ports(reference).map { .port(PortReference(code: $0.code)) })
    default: throw wrongFamily(reference, ["lists", "ports"], after: "in")
    }
  }

  /// Whether a country, port or word belongs to a list of the library.
  private func listMember(
    _ subject: ExpressionSyntax, of reference: ClauseSyntax.Reference, at time: ExpressionSyntax?
  ) throws(ClauseError) -> Clause.Form {
    let typed = try values.value(subject)
    if typed.type == .field(.vessel) || typed.type == .field(.company) {
      throw ClauseError(
        problem: .listWithoutTime, message: "`in \(reference.text)` does not say when",
        range: reference.range, help: help(for: subject, on: reference))
    }
    let library = values.vocabulary.library
    guard let set = library.sets[reference.name] else {
      throw library.unknown(reference, among: library.sets.keys.sorted())
    }
    guard case .field(let type) = typed.type, let members = set.members(for: type) else {
      throw ClauseError(
        problem: .wrongType, message: "`\(reference.text)` lists \(set.sentenceName)",
        range: typed.range, label: "this is \(typed.type.description)")
    }
    guard let time else {
      guard !set.isDated else {
        throw ClauseError(
          problem: .listWithoutTime, message: "`in \(reference.text)` does not say when",
          range: reference.range, label: "at what time?",
          help: "add `at start`, `at end` or `at now`: the entries of the list have dates")
      }
      return .oneOf(typed.expression, members.map(\.value))
    }
    let when = try values.value(time, like: .field(.time)).expression
    let dated = ListedValues(name: set.name, kind: set.kind, members: members)
    return .memberOf(typed.expression, dated, at: when)
  }

  /// Checks the `@` names of a clause whose fields are not known yet.
  func checkReferences(of syntax: ClauseSyntax) throws(ClauseError) {
    let clause = try values.vocabulary.library.resolved(syntax)
    switch clause.form {
    case .inside(_, let reference): _ = try zone(reference)
    case .nearReference(_, _, let reference): _ = try place(reference)
    case .memberOf(_, let reference, _) where reference.family == "ports":
      _ = try ports(reference)
    case .memberOf(_, let reference, _) where reference.family != "lists":
      throw wrongFamily(reference, ["lists", "ports"], after: "in")
    case .listed(_, let reference, _) where reference.family != "lists":
      throw wrongFamily(reference, ["lists"], after: "on")
    default: break
    }
  }

  /// A vessel is looked up as of now, another one as of the contact.
  private func help(
    for subject: ExpressionSyntax, on reference: ClauseSyntax.Reference
  ) -> String {
    guard case .word(let name) = subject.form, name != "vessel" else {
      return "write `vessel on \(reference.text) at now`"
    }
    return "write `\(name) on \(reference.text) at start`"
  }

  private func place(_ reference: ClauseSyntax.Reference) throws(ClauseError) -> Clause.Place {
    switch reference.family {
    case "zones": return .zone(try zone(reference))
    case "ports": return .ports(try ports(reference))
    default: throw wrongFamily(reference, ["zones", "ports"], after: "of")
    }
  }

  private func zone(_ reference: ClauseSyntax.Reference) throws(ClauseError) -> Zone {
    guard reference.family == "zones" else {
      throw wrongFamily(reference, ["zones"], after: "inside")
    }
    guard let zone = values.vocabulary.gazetteer.area(reference.name) else {
      throw values.unknownZone(reference.name, reference.range)
    }
    return zone
  }

  /// The ports of a group, or the one with that code.
  private func ports(_ reference: ClauseSyntax.Reference) throws(ClauseError) -> [Port] {
    let gazetteer = values.vocabulary.gazetteer
    if let codes = gazetteer.ports(inGroup: reference.name) {
      return codes.sorted().compactMap(gazetteer.port)
    }
    if let port = gazetteer.port(reference.name) { return [port] }
    throw ClauseError(
      problem: .unknownPort, message: "unknown port or group of ports `\(reference.name)`",
      range: reference.range,
      help: NameHelp(
        reference.name, in: gazetteer.groups + gazetteer.ports.map(\.code), prefix: "@ports/"),
      isReportedElsewhere: values.vocabulary.library.isBroken(reference.text))
  }

  private func wrongFamily(
    _ reference: ClauseSyntax.Reference, _ families: [String], after word: String
  ) -> ClauseError {
    let names = families.map { "`@\($0)/…`" }.joined(separator: " or ")
    return ClauseError(
      problem: .unknownReference, message: "`\(reference.text)` cannot follow `\(word)`",
      range: reference.range, help: "write \(names)")
  }
}

/// Whether a text has lower-case letters, digits and single dashes between them.
func isKebabCase(_ text: String) -> Bool { isName(text, joinedBy: UInt8(ascii: "-")) }

/// Whether a text has lower-case letters, digits and single underscores between them.
func isSnakeCase(_ text: String) -> Bool { isName(text, joinedBy: UInt8(ascii: "_")) }

private func isName(_ text: String, joinedBy joint: UInt8) -> Bool {
  guard let first = text.utf8.first, (97...122).contains(first) else { return false }
  return text.utf8.split(separator: joint, omittingEmptySubsequences: false).allSatisfy { part in
    !part.isEmpty && part.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
  }
}
