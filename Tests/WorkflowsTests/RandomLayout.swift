import StrictYAML
import TestSupport

/// Writes a document in a layout that nobody would choose, with numbered comments everywhere.
struct RandomLayout {
  private var random: SeededGenerator
  private(set) var comments = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func text(of root: YAMLNode) -> String {
    blankOrComments("") + block(root, indent: 0) + (chance(3) ? comment() + "\n" : "")
  }

  private mutating func chance(_ number: Int) -> Bool { random.next() % UInt64(number) == 0 }

  private mutating func spaces(_ most: Int) -> String {
    String(repeating: " ", count: Int(random.next() % UInt64(most + 1)))
  }

  private mutating func comment() -> String {
    comments += 1
    return "# c\(comments - 1)."
  }

  /// Empty lines and comment lines at any depth.
  private mutating func blankOrComments(_ space: String) -> String {
    var text = ""
    while chance(4) { text += chance(2) ? "\n" : spaces(8) + comment() + "\n" }
    if chance(8) { text += space + comment() + "\n" }
    return text
  }

  private mutating func lineEnd() -> String {
    chance(5) ? " " + spaces(2) + comment() + "\n" : spaces(1) + "\n"
  }

  private mutating func block(_ node: YAMLNode, indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    switch node.content {
    case .scalar: return space + scalar(node, isInFlow: false) + lineEnd()
    case .sequence(let items):
      return items.reduce(into: "") { text, item in
        text += blankOrComments(space) + space + "-" + value(item, indent: indent, isItem: true)
      }
    case .mapping(let entries):
      return entries.reduce(into: "") { text, entry in
        text += blankOrComments(space) + space + entry.key + ":"
        text += value(entry.value, indent: indent, isItem: false)
      }
    }
  }

  private mutating func value(_ node: YAMLNode, indent: Int, isItem: Bool) -> String {
    let isEmpty = (node.items?.isEmpty ?? node.entries?.isEmpty) ?? true
    if isEmpty || chance(4) {
      return " " + spaces(1) + flow(node, indent: indent + 1, isRoot: true) + lineEnd()
    }
    let deeper = indent + 1 + Int(random.next() % 3)
    guard isItem, chance(3) == false else {
      return lineEnd() + block(node, indent: node.items != nil && !isItem ? indent + 1 : deeper)
    }
    // The first entry of an item stands behind its dash.
    let width = deeper - indent - 1
    let inner = String(repeating: " ", count: max(width, 1))
    let lines = plainBlock(node, indent: indent + 1 + inner.count)
    return inner + lines.drop { $0 == " " }
  }

  /// A block that starts with its first element.
  private mutating func plainBlock(_ node: YAMLNode, indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    switch node.content {
    case .scalar: return block(node, indent: indent)
    case .sequence(let items):
      return items.enumerated().reduce(into: "") { text, item in
        text += item.offset > 0 ? blankOrComments(space) : ""
        text += space + "-" + value(item.element, indent: indent, isItem: true)
      }
    case .mapping(let entries):
      return entries.enumerated().reduce(into: "") { text, entry in
        text += entry.offset > 0 ? blankOrComments(space) : ""
        text += space + entry.element.key + ":"
        text += value(entry.element.value, indent: indent, isItem: false)
      }
    }
  }

  /// Something in brackets, on one line or several.
  private mutating func flow(_ node: YAMLNode, indent: Int, isRoot: Bool = false) -> String {
    switch node.content {
    case .scalar: return scalar(node, isInFlow: !isRoot)
    case .sequence(let items):
      return items.enumerated().reduce(into: "[") { text, item in
        text += gap(indent) + flow(item.element, indent: indent)
        text += item.offset + 1 < items.count ? "," : ""
      } + gap(indent) + "]"
    case .mapping(let entries):
      return entries.enumerated().reduce(into: "{") { text, entry in
        text += gap(indent) + entry.element.key + ": " + flow(entry.element.value, indent: indent)
        text += entry.offset + 1 < entries.count ? "," : ""
      } + gap(indent) + "}"
    }
  }

  private mutating func gap(_ indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    if chance(12) { return " " + comment() + "\n" + space }
    if chance(12) { return "\n" + space + comment() + "\n" + space }
    return chance(6) ? "\n" + space : spaces(2)
  }

  private mutating func scalar(_ node: YAMLNode, isInFlow: Bool) -> String {
    let text = node.text ?? ""
    let safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./ -%<=>;"
    let isPlain =
      text.first.map { $0.isLetter || $0.isNumber } == true
      && text.last != " " && text.allSatisfy { safe.contains($0) }
    if isPlain, !chance(4) { return text }
    if chance(2), !text.contains("\n") {
      return "'" + text.replacing("'", with: "''") + "'"
    }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"" + escaped.replacing("\n", with: "\\n") + "\""
  }
}
