/// Reads a clause by the grammar of the language page, from left to right.
struct ClauseParser {
  private let tokens: [ClauseToken]
  private var index = 0
  private var depth = 0

  /// Deeper brackets than this nobody reads (our own default).
  private static let maximumDepth = 32

  init(_ clause: String) { tokens = clauseTokens(clause) }

  /// Reads the whole text as one clause.
  static func clause(_ text: String) throws(ClauseError) -> ClauseSyntax {
    var parser = ClauseParser(text)
    let clause = try parser.clause()
    try parser.expectEnd()
    return clause
  }

  /// Reads the whole text as one value.
  static func expression(_ text: String) throws(ClauseError) -> ExpressionSyntax {
    var parser = ClauseParser(text)
    let expression = try parser.expression()
    try parser.expectEnd()
    return expression
  }

  /// Reads the whole text as `low..high`.
  static func range(
    _ text: String
  ) throws(ClauseError) -> (low: ExpressionSyntax, high: ExpressionSyntax) {
    var parser = ClauseParser(text)
    let low = try parser.expression()
    guard parser.take("..") else {
      guard parser.next.kind == .end else { throw parser.expected("`..`") }
      throw ClauseError(
        problem: .clauseSyntax, message: "the range `\(text)` has no end", range: low.range,
        help: "write both ends, such as `0h..7d`")
    }
    let high = try parser.expression()
    try parser.expectEnd()
    return (low, high)
  }

  private var next: ClauseToken { tokens[index] }

  private mutating func advance() { index = min(index + 1, tokens.count - 1) }

  private mutating func take(_ text: String) -> Bool {
    guard next.kind == .word || next.kind == .symbol, next.text == text else { return false }
    advance()
    return true
  }

  private func expected(_ what: String) -> ClauseError {
    switch next.text {
    case "and", "or", "&&", "||": connective()
    case "=": singleEquals()
    default:
      ClauseError(
        problem: .clauseSyntax,
        message: next.kind == .end
          ? "the clause ends where \(what) is expected"
          : "`\(next.text)` stands where \(what) is expected",
        range: next.range, help: expectedHelp)
    }
  }

  /// The slips of people who know another language.
  private var expectedHelp: String? {
    let before = index > 0 ? tokens[index - 1] : nil
    switch (before?.text, next.text) {
    case ("<", ">"): return "write `!=`"
    case ("is", "null"), ("is", "none"), ("is", "missing"), ("is", "empty"):
      return "write `is unknown`"
    case ("is", "not"): return "write `is known`, `is unknown` or `!=`"
    case (_, "%"): return "write the number and `%` together, such as `60%`"
    default:
      guard let before, before.kind == .number, next.kind == .word,
        QuantityLiteral.symbols.contains(next.text)
      else { return nil }
      return "write the number and its unit together: `\(before.text)\(next.text)`"
    }
  }

  private func singleEquals() -> ClauseError {
    let after = index + 1 < tokens.count ? tokens[index + 1] : nil
    let isArrow = after.map { $0.range.lowerBound == next.range.upperBound } ?? false
    let sign = after?.text ?? ""
    return ClauseError(
      problem: .singleEquals, message: "`=` does not compare", range: next.range,
      help: isArrow && ["<", ">"].contains(sign) ? "write `\(sign)=`" : "write `==`",
      fix: isArrow ? nil : "==")
  }

  private func connective() -> ClauseError {
    let isAnd = next.text == "and" || next.text == "&&"
    return ClauseError(
      problem: .clauseConnective, message: "a clause has no `\(next.text)`", range: next.range,
      help: isAnd
        ? "write each part as a list item of its own" : "write the parts as a list under `any:`")
  }
}

extension ClauseParser {
  private mutating func clause() throws(ClauseError) -> ClauseSyntax {
    var isNegated = take("not")
    let subject = try expression()
    if take("not") { isNegated.toggle() }
    return ClauseSyntax(form: try predicate(of: subject), isNegated: isNegated)
  }

  private mutating func predicate(
    of subject: ExpressionSyntax
  ) throws(ClauseError) -> ClauseSyntax.Form {
    if next.kind == .symbol, let comparison = Comparison(rawValue: next.text) {
      advance()
      return .compare(subject, comparison, try expression())
    }
    if take("in") { return try membership(of: subject) }
    if take("inside") { return .inside(subject, try reference()) }
    if take("within") { return try nearness(of: subject) }
    if take("on") { return try listing(of: subject) }
    guard take("is") else {
      throw expected("a comparison, `in`, `is`, `inside`, `within` or `on`")
    }
    return try knowledge(of: subject)
  }

  private mutating func knowledge(
    of subject: ExpressionSyntax
  ) throws(ClauseError) -> ClauseSyntax.Form {
    if take("known") { return .known(subject) }
    guard take("unknown") else { throw expected("`known` or `unknown`") }
    return .unknown(subject)
  }

