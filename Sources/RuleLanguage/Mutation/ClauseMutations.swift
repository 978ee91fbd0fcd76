/// The clauses that differ from one in a single decision of its author.
struct ClauseMutations {
  private let text: String
  private let tokens: [ClauseToken]
  private let syntax: ClauseSyntax

  /// Nothing for text that is no clause.
  init?(_ text: String) {
    do throws(ClauseError) {
      syntax = try ClauseParser.clause(text)
    } catch {
      return nil
    }
    self.text = text
    tokens = clauseTokens(text)
  }

  /// Every one of them once, in order of their kinds.
  var all: [String] {
    var seen: Set<String> = [text]
    let found = negated + comparisons + signs + numbers + members + times
    return found.filter { seen.insert($0).inserted }
  }

  /// To negate `==` is to write `!=`, so those are left to `comparisons`.
  private var negated: [String] {
    if case .compare(_, let comparison, _) = syntax.form, !comparison.needsOrder { return [] }
    return tokens[0].text == "not" && tokens[0].kind == .word
      ? [String(text.dropFirst(4))] : ["not " + text]
  }

  private var comparisons: [String] {
    let others = [">": ">=", ">=": ">", "<": "<=", "<=": "<", "==": "!=", "!=": "=="]
    return tokens.compactMap { token in
      guard token.kind == .symbol, let other = others[token.text] else { return nil }
      return replacing(token.range, by: other)
    }
  }

  private var signs: [String] {
    tokens.indices.dropFirst().compactMap { index in
      let token = tokens[index]
      // A sign after a value is arithmetic; one after anything else belongs to its number.
      let before = tokens[index - 1]
      let follows = [.word, .number].contains(before.kind) || before.text == ")"
      guard token.kind == .symbol, follows, ["+", "-"].contains(token.text) else { return nil }
      return replacing(token.range, by: token.text == "+" ? "-" : "+")
    }
  }

  private var numbers: [String] {
    tokens.indices.flatMap { index -> [String] in
      let token = tokens[index]
      guard token.kind == .number else { return [] }
      let isDistance = index > 0 && tokens[index - 1].text == "within"
      let steps = AmountSteps(token.text)
      return (isDistance ? steps.tenths : steps.neighbours).map { replacing(token.range, by: $0) }
    }
  }

  /// Every list with one member less.
  private var members: [String] {
    guard case .oneOf(_, let members) = syntax.form, members.count > 1,
      let first = members.first, let last = members.last
    else { return [] }
    let texts = members.map { self.text(at: $0.range) }
    return texts.indices.map { left in
      let kept = texts.indices.filter { $0 != left }.map { texts[$0] }.joined(separator: ", ")
      return replacing(first.range.lowerBound..<last.range.upperBound, by: kept)
    }
  }

  /// A list asked as it stands today, or a day too early.
  private var times: [String] {
    guard case .listed(_, _, let time) = syntax.form else { return [] }
    return [replacing(time.range, by: self.text(at: time.range) == "now" ? "now - 1d" : "now")]
  }

  private func text(at range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  private func replacing(_ range: Range<Int>, by new: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + new
      + String(decoding: bytes[range.upperBound...], as: UTF8.self)
  }
}
