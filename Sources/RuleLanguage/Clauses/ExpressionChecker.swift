import Maritime
import StrictYAML

/// Resolves the names and types of values.
struct ExpressionChecker {
  let vocabulary: Vocabulary
  let scope: Scope

  /// A value with its type.
  struct Typed {
    let expression: Expression
    let type: ValueType
    let range: Range<Int>
  }

  /// Resolves a value whose type nothing around it decides.
  func value(_ syntax: ExpressionSyntax) throws(ClauseError) -> Typed {
    switch syntax.form {
    case .number(let text): try number(text, syntax.range)
    case .word("now"): Typed(expression: .now, type: .field(.time), range: syntax.range)
    case .word(let path): try self.path(path, syntax.range)
    case .call(let name, let arguments): try call(name, arguments, syntax.range)
    case .arithmetic(let sign, let left, let right):
      try arithmetic(sign, left, right, syntax.range)
    case .text(let text):
      throw ClauseError(
        problem: .constantClause, message: "the text \"\(text)\" is compared with nothing",
        range: syntax.range)
    case .reference(let name): try reference(name, syntax.range)
    }
  }

  /// What a decision table gives for the fact in question or for the vessel.
  private func reference(_ text: String, _ range: Range<Int>) throws(ClauseError) -> Typed {
    let reference = ClauseSyntax.Reference(text: text, range: range)
    guard reference.family == "tables" else {
      throw ClauseError(
        problem: .unknownReference, message: "`\(text)` cannot stand here", range: range,
        help: "a name with `@` follows `in`, `inside`, `of` or `on`; only `@tables/` and `@values/`"
          + " are values")
    }
    guard let table = vocabulary.library.tables[reference.name] else {
      throw vocabulary.library.unknown(
        reference, among: vocabulary.library.tables.keys.sorted())
    }
    if table.subject == .state {
      try requireVessel(range)
      return Typed(expression: .table(table, .state), type: table.output, range: range)
    }
    guard table.subject == scope.current else {
      throw ClauseError(
        problem: .misplacedDefinition,
        message: "`\(text)` is about \(table.subject.sentenceName)", range: range,
        help: "use it in the clauses of such a fact")
    }
    return Typed(expression: .table(table, .current), type: table.output, range: range)
  }

  /// Resolves a value that is compared with a value of `type`.
  func value(_ syntax: ExpressionSyntax, like type: ValueType) throws(ClauseError) -> Typed {
    if let literal = try literal(syntax, of: type) {
      return Typed(expression: literal, type: type, range: syntax.range)
    }
    let typed = try value(syntax)
    guard typed.type.isComparable(with: type) else { throw mismatch(typed, type) }
    return typed
  }

  /// Whether the value is written out, so that it takes its type from the other side.
  func isLiteral(_ syntax: ExpressionSyntax) -> Bool {
    switch syntax.form {
    case .number, .text: true
    case .word(let word):
      word != "now" && word != "vessel" && !(word == scope.subject.rawValue && isSubject(word))
        && !word.contains(".") && field(word) == nil
    default: false
    }
  }

  private func field(_ name: String) -> FieldDeclaration? {
    scope.current.flatMap { vocabulary.field(name, of: $0) }
  }

  private func mismatch(_ typed: Typed, _ type: ValueType) -> ClauseError {
    ClauseError(
      problem: .wrongType,
      message: "\(typed.type.description) cannot be compared with \(type.description)",
      range: typed.range, label: "this is \(typed.type.description)",
      help: typed.type == .number ? type.advice : nil)
  }

  /// The near name; or the fact that has the field, when this one has none like it.
  private func fieldHelp(_ name: String, in names: [String]) -> (any HelpText)? {
    if nearestName(to: name, in: names) == nil {
      let owners = vocabulary.catalog.kinds.filter { $0.index(of: name) != nil }
      if let owner = owners.first { return "`\(name)` is a field of \(owner.name)" }
      if vocabulary.stateFields.contains(where: { $0.name == name }) {
        return "write `vessel.\(name)` for the vessel's own"
      }
    }
    return nameHelp(name, in: names)
  }
}

