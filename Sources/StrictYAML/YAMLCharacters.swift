/// The first problem that characters alone can show, if there is one.
///
/// Only the first: a file in another encoding would otherwise give one for every letter.
func characterProblems(in source: SourceText, file: String) -> [Diagnostic] {
  // Most files are plain ASCII without tabs, and nothing of that is refused.
  if source.content.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) { return [] }
  var parser = Unicode.UTF8.ForwardParser()
  var input = source.content.makeIterator()
  var offset = source.content.startIndex
  var isIndenting = true
  var tab: Int?
  while true {
    switch parser.parseScalar(from: &input) {
    case .emptyInput: return []
    case .error(let length):
      return [invalidUTF8(source.span(offset..<offset + length), file: file)]
    case .valid(let encoded):
      let scalar = Unicode.UTF8.decode(encoded)
      let range = offset..<offset + encoded.count
      if let kind = hiddenCharacter(scalar) {
        return [kind.diagnostic(scalar, span: source.span(range), file: file)]
      }
      if isIndenting, scalar == "\t" {
        tab = tab ?? offset
      } else if scalar == "\n" || scalar == "\r" {
        (isIndenting, tab) = (true, nil)
      } else if isIndenting, scalar != " " {
        if let tab { return [tabProblem(source.span(tab..<tab + 1), file: file)] }
        isIndenting = false
      }
      offset += encoded.count
    }
  }
}

/// How a character hides what a text says; `nil` for one that does not.
func hiddenCharacter(_ scalar: Unicode.Scalar) -> HiddenCharacter? {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D, 0x20..<0x7F: nil
  case ..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF: .control
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: .bidirectional
  case 0xE0000...0xE007F: .control
  default: nil
  }
}

/// Why a character is refused.
enum HiddenCharacter {
  case control
  case bidirectional

  func diagnostic(_ scalar: Unicode.Scalar, span: SourceSpan, file: String) -> Diagnostic {
    let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
    return switch self {
    case .control:
      YAMLProblem.controlCharacter.diagnostic(
        "the control character \(name) is not allowed", file: file, span: span,
        help: "delete it; it does not show on a screen")
    case .bidirectional:
      YAMLProblem.bidirectionalCharacter.diagnostic(
        "the bidirectional character \(name) is not allowed", file: file, span: span,
        help: "delete it; it makes text show in another order than it is read")
    }
  }
}

private func invalidUTF8(_ span: SourceSpan, file: String) -> Diagnostic {
  YAMLProblem.invalidUTF8.diagnostic(
    "the text is not UTF-8", file: file, span: span, label: "this byte",
    help: "save the file as UTF-8")
}

private func tabProblem(_ span: SourceSpan, file: String) -> Diagnostic {
  YAMLProblem.tabIndentation.diagnostic(
    "a tab stands in the indentation", file: file, span: span, help: "indent with spaces")
}
