import Maritime
import StrictYAML

/// Reads the parts of one rule file and collects what is wrong with them.
///
/// A part that is wrong is reported once and left out, so that one mistake gives one diagnostic.
struct RuleReader {
  let source: SourceText
  let file: String
  var vocabulary: Vocabulary
  /// What the rule is about.
  var subject = RuleHeader.Subject.vessel
  /// Whether the cases of a rule are read; who only screens has no use for them.
  var readsTests = true
  /// Whether the text belongs to a definition, which cannot use another.
  var isInDefinition = false
  /// Whether something is missing whose mistake is reported in another document.
  var isIncomplete = false
  private(set) var diagnostics: [Diagnostic] = []
  /// The case whose variants are read.
  var baseCase = ReadCase()

  init(source: SourceText, file: String, vocabulary: Vocabulary) {
    self.source = source
    self.file = file
    self.vocabulary = vocabulary
  }

  mutating func report(
    _ problem: RuleProblem, _ message: String, at span: SourceSpan, label: String? = nil,
    notes: [Diagnostic.Note] = [], help: (any HelpText)? = nil, fix: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code: problem.code, id: problem.id, message: message, file: file, span: span,
        label: label, notes: notes, help: help?.sentence, fix: fix ?? help?.fix))
  }

  /// Reports a clause error at the bytes within the scalar where it stands.
  mutating func report(_ error: ClauseError, in node: YAMLNode, notes: [Diagnostic.Note] = []) {
    guard !error.isReportedElsewhere else {
      isIncomplete = true
      return
    }
    let span = span(of: error.range, in: node)
    // A fix for a word must not take the place of the whole text.
    let isExact = span.end.offset - span.start.offset == error.range.count
    report(
      error.problem, error.message, at: span, label: error.label, notes: notes,
      help: error.help, fix: isExact ? error.fix : nil)
  }

  /// The place of bytes of a scalar's text; the whole scalar where quotes or folding change it.
  func span(of range: Range<Int>, in node: YAMLNode) -> SourceSpan {
    guard case .scalar(let text, let isQuoted) = node.content else { return node.span }
    let start = node.span.start.offset + (isQuoted ? 1 : 0)
    let end = start + text.utf8.count
    guard end <= source.bytes.count, source.bytes[start..<end].elementsEqual(text.utf8) else {
      return node.span
    }
    return source.span(start + range.lowerBound..<start + range.upperBound)
  }

  func keySpan(_ key: String, in node: YAMLNode) -> SourceSpan {
    node.entries?.first { $0.key == key }?.keySpan ?? node.span
  }
}

extension RuleReader {
  /// Whether the node is a mapping with all of `required`; reports every key not in `allowed`.
  mutating func checkKeys(
    of node: YAMLNode, _ allowed: [String], required: [String] = [], in place: String
  ) -> Bool {
    // A key is quoted; `a step` is a thing.
    var shown: String { place.hasPrefix("a ") ? place : "`\(place)`" }
    guard let entries = node.entries else {
      let example = required.first.flatMap { key in node.text.map { "{\(key): \($0)}" } }
      report(
        .wrongShape, "\(shown) is a mapping of keys and values", at: node.span,
        help: example.map { "write it such as `\($0)`" })
      return false
    }
    for entry in entries where !allowed.contains(entry.key) {
      report(
        .unknownKey, "unknown key `\(entry.key)` in \(shown)", at: entry.keySpan,
        label: "not a key here", help: nameHelp(entry.key, in: allowed))
    }
    // A misspelled key is one mistake, not two.
    let hasUnknown = entries.contains { !allowed.contains($0.key) }
    let missing = required.filter { node[$0] == nil }
    if !hasUnknown, !missing.isEmpty {
      let names = missing.map { "`\($0)`" }.joined(separator: ", ")
      let keys = missing.map { "`\($0):`" }.joined(separator: ", ")
      report(
        .missingKey, "\(shown) has no \(names)", at: start(of: node), help: "add \(keys)")
    }
    return missing.isEmpty
  }

  /// The first key, or the first byte: a whole mapping underlined says nothing.
  private func start(of node: YAMLNode) -> SourceSpan {
    node.entries?.first?.keySpan ?? SourceSpan(start: node.span.start, end: node.span.start)
  }

  mutating func text(_ node: YAMLNode, key: String) -> String? {
    guard let text = node.text, !text.isEmpty else {
      report(.wrongShape, "`\(key)` is text", at: node.span)
      return nil
    }
    return text
  }

