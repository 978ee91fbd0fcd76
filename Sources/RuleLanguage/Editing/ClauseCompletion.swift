import Maritime

/// What may come next in a clause, by the words before the cursor.
struct ClauseCompletion {
  let editor: RuleEditor
  let document: RuleOutline
  /// The entry behind which the clause stands.
  let index: Int
  /// The clause up to the cursor.
  let range: Range<Int>

  private var typed: String { String(decoding: document.bytes[range], as: UTF8.self) }

  private var subject: Scope.Subject? { document.subject(of: index) }

  /// The word, number or `@` name that the cursor stands behind; empty after a space.
  private var current: String {
    let bytes = Array(typed.utf8)
    var start = bytes.count
    while start > 0, Self.isPart(bytes[start - 1]) { start -= 1 }
    let part = bytes[start...]
    if let sign = part.lastIndex(of: UInt8(ascii: "@")) {
      start = sign
    } else if let sign = part.lastIndex(where: { "-/".utf8.contains($0) }) {
      start = sign + 1
    }
    let text = String(decoding: bytes[start...], as: UTF8.self)
    // Two points end the lower bound of a range.
    return text.split(separator: "..", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: "_.%/-@".utf8.contains(byte)
    }
  }

  /// The whole words before that.
  private var before: [ClauseToken] {
    let length = typed.utf8.count - current.utf8.count
    return clauseTokens(String(decoding: Array(typed.utf8.prefix(length)), as: UTF8.self))
      .filter { $0.kind != .end }
  }

  /// The bytes that a completion replaces.
  private var place: Range<Int> {
    range.upperBound - current.utf8.count..<range.upperBound
  }

  /// Everything that may come next.
  var all: [EditorCompletion] {
    let before = before
    let last = before.last
    switch last?.text {
    case "is": return keywords("known", "unknown")
    case "at": return paths + keywords("now")
    case "on": return references("lists")
    case "inside": return references("zones")
    case "of" where before.contains { $0.text == "within" }:
      return references("zones") + references("ports")
    case "within": return editor.units(after: current, .length, place)
    default: break
    }
    if last?.kind == .reference {
      return before.contains { $0.text == "on" } ? keywords("at") : []
    }
    if isValueNext(last) { return values(before) }
    if last == nil || last?.text == "not" && before.count == 1 {
      return paths + functions + references("tables") + (last == nil ? keywords("not") : [])
    }
    if last?.kind == .number, before.dropLast().last?.text == "within" { return keywords("of") }
    return connectives(after: before)
  }

  /// Fields of the fact at hand, names, and the fields of the name before the point.
  var paths: [EditorCompletion] {
    let parts = current.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else {
      let fields = (subject.map(editor.vocabulary.fields) ?? []).map { editor.field($0, place) }
      return fields + editor.names(document, place)
        + [.init("vessel", .name, "the vessel", "The vessel and its own fields.", place)]
    }
    let start = place.upperBound - (parts.last ?? "").utf8.count
    let range = start..<place.upperBound
    if parts.count == 2, let owner = document.subject(named: parts[0]) {
      return editor.vocabulary.fields(of: owner).map { editor.field($0, range) }
    }
    let base = parts.dropLast().joined(separator: ".")
    guard let type = document.field(base, from: subject)?.field.type else { return [] }
    return ValuePart.parts(of: .field(type)).map {
      .init($0.rawValue, .field, "text", "", range)
    }
  }
}

extension ClauseCompletion {
  private func keywords(_ words: String...) -> [EditorCompletion] {
    words.map { .init($0, .keyword, "", "", place) }
  }

  private var functions: [EditorCompletion] {
    ClauseFunction.allCases.map {
      .init($0.rawValue, .function, "function", $0.summary, place)
    }
  }

  private func isValueNext(_ last: ClauseToken?) -> Bool {
    guard let last else { return false }
    return Comparison(rawValue: last.text) != nil || ["in", "[", ",", ".."].contains(last.text)
  }

  /// The type of the left side, and values that fit it.
  private func values(_ before: [ClauseToken]) -> [EditorCompletion] {
    let left = before.first { $0.kind == .word && !ClauseParser.keywords.contains($0.text) }
    let type = left.flatMap { document.field($0.text, from: subject) }?.field.type
    var found = type.map { editor.literals(of: $0, current, place) } ?? []
    if case .time? = type { found += keywords("now") }
    if before.last?.text == "in" {
      if case .port? = type { found = references("ports") + found }
      return found + references("sets")
    }
    let alike = (subject.map(editor.vocabulary.fields) ?? []).filter { $0.type == type }
    return found + references("values") + alike.map { editor.field($0, place) }
      + (current.contains(".") ? paths : editor.names(document, place))
  }

  /// Comparisons and words that can follow a value.
  private func connectives(after before: [ClauseToken]) -> [EditorCompletion] {
    let word = before.last { $0.kind == .word && $0.text != "not" }
    let found = word.flatMap { document.field($0.text, from: subject) }
    guard let type = found?.field.type ?? (word?.text == "vessel" ? .vessel : nil) else {
      return keywords("==", "!=", "<", "<=", ">", ">=", "in", "is")
    }
    if before.last?.text == "not" { return keywords("in", "on") }
    let known = keywords("is")
    switch type {
    case .time, .quantity: return keywords(">=", "<=", ">", "<", "==", "!=", "in") + known
    case .position: return keywords("within", "inside") + known
    case .vessel: return keywords("on", "not") + known
    default: return keywords("==", "!=", "in", "not") + known
    }
  }

  private func references(_ family: String) -> [EditorCompletion] {
    let gazetteer = editor.vocabulary.gazetteer
    let library = editor.vocabulary.library
    let names: [(name: String, detail: String)]
    switch family {
    case "values": names = library.values.keys.sorted().map { ($0, "a defined value") }
    case "tables": names = library.tables.keys.sorted().map { ($0, "a decision table") }
    case "sets":
      return library.sets.keys.sorted().map {
        .init("@lists/\($0)", .reference, "a list of the library", "", place)
      }
    case "lists": names = editor.lists.map { ($0, "list") }
    case "zones":
      names =
        gazetteer.zones.map { ($0.id, $0.name) }
        + gazetteer.zoneGroups.map { ($0, "group of zones") }
    default:
      let prefix = current.hasPrefix("@ports/") ? String(current.dropFirst(7)) : ""
      names =
        gazetteer.groups.map { ($0, "group of ports") }
        + editor.ports(startingWith: prefix).map { ($0.code, $0.name ?? "") }
    }
    return names.map { .init("@\(family)/\($0.name)", .reference, $0.detail, "", place) }
  }
}
