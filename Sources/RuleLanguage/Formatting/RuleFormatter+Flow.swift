import Maritime
import StrictYAML

extension RuleFormatter {
  /// A value that stands behind its key or dash; `nil` when it needs lines of its own.
  func compact(
    _ value: Value, _ kind: ValueKind?, from column: Int, indent: Int
  ) -> [String]? {
    if case .scalar(let text, let isQuoted) = value.content {
      let scalar = scalar(text, isQuoted, kind, isInFlow: false)
      let isProse = kind?.isProse ?? false
      return isProse || text.contains("\n")
        ? scalar.lines(from: column, indent: indent, width: Self.width) : [scalar.line]
    }
    guard !value.hasComments else { return nil }
    if value.elements.isEmpty { return [flat(value, kind)] }
    guard value.isFlow else { return nil }
    let whole = flat(value, kind)
    if column + whole.count <= Self.width { return [whole] }
    return mayWrap(value, kind) ? wrapped(value, kind, from: column) : nil
  }

  /// A value in brackets or braces on one line.
  private func flat(_ value: Value, _ kind: ValueKind?) -> String {
    switch value.content {
    case .scalar(let text, let isQuoted): scalar(text, isQuoted, kind, isInFlow: true).line
    case .sequence: "[" + pieces(of: value, kind).joined(separator: ", ") + "]"
    case .mapping: "{" + pieces(of: value, kind).joined(separator: ", ") + "}"
    }
  }

  private func pieces(of value: Value, _ kind: ValueKind?) -> [String] {
    switch value.content {
    case .scalar: return []
    case .sequence(let items): return items.map { flat($0.value, kind?.item) }
    case .mapping(let entries):
      let keys = entries.compactMap(\.key)
      return ordered(entries, kind).map { entry in
        let kind = kind?.entry(entry.key ?? "", among: keys, isText: entry.value.isText)
        let key = ScalarText(text: entry.key ?? "", wasQuoted: false, isInFlow: true).line
        return key + ": " + flat(entry.value, kind)
      }
    }
  }

  /// The pieces on as few lines as they need, below one another.
  private func wrapped(_ value: Value, _ kind: ValueKind?, from column: Int) -> [String] {
    let signs = if case .mapping = value.content { ("{", "}") } else { ("[", "]") }
    let space = String(repeating: " ", count: column + 1)
    var lines: [String] = []
    var line = signs.0
    var used = column + 1
    for (index, piece) in pieces(of: value, kind).enumerated() {
      if index > 0, used + 2 + piece.count + 1 > Self.width {
        lines.append(line + ",")
        line = space + piece
        used = line.count
      } else {
        line += (index > 0 ? ", " : "") + piece
        used += (index > 0 ? 2 : 0) + piece.count
      }
    }
    return lines + [line + signs.1]
  }

  /// Facts, expectations and lists of words read well on a few lines; clauses and sentences get
  /// one each.
  private func mayWrap(_ value: Value, _ kind: ValueKind?) -> Bool {
    for alternative in kind?.alternatives ?? [] {
      switch alternative {
      case .testFact, .testVessel: return true
      case .clauses, .conditions, .operators, .condition, .clause: return false
      case .list(let inner) where inner.isProse: return false
      case .mapping(let table) where table.names == KeyTable.expect.names: return true
      default: continue
      }
    }
    return value.elements.allSatisfy { $0.value.elements.isEmpty }
  }

  private func scalar(
    _ text: String, _ isQuoted: Bool, _ kind: ValueKind?, isInFlow: Bool
  ) -> ScalarText {
    let isTemplate = kind?.alternatives.contains { if case .template = $0 { true } else { false } }
    let isClause = kind?.isClauseText ?? false
    return ScalarText(
      text: isClause ? formattedClause(text) : text, wasQuoted: isQuoted, isInFlow: isInFlow,
      prefersQuotes: isTemplate ?? false)
  }
}

extension RuleFormatter {
  /// The entries in the order of their table; those it does not know keep their places at the end.
  func ordered(_ entries: [Element], _ kind: ValueKind?) -> [Element] {
    let names = order(entries, kind)
    let places = Dictionary(zip(names, 0...)) { first, _ in first }
    return entries.enumerated().sorted { a, b in
      (places[a.element.key ?? ""] ?? .max, a.offset)
        < (places[b.element.key ?? ""] ?? .max, b.offset)
    }.map(\.element)
  }

  private func order(_ entries: [Element], _ kind: ValueKind?) -> [String] {
    let keys = entries.compactMap(\.key)
    if let table = kind?.table(having: keys) { return table.names }
    for alternative in kind?.alternatives ?? [] {
      switch alternative {
      case .testVessel: return vocabulary.stateFields.map(\.name)
      // What happened, to whom and when; the rest is the author's story.
      case .testFact: return ["fact", "of_vessel", "kind", "start", "end", "duration"]
      // The order of operators decides which match leads; only the short form of a fact has one.
      case .operators, .condition:
        return entries.contains { $0.key == "fact" && $0.value.isText } ? KeyTable.fact.names : []
      default: continue
      }
    }
    return []
  }
}
