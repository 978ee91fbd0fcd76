/// How one rule is decided, and where its patterns stand among those of all rules.
struct RulePlan: Sendable {
  struct Pattern: Sendable {
    /// The identity of the pattern in the rule.
    let identity: ObjectIdentifier
    /// The place of what its clauses say without the facts of others.
    let index: Int
  }

  let plan: Plan
  let patterns: [Pattern]
}
