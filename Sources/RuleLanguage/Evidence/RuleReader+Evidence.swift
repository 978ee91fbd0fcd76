import Maritime
import StrictYAML

/// What a rule shows when it fires.
struct RuleEvidence: Sendable {
  let template: EvidenceTemplate
  /// The names whose facts are cited, in order; `nil` for all.
  let cited: [String]?
}

extension RuleReader {
  /// Reads `evidence:`; without it the title is the sentence and every fact is cited.
  mutating func evidence(_ node: YAMLNode?, title: String, _ scope: Scope) -> RuleEvidence? {
    guard let node else {
      return RuleEvidence(template: EvidenceTemplate(parts: [.text(title)]), cited: nil)
    }
    guard checkKeys(of: node, .evidence) else { return nil }
    let template =
      node["say"].map { self.template($0, scope) } ?? EvidenceTemplate(parts: [.text(title)])
    let cited = node["cite"].map { names($0, scope) }
    return template.map { RuleEvidence(template: $0, cited: cited) }
  }

  private mutating func names(_ node: YAMLNode, _ scope: Scope) -> [String] {
    guard let items = node.items else {
      report(.wrongShape, "`cite` is a list of names", at: node.span)
      return []
    }
    return items.compactMap { item in
      guard let name = text(item, key: "cite") else { return nil }
      if scope.names[name] != nil { return name }
      report(
        .unknownName, "unknown name `\(name)`", at: item.span, label: "no fact has this name",
        help: nameHelp(name, in: scope.names.keys.sorted()))
      return nil
    }
  }

  private mutating func template(_ node: YAMLNode, _ scope: Scope) -> EvidenceTemplate? {
    guard let text = text(node, key: "say") else { return nil }
    var parts: [EvidenceTemplate.Part] = []
    var isComplete = true
    for piece in pieces(of: text) {
      switch piece {
      case .text(let text): parts.append(.text(text))
      case .path(let path, let range):
        if let part = part(path, range, node, scope) {
          parts.append(part)
        } else {
          isComplete = false
        }
      case .broken(let range):
        report(
          .templateSyntax, "a brace stands alone", at: span(of: range, in: node),
          help: "write `{name.field}`")
        isComplete = false
      }
    }
    return isComplete ? EvidenceTemplate(parts: parts) : nil
  }

  private mutating func part(
    _ path: String, _ range: Range<Int>, _ node: YAMLNode, _ scope: Scope
  ) -> EvidenceTemplate.Part? {
    let words = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if words[0] == "entry" {
      if words.count == 2, let part = EvidenceTemplate.EntryPart(rawValue: words[1]) {
        return .entry(part)
      }
      let all = EvidenceTemplate.EntryPart.allCases.map { "entry.\($0.rawValue)" }
      report(
        .unknownPart, "a list entry has no `\(words.dropFirst().joined(separator: "."))`",
        at: span(of: range, in: node), help: nameHelp(path, in: all))
      return nil
    }
    if words.count == 2, words[1] == "count", let name = scope.names[words[0]], name.isGroup {
      return .count(words[0])
    }
    if words.count == 2, scope.names[words[0]]?.values.contains(words[1]) == true {
      return .workedOut(path)
    }
    return self.path(path, range, node, Self.forSentences(scope)).map { .value($0.expression) }
  }

  /// In a sentence a name may be missing, or stand for the latest of several facts.
  static func forSentences(_ scope: Scope) -> Scope {
    let names = scope.names.mapValues { Scope.Name(subject: $0.subject, span: $0.span) }
    return Scope(current: nil, names: names, subject: scope.subject)
  }

  /// Resolves a path that is not part of a clause.
  mutating func path(
    _ text: String, _ range: Range<Int>, _ node: YAMLNode, _ scope: Scope
  ) -> ExpressionChecker.Typed? {
    let checker = ExpressionChecker(vocabulary: vocabulary, scope: scope)
    do throws(ClauseError) {
      return try checker.value(ExpressionSyntax(form: .word(text), range: range))
    } catch {
      report(error, in: node)
      return nil
    }
  }
}

/// A stretch of a template.
private enum TemplatePiece {
  case text(String)
  case path(String, Range<Int>)
  case broken(Range<Int>)
}

private func pieces(of text: String) -> [TemplatePiece] {
  let bytes = Array(text.utf8)
  let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
  var pieces: [TemplatePiece] = []
  var index = 0
  while index < bytes.count {
    let end = bytes[index...].firstIndex { $0 == open || $0 == close } ?? bytes.count
    if end > index {
      pieces.append(.text(String(decoding: bytes[index..<end], as: UTF8.self)))
    }
    guard end < bytes.count else { break }
    let rest = bytes[(end + 1)...]
    guard bytes[end] == open, let last = rest.firstIndex(where: { $0 == open || $0 == close }),
      bytes[last] == close
    else {
      pieces.append(.broken(end..<end + 1))
      index = end + 1
      continue
    }
    let path = String(decoding: bytes[(end + 1)..<last], as: UTF8.self)
    pieces.append(.path(path, (end + 1)..<last))
    index = last + 1
  }
  return pieces
}
