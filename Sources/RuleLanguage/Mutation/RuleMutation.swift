import StrictYAML

/// A rule changed in one place, as a mistake of its author might have changed it.
struct RuleMutation: Sendable {
  /// What is written otherwise: `` `12h` becomes `13h` ``.
  let change: String
  /// Where.
  let span: SourceSpan
  /// The whole changed document.
  let document: YAMLNode
  /// The words that were and are there, to look for cases that tell them apart.
  let words: String

  /// Every change of a rule: of its condition first, then of what follows from it.
  static func all(of document: YAMLNode) -> [RuleMutation] {
    var walk = MutationWalk(root: document)
    if let match = document["match"] { walk.visit(match, as: .operators, ["match"]) }
    if let unless = document.entries?.first(where: { $0.key == "unless" }) {
      walk.visit(unless.value, as: .clauses, ["unless"])
      walk.leaveOut(unless, ["unless"])
    }
    walk.changeHeader()
    return walk.found
  }
}
