import Maritime
import StrictYAML

/// Writes a document out again: keys in their order, two spaces a level, every comment kept.
struct RuleFormatter {
  let vocabulary: Vocabulary
  /// How wide a line may be, where that is possible.
  static let width = 100

  /// The document as lines, each with its line end.
  func text(of layout: YAMLLayout, kind: ValueKind) -> String {
    let lines = block(layout.root, kind, indent: 0)
    return lines.map { $0 + "\n" }.joined()
  }

  typealias Element = YAMLLayout.Element
  typealias Value = YAMLLayout.Value
}

extension RuleFormatter {
  /// A list or mapping with one element a line.
  private func block(_ value: Value, _ kind: ValueKind?, indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    var lines: [String] = []
    switch value.content {
    case .scalar(let text, let isQuoted):
      return [ScalarText(text: text, wasQuoted: isQuoted, isInFlow: false).line]
    case .sequence(let items):
      for item in items { lines += self.item(item, kind?.item, indent, isFirst: lines.isEmpty) }
    case .mapping(let entries):
      let keys = entries.compactMap(\.key)
      for entry in ordered(entries, kind) {
        let kind = kind?.entry(entry.key ?? "", among: keys, isText: entry.value.isText)
        lines += self.entry(entry, kind, indent, isFirst: lines.isEmpty)
      }
    }
    return lines + comments(value.tail, space, isFirst: lines.isEmpty)
  }

  private func comments(
    _ comments: [YAMLLayout.Comment], _ space: String, isFirst: Bool
  ) -> [String] {
    comments.enumerated().flatMap { index, comment in
      (comment.hasBlankBefore && !(isFirst && index == 0) ? [""] : []) + [space + comment.text]
    }
  }

  /// The comments before an element, and the empty line where the author left one.
  private func above(_ element: Element, _ indent: Int, isFirst: Bool) -> [String] {
    let space = String(repeating: " ", count: indent)
    let lines = comments(element.leading, space, isFirst: isFirst)
    let hasBlank = element.hasBlankBefore && !(isFirst && lines.isEmpty)
    return lines + (hasBlank ? [""] : [])
  }

  private func entry(
    _ entry: Element, _ kind: ValueKind?, _ indent: Int, isFirst: Bool
  ) -> [String] {
    let space = String(repeating: " ", count: indent)
    let key = ScalarText(text: entry.key ?? "", wasQuoted: false, isInFlow: false)
    let head = space + (key.text.isEmpty ? "\"\"" : key.line) + ":"
    let entry = entry.withEmptyValueFlat
    let element = entry.withOneTrailingComment
    let above = above(element, indent, isFirst: isFirst)
    let comment = element.trailing.first.map { "  " + $0.text } ?? ""
    guard let lines = compact(entry.value, kind, from: head.count + 1, indent: indent + 2) else {
      return above + [head + comment] + block(entry.value, kind, indent: indent + 2)
    }
    let first = lines[0].isEmpty ? head : head + " " + lines[0]
    return above + commented([first] + lines.dropFirst(), comment)
  }

  private func item(
    _ item: Element, _ kind: ValueKind?, _ indent: Int, isFirst: Bool
  ) -> [String] {
    let space = String(repeating: " ", count: indent)
    let item = item.withEmptyValueFlat
    if let lines = compact(item.value, kind, from: indent + 2, indent: indent + 2) {
      let element = item.withOneTrailingComment
      let comment = element.trailing.first.map { "  " + $0.text } ?? ""
      let above = above(element, indent, isFirst: isFirst)
      let first = space + "-" + (lines[0].isEmpty ? "" : " " + lines[0])
      return above + commented([first] + lines.dropFirst(), comment)
    }
    // What stands before the first element of the value stands before the dash.
    var element = item
    element.leading += item.trailing
    element.value.content = value(item.value, kind, givingUpFirst: &element.leading)
    let lines = block(element.value, kind, indent: indent + 2)
    let above = above(element, indent, isFirst: isFirst)
    return above + [space + "- " + lines[0].dropFirst(indent + 2)] + lines.dropFirst()
  }

  /// The value in the order in which it is written, whose first element has no comments before it.
  private func value(
    _ value: Value, _ kind: ValueKind?, givingUpFirst comments: inout [YAMLLayout.Comment]
  ) -> Value.Content {
    switch value.content {
    case .scalar: return value.content
    case .sequence(var items):
      if !items.isEmpty { items[0].giveUpComments(to: &comments) }
      return .sequence(items)
    case .mapping(let entries):
      var entries = ordered(entries, kind)
      if !entries.isEmpty { entries[0].giveUpComments(to: &comments) }
      return .mapping(entries)
    }
  }

  /// A comment goes to the line of a block scalar's sign, or to the end of the last line.
  private func commented(_ lines: [String], _ comment: String) -> [String] {
    guard !comment.isEmpty, let first = lines.first, let last = lines.last else { return lines }
    let isBlock = lines.count > 1 && [" |", " |-", " >", " >-"].contains { first.hasSuffix($0) }
    return isBlock
      ? [first + comment] + lines.dropFirst() : lines.dropLast() + [last + comment]
  }
}

extension YAMLLayout.Value {
  var isText: Bool { if case .scalar = content { true } else { false } }
}

extension YAMLLayout.Element {
  /// Of several comments on its line all but the last go above it.
  fileprivate var withOneTrailingComment: YAMLLayout.Element {
    var element = self
    element.leading += trailing.dropLast()
    element.trailing = Array(trailing.suffix(1))
    return element
  }

  /// Comments inside a list or mapping of nothing go above it.
  fileprivate var withEmptyValueFlat: YAMLLayout.Element {
    guard !value.isText, value.elements.isEmpty, !value.tail.isEmpty else { return self }
    var element = self
    element.leading += value.tail
    element.value.tail = []
    return element
  }

  fileprivate mutating func giveUpComments(to comments: inout [YAMLLayout.Comment]) {
    comments += leading
    leading = []
  }
}
