public import StrictYAML

/// How many changes of a rule its cases notice.
public struct RuleMutationResult: Sendable {
  /// A change that no case notices.
  public struct Survivor: Sendable {
    /// What is written otherwise.
    public let change: String
    /// Where.
    public let span: SourceSpan
    /// What would notice it; `nil` when none was found.
    public let killer: Killer?
  }

  /// A case that would notice a change.
  public struct Killer: Sendable {
    /// The file of the case to add it to.
    public let file: String
    /// The line of that case.
    public let line: Int
    /// The name of that case.
    public let caseName: String
    /// Whether only the expectation of that case has to say more.
    public let isExpectationOnly: Bool
    /// The line to add under `vary`, or the whole of `expect`.
    public let text: String
  }

  /// What the rule says of itself.
  public let header: RuleHeader
  /// How many changes compile to another rule.
  public let mutants: Int
  /// Those that no case notices, in the order of the file.
  public let survivors: [Survivor]
  /// How many changes were left out, because no case can tell them from the rule.
  public let equivalent: Int
  /// How many cases fail on the rule as it is: then the rest says nothing.
  public let failingCases: Int

  /// How many changes a case notices.
  public var killed: Int { mutants - survivors.count }
}

extension RuleCompiler {
  /// Changes a rule in many small ways and looks which changes its cases notice.
  ///
  /// A change that does not compile is not counted, nor one that means the same by its semantic
  /// digest or by everything that a case can observe.
  ///
  /// - Complexity: for each change a compilation and the cases up to the one that fails.
  public func mutationResult(of rule: CompiledRule) -> RuleMutationResult {
    let failing = rule.tests.count { !rule.passes($0) }
    guard failing == 0 else {
      return RuleMutationResult(
        header: rule.header, mutants: 0, survivors: [], equivalent: 0, failingCases: failing)
    }
    var run = MutationRun(compiler: self, rule: rule)
    for mutation in RuleMutation.all(of: rule.document) { run.add(mutation) }
    return RuleMutationResult(
      header: rule.header, mutants: run.mutants, survivors: run.survivors,
      equivalent: run.equivalent, failingCases: 0)
  }
}

/// Counts what becomes of each change.
private struct MutationRun {
  let compiler: RuleCompiler
  let rule: CompiledRule
  var mutants = 0
  var equivalent = 0
  var survivors: [RuleMutationResult.Survivor] = []
  private var digests: Set<String>
  private let search: KillerSearch

  init(compiler: RuleCompiler, rule: CompiledRule) {
    self.compiler = compiler
    self.rule = rule
    digests = [rule.header.digest]
    search = KillerSearch(compiler: compiler, rule: rule)
  }

  mutating func add(_ mutation: RuleMutation) {
    guard let mutant = compiler.compile(variant: mutation.document, of: rule) else { return }
    guard digests.insert(mutant.header.digest).inserted, !isIndistinguishable(mutant, mutation)
    else {
      equivalent += 1
      return
    }
    mutants += 1
    guard rule.tests.allSatisfy(mutant.passes) else { return }
    survivors.append(
      RuleMutationResult.Survivor(
        change: mutation.change, span: mutation.span,
        killer: search.killer(of: mutant, mutation)))
  }

  /// Whether only the header differs, and in nothing that a case can see.
  private func isIndistinguishable(_ mutant: CompiledRule, _ mutation: RuleMutation) -> Bool {
    let root = rule.document
    let hasSameCondition =
      mutation.document["match"] == root["match"] && mutation.document["unless"] == root["unless"]
    guard hasSameCondition, mutant.header.score == rule.header.score else { return false }
    let looksAtNoFact = rule.condition.patterns.isEmpty
    guard looksAtNoFact || mutant.header.lookbackMonths == rule.header.lookbackMonths else {
      return false
    }
    var answers: [RuleEvaluation.Answer] = [.fires, .doesNotFire]
    let optional = OptionalClauses(rule)
    if rule.condition.clauses.contains(where: optional.canBeUnknown) { answers.append(.unknown) }
    return answers.allSatisfy { mutant.disposition(of: $0) == rule.disposition(of: $0) }
  }
}
