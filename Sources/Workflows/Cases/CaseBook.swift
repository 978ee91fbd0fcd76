import Maritime
import RuleLanguage
import Storage

/// What people did about vessels, read from the log: it is nowhere else.
struct CaseBook: Sendable {
  /// The acts, oldest first.
  let acts: [CaseAct]

  init(_ log: [LogRecord]) { acts = log.compactMap(CaseAct.init) }

  /// The suppressions as a document of exceptions; `nil` when there is none.
  ///
  /// Also those that expired: a verdict says of them why they do not count.
  var exceptions: LibraryFile? {
    let suppressions = acts.compactMap { act in act.suppression.map { (act, $0) } }
    guard !suppressions.isEmpty else { return nil }
    let entries = suppressions.map { act, suppression in
      let match = suppression.match.map { field in
        let parts = field.split(separator: "=", maxSplits: 1).map(String.init)
        return "\(parts[0]): \(Self.quoted(parts.count > 1 ? parts[1] : ""))"
      }
      let licence = suppression.licence.map { "    licence: \(Self.quoted($0))\n" } ?? ""
      return """
          - rule: \(suppression.rule)
            version: \(suppression.version)
            match: {\(match.joined(separator: ", "))}
            reason: \(Self.quoted(act.text))
            evidence: \(Self.quoted(suppression.evidence))
            approver: \(Self.quoted(act.actor))
            from: \(act.at.dayDescription)
            expires: \(suppression.until.dayDescription)

        """ + licence
    }
    let text =
      "kind: exceptions\nlanguage: 1\nid: decided-cases\nexceptions:\n" + entries.joined()
    return LibraryFile(name: "decided-cases.yaml", bytes: Array(text.utf8))
  }

  private static func quoted(_ text: String) -> String { JSONValue.string(text).text }
}
