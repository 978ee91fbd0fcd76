/// A clause with one space where spaces belong and none where they do not; unchanged when it has a
/// character that means nothing.
func formattedClause(_ text: String) -> String {
  let tokens = clauseTokens(text).filter { $0.kind != .end }
  guard !tokens.isEmpty, !tokens.contains(where: { $0.kind == .unknown }) else { return text }
  var result = ""
  var isOperand = false
  var isUnary = false
  for (index, token) in tokens.enumerated() {
    let previous = index > 0 ? tokens[index - 1] : nil
    if let previous, !isUnary, needsSpace(previous, token) { result += " " }
    isUnary = token.isSymbol("-") && !isOperand
    isOperand = token.isOperand
    result += token.kind == .text ? "\"\(token.text)\"" : token.text
  }
  // Tokens that would run together are left as they stand.
  let before = tokens.map { [$0.kind: $0.text] }
  let after = clauseTokens(result).filter { $0.kind != .end }.map { [$0.kind: $0.text] }
  return before == after ? result : text
}

private func needsSpace(_ left: ClauseToken, _ right: ClauseToken) -> Bool {
  if left.isSymbol("(") || left.isSymbol("[") || left.isSymbol("..") { return false }
  if ["]", ")", ",", ".."].contains(where: right.isSymbol) { return false }
  let isCall = left.kind == .word && !ClauseParser.keywords.contains(left.text)
  return !(right.isSymbol("(") && isCall)
}

extension ClauseToken {
  fileprivate func isSymbol(_ text: String) -> Bool { kind == .symbol && self.text == text }

  /// Whether a `-` after it subtracts.
  fileprivate var isOperand: Bool {
    switch kind {
    case .word: !ClauseParser.keywords.contains(text)
    case .symbol: text == ")" || text == "]"
    default: true
    }
  }
}
