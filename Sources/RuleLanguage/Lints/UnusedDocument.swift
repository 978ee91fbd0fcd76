import StrictYAML

extension Lint {
  static let unusedDocument = Lint(
    "W20", id: "unused-document",
    summary: "A define, list, zone, table or group of ports should be used by a rule.",
    rationale: """
      No file of the library refers to it. A misspelled name in a rule would be an error, so the \
      file is left over, or the rule that needs it was never written.
      """,
    bad: """
      # fraudulent-registries.yaml, which no rule names
      kind: list
      id: fraudulent-registries
      """,
    good: """
      # a rule that asks for the list
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
      """,
    document: { document, library in
      guard let id = document.root["id"], let name = id.text,
        ["define", "list", "ports", "table", "zone"].contains(document.kind),
        !library.words.contains(name)
      else { return [] }
      return [
        LintFinding(
          "no rule uses the \(document.kind) `\(name)`", at: id.span, help: "delete the file")
      ]
    })
}

extension LintLibrary {
  /// Every word of every document but the names that documents give themselves.
  fileprivate var words: Set<String> {
    var words = Set<String>()
    for document in rules.map(\.document) + documents {
      for (path, node) in document.values where path != ["id"] {
        let parts = (node.text ?? "").split { !($0.isLetter || $0.isNumber || "_-".contains($0)) }
        words.formUnion(parts.map(String.init))
      }
    }
    return words
  }
}
