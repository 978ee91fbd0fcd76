import Maritime

/// What clauses talk about: the fields they name and the values at their edges.
struct ClauseWords {
  /// The last part of every word: the field of a path.
  private(set) var names: Set<String> = []
  /// Bare words.
  private(set) var words: [String] = []
  /// Quoted text.
  private(set) var texts: [String] = []
  /// Amounts, and those next to them.
  private(set) var amounts: [String] = []
  /// Times, and the days next to them.
  private(set) var times: [String] = []
  /// Ports of every group that is named, and one that is in none.
  private(set) var ports: [String] = []

  init(_ clauses: [String], _ gazetteer: Gazetteer) {
    var inGroups: Set<String> = []
    for clause in clauses {
      for token in clauseTokens(clause) {
        switch token.kind {
        case .word:
          words.append(token.text)
          names.formUnion(token.text.split(separator: ".").map(String.init))
        case .text: texts.append(token.text)
        case .number where token.text.dropFirst(4).first == "-":
          times += [token.text] + AmountSteps(token.text).neighbours
        case .number: amounts += [token.text] + AmountSteps(token.text).neighbours
        case .reference where token.text.hasPrefix("@ports/"):
          let codes = gazetteer.ports(inGroup: String(token.text.dropFirst(7))) ?? []
          inGroups.formUnion(codes)
          ports += codes.sorted().prefix(4)
        default: break
        }
      }
    }
    let bare = words.filter { gazetteer.port($0) != nil }
    let outside = gazetteer.ports.lazy.map(\.code).filter { !inGroups.contains($0) }.sorted().first
    ports = distinct(ports + bare + [outside].compactMap(\.self))
    words = distinct(words)
    amounts = distinct(amounts)
  }
}

/// The texts without repetition, in order.
private func distinct(_ texts: [String]) -> [String] {
  var seen: Set<String> = []
  return texts.filter { seen.insert($0).inserted }
}