  private mutating func membership(
    of subject: ExpressionSyntax
  ) throws(ClauseError) -> ClauseSyntax.Form {
    if next.kind == .reference, !next.text.hasPrefix("@values/") {
      let set = try reference()
      return .memberOf(subject, set, at: take("at") ? try expression() : nil)
    }
    guard take("[") else {
      let low = try expression()
      guard take("..") else { throw notAList(low) }
      return .between(subject, low, try expression())
    }
    var members: [ExpressionSyntax] = []
    repeat { members.append(try expression()) } while take(",")
    guard take("]") else { throw expected("`,` or `]`") }
    return .oneOf(subject, members)
  }

  /// `in ais` is a list without its brackets.
  private func notAList(_ member: ExpressionSyntax) -> ClauseError {
    var error = expected("`..` or a list in brackets")
    if next.kind == .end, case .word(let word) = member.form {
      error.help = "write `== \(word)`, or a list such as `in [\(word)]`"
    }
    return error
  }

  private mutating func nearness(
    of subject: ExpressionSyntax
  ) throws(ClauseError) -> ClauseSyntax.Form {
    let distance = try expression()
    guard take("of") else { throw expected("`of`") }
    if next.kind == .reference { return .nearReference(subject, distance, try reference()) }
    return .nearPosition(subject, distance, try expression())
  }

  private mutating func listing(
    of subject: ExpressionSyntax
  ) throws(ClauseError) -> ClauseSyntax.Form {
    let list = try reference()
    guard take("at") else {
      throw ClauseError(
        problem: .listWithoutTime, message: "`on \(list.text)` does not say when",
        range: list.range, label: "at what time?",
        help: "add `at start`, `at end` or `at now`: a list is asked as it stood at a time")
    }
    return .listed(subject, list, at: try expression())
  }

  private mutating func reference() throws(ClauseError) -> ClauseSyntax.Reference {
    guard next.kind == .reference else { throw expected("a name such as `@zones/…`") }
    let reference = ClauseSyntax.Reference(text: next.text, range: next.range)
    advance()
    return reference
  }

  private func expectEnd() throws(ClauseError) {
    guard next.kind == .end else { throw expected("the end of the clause") }
  }
}

extension ClauseParser {
  private mutating func expression() throws(ClauseError) -> ExpressionSyntax {
    try chain([.plus, .minus]) { parser throws(ClauseError) in
      try parser.chain([.times, .dividedBy]) { parser throws(ClauseError) in try parser.atom() }
    }
  }

  private mutating func chain(
    _ operators: [ArithmeticOperator],
    _ operand: (inout ClauseParser) throws(ClauseError) -> ExpressionSyntax
  ) throws(ClauseError) -> ExpressionSyntax {
    var left = try operand(&self)
    while next.kind == .symbol, let sign = ArithmeticOperator(rawValue: next.text),
      operators.contains(sign)
    {
      advance()
      let right = try operand(&self)
      let range = left.range.lowerBound..<right.range.upperBound
      left = ExpressionSyntax(form: .arithmetic(sign, left, right), range: range)
    }
    return left
  }

  private mutating func atom() throws(ClauseError) -> ExpressionSyntax {
    let token = next
    switch token.kind {
    case .number: return single(.number(token.text))
    case .text: return single(.text(token.text))
    case .reference: return single(.reference(token.text))
    case .word where !Self.keywords.contains(token.text):
      advance()
      guard next.text == "(", next.kind == .symbol else {
        return ExpressionSyntax(form: .word(token.text), range: token.range)
      }
      return try call(token)
    case .symbol where token.text == "-":
      advance()
      guard next.kind == .number, next.range.lowerBound == token.range.upperBound else {
        throw expected("a number")
      }
      let range = token.range.lowerBound..<next.range.upperBound
      let number = ExpressionSyntax(form: .number("-" + next.text), range: range)
      advance()
      return number
    case .symbol where token.text == "(":
      return try nested { parser throws(ClauseError) in
        let inner = try parser.expression()
        guard parser.take(")") else { throw parser.expected("`)`") }
        return inner
      }
    default: throw expected("a value")
    }
  }

  private mutating func single(_ form: ExpressionSyntax.Form) -> ExpressionSyntax {
    let range = next.range
    advance()
    return ExpressionSyntax(form: form, range: range)
  }

  private mutating func call(_ name: ClauseToken) throws(ClauseError) -> ExpressionSyntax {
    try nested { parser throws(ClauseError) in
      var arguments: [ExpressionSyntax] = []
      if parser.next.text != ")" {
        repeat { arguments.append(try parser.expression()) } while parser.take(",")
      }
      let end = parser.next.range.upperBound
      guard parser.take(")") else { throw parser.expected("`,` or `)`") }
      return ExpressionSyntax(
        form: .call(name.text, arguments), range: name.range.lowerBound..<end)
    }
  }

  /// Steps over the opening bracket and guards the stack against thousands of them.
  private mutating func nested(
    _ body: (inout ClauseParser) throws(ClauseError) -> ExpressionSyntax
  ) throws(ClauseError) -> ExpressionSyntax {
    guard depth < Self.maximumDepth else {
      throw ClauseError(
        problem: .tooComplex, message: "brackets stand too deep in one another",
        range: next.range)
    }
    advance()
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  /// Words that never name a field or a value.
  static let keywords: Set<String> = [
    "and", "at", "in", "inside", "is", "not", "of", "on", "or", "within",
  ]
}