  /// A text, or a list of texts.
  mutating func texts(_ node: YAMLNode?, key: String) -> [String] {
    guard let node else { return [] }
    guard let items = node.items else { return text(node, key: key).map { [$0] } ?? [] }
    return items.compactMap { text($0, key: key) }
  }

  mutating func integer(_ node: YAMLNode, _ range: ClosedRange<Int>, key: String) -> Int? {
    guard let text = node.text, let number = Int(text), range.contains(number) else {
      report(
        .invalidNumber,
        "`\(key)` is a whole number from \(range.lowerBound) to \(range.upperBound)",
        at: node.span)
      return nil
    }
    return number
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: YAMLNode?, _ type: Choice.Type, key: String
  ) -> Choice? where Choice.RawValue == String {
    guard let node, let text = text(node, key: key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report(
      .unknownChoice, "`\(text)` is not a value of `\(key)`", at: node.span,
      help: nameHelp(text, in: Choice.allCases.map(\.rawValue)))
    return nil
  }

  mutating func name(_ node: YAMLNode, key: String) -> String? {
    guard let text = text(node, key: key) else { return nil }
    guard isSnakeCase(text), text != "vessel", text != "now", text != "entry",
      !ClauseParser.keywords.contains(text)
    else {
      report(
        .invalidName, "`\(text)` cannot be a name", at: node.span,
        help: "use lower-case letters, digits and `_`, and none of the language's own words")
      return nil
    }
    return text
  }
}

extension RuleReader {
  /// A span of time such as `21d`, in milliseconds; at most a hundred years.
  mutating func duration(_ node: YAMLNode, key: String) -> Int64? {
    guard let text = text(node, key: key) else { return nil }
    let checker = ExpressionChecker(vocabulary: vocabulary, scope: Scope())
    do throws(ClauseError) {
      let syntax = try ClauseParser.expression(text)
      return try duration(try vocabulary.library.resolved(syntax), checker)
    } catch {
      report(error, in: node)
      return nil
    }
  }

  mutating func durationRange(_ node: YAMLNode, key: String) -> ClosedRange<Int64>? {
    guard let text = text(node, key: key) else { return nil }
    let checker = ExpressionChecker(vocabulary: vocabulary, scope: Scope())
    do throws(ClauseError) {
      let (low, high) = try ClauseParser.range(text)
      let (from, to) = (
        try duration(try vocabulary.library.resolved(low), checker),
        try duration(try vocabulary.library.resolved(high), checker)
      )
      guard from <= to else {
        throw ClauseError(
          problem: .invertedRange, message: "the range ends before it starts",
          range: low.range.lowerBound..<high.range.upperBound)
      }
      return from...to
    } catch {
      report(error, in: node)
      return nil
    }
  }

  private func duration(
    _ syntax: ExpressionSyntax, _ checker: ExpressionChecker
  ) throws(ClauseError) -> Int64 {
    let century: Int64 = 36_525 * 86_400_000
    guard let value = try checker.literal(syntax, of: .field(.quantity(.duration))),
      case .literal(.quantity(let quantity)) = value, (0...century).contains(quantity.steps)
    else {
      throw ClauseError(
        problem: .invalidQuantity, message: "this is not a span of time", range: syntax.range,
        help: "write a number and a unit, such as `21d`")
    }
    return quantity.steps
  }

  /// A value of a type, such as a time, that may refer to names.
  mutating func value(_ node: YAMLNode, _ type: FieldType, _ scope: Scope) -> Expression? {
    guard let text = text(node, key: "value") else { return nil }
    let checker = ExpressionChecker(vocabulary: vocabulary, scope: scope)
    do throws(ClauseError) {
      let syntax = try vocabulary.library.resolved(try ClauseParser.expression(text))
      return try checker.value(syntax, like: .field(type)).expression
    } catch {
      report(error, in: node)
      return nil
    }
  }

  /// The name of a field of a kind.
  mutating func field(_ node: YAMLNode, of kind: FactKind) -> String? {
    guard let name = text(node, key: "field") else { return nil }
    guard vocabulary.field(name, of: .fact(kind)) == nil else { return name }
    let names = vocabulary.fields(of: .fact(kind)).map(\.name)
    report(
      .unknownField, "unknown field `\(name)` of \(kind.name)", at: node.span,
      label: "not a field here", help: nameHelp(name, in: names))
    return nil
  }
}