extension ExpressionChecker {
  private func path(_ path: String, _ range: Range<Int>) throws(ClauseError) -> Typed {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let start = range.lowerBound
    guard parts.count > 1 else { return try bareWord(path, range) }
    let headRange = start..<start + parts[0].utf8.count
    var used = 2
    let source: FieldReference.Source
    let subject: Scope.Subject
    if parts[0] == scope.subject.rawValue, isSubject(parts[0]) {
      (source, subject) = (.state, .state)
    } else if let current = scope.current, parts[0] == scope.currentName {
      (source, subject) = (scope.currentSource, current)
    } else if let name = scope.names[parts[0]] {
      try requireOne(name, parts[0], headRange)
      subject = name.subject
      source = subject == .state ? .state : .named(parts[0])
    } else if let current = scope.current, field(parts[0]) != nil {
      (source, subject) = (scope.currentSource, current)
      used = 1
    } else {
      if parts[0] == "vessel" { try requireVessel(headRange) }
      throw unknownName(parts[0], headRange)
    }
    let fieldName = parts[used - 1]
    let fieldStart = used == 1 ? start : headRange.upperBound + 1
    let fieldRange = fieldStart..<fieldStart + fieldName.utf8.count
    let base = try self.field(fieldName, of: subject, source, fieldRange)
    return try self.part(Array(parts[used...]), of: base, fieldRange.upperBound + 1)
  }

  private func bareWord(_ word: String, _ range: Range<Int>) throws(ClauseError) -> Typed {
    if let current = scope.current, field(word) != nil {
      return try field(word, of: current, scope.currentSource, range)
    }
    if word == scope.subject.rawValue, let type = scope.subject.valueType {
      return Typed(expression: .vessel, type: .field(type), range: range)
    }
    if word == "vessel" { try requireVessel(range) }
    guard let current = scope.current else { throw unknownName(word, range) }
    return try field(word, of: current, scope.currentSource, range)
  }

  private func field(
    _ name: String, of subject: Scope.Subject, _ source: FieldReference.Source, _ range: Range<Int>
  ) throws(ClauseError) -> Typed {
    if subject == .state, scope.subject == .program { try requireVessel(range) }
    guard let declaration = vocabulary.field(name, of: subject) else {
      let names = vocabulary.fields(of: subject).map(\.name)
      throw ClauseError(
        problem: .unknownField, message: "unknown field `\(name)` of \(subject.sentenceName)",
        range: range, label: "not a field here",
        help: fieldHelp(name, in: names), concernsFact: source == .current && subject != .state)
    }
    let reference = FieldReference(source: source, field: name)
    return Typed(
      expression: .field(reference), type: .field(declaration.type), range: range)
  }

  private func part(
    _ parts: [String], of base: Typed, _ start: Int
  ) throws(ClauseError) -> Typed {
    guard let name = parts.first else { return base }
    let known = ValuePart.parts(of: base.type)
    let range = start..<start + name.utf8.count
    guard parts.count == 1, let part = ValuePart(rawValue: name), known.contains(part) else {
      throw ClauseError(
        problem: .unknownPart, message: "\(base.type.description) has no part `\(name)`",
        range: range, help: nameHelp(name, in: known.map(\.rawValue)))
    }
    return Typed(
      expression: .part(base.expression, part), type: .field(.text),
      range: base.range.lowerBound..<range.upperBound)
  }

  /// Whether a word means the subject of the rule, and not a field or name that is nearer.
  private func isSubject(_ word: String) -> Bool {
    guard scope.subject != .vessel else { return true }
    return scope.subject != .program && field(word) == nil && scope.names[word] == nil
  }

  /// Only a rule about vessels has one; otherwise each fact says which vessel it is about.
  private func requireVessel(_ range: Range<Int>) throws(ClauseError) {
    guard scope.subject != .vessel else { return }
    throw ClauseError(
      problem: .noVessel,
      message: "a rule for a \(scope.subject.rawValue) has no vessel of its own", range: range,
      help: "write `of_vessel` in the clauses of a fact")
  }

  private func requireOne(
    _ name: Scope.Name, _ text: String, _ range: Range<Int>
  ) throws(ClauseError) {
    if name.isGroup {
      throw ClauseError(
        problem: .manyFacts, message: "`\(text)` stands for several facts", range: range)
    }
    if !name.isCertain {
      throw ClauseError(
        problem: .uncertainName, message: "`\(text)` may be missing when the rule fires",
        range: range)
    }
  }

  private func unknownName(_ name: String, _ range: Range<Int>) -> ClauseError {
    let fields = scope.current.map { vocabulary.fields(of: $0).map(\.name) } ?? []
    let names =
      (scope.currentName.map { [$0] } ?? []) + scope.names.keys.sorted()
      + [scope.subject.rawValue]
    return ClauseError(
      problem: .unknownName, message: "unknown name `\(name)`", range: range,
      label: "nothing has this name here",
      help: NameHelp(name, in: names + fields) ?? nameHelp(name, in: names))
  }
}

extension Scope.Subject {
  var sentenceName: String {
    switch self {
    case .fact(let kind): kind.name
    case .state: "the vessel"
    }
  }
}
