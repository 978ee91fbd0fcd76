import StrictYAML

extension Lint {
  static let versionNotRaised = Lint(
    "W32", id: "version-not-raised",
    summary: "A change of meaning should raise the version.",
    rationale: """
      A pack's lock keeps the version and the digest of the meaning of each rule. Two verdicts \
      that name one version must rest on one meaning, or nobody can tell why they differ.
      """,
    bad: """
      # the digest is not that of the lock, the version is
      version: 1
      """,
    good: """
      version: 2
      """
  ) { rule, library in
    guard let lock = library.terms.lock[rule.header.id], lock.digest != rule.header.digest,
      rule.header.version <= lock.version
    else { return [] }
    return [
      LintFinding(
        "the rule means something else than in the lock, and is still version "
          + "\(rule.header.version)", at: rule.node("version")?.span ?? rule.header.span,
        help: "write `version: \(lock.version + 1)`")
    ]
  }
}
