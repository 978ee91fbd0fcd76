import Maritime
public import StrictYAML

/// The most work that a rule can be, from how many facts there can be and how it combines them.
public struct RuleCost: Sendable {
  /// The most steps that one evaluation takes; a step looks at one fact, or one pair of facts.
  public let steps: Int
  /// The part of the rule that takes most of them: an operator, as written.
  public let dominant: String
  /// Where that part stands.
  public let span: SourceSpan

  /// The most steps that a rule may take: about a second of the fast evaluator (our own default).
  public static let budget = 1_000_000_000

  /// The share of the budget, in whole percent.
  public var percentOfBudget: Int { steps / (Self.budget / 100) }
}

/// The steps of one operator.
struct OperatorCost: Sendable {
  let name: String
  let span: SourceSpan
  let steps: Int
}

/// How many facts there can be at most.
struct CostModel: Sendable {
  /// The vessels of a large fleet (our own default): what `across` multiplies by.
  static let vessels = 1000

  let lookbackMonths: Int
  /// Whether the subject's facts are those of all vessels.
  let isAboutFleet: Bool

  /// The facts of a pattern in the rule's window.
  func facts(of pattern: FactPattern) -> Int {
    let years = (lookbackMonths + 11) / 12
    return times(times(pattern.kind.perVesselYear, years), vessels(of: pattern))
  }

  /// Those that start within a span of time.
  func facts(of pattern: FactPattern, within span: Int64?) -> Int {
    guard let span else { return facts(of: pattern) }
    let year: Int64 = 366 * 86_400_000
    let share = Int(clamping: Int128(pattern.kind.perVesselYear) * Int128(span) / Int128(year))
    return min(facts(of: pattern), times(share + 1, vessels(of: pattern)))
  }

  private func vessels(of pattern: FactPattern) -> Int {
    pattern.isAcrossVessels || isAboutFleet ? Self.vessels : 1
  }

  /// The steps of clauses about one fact: a polygon has many corners, a list many entries.
  func steps(of trees: [ClauseTree]) -> Int {
    trees.flatMap(\.clauses).reduce(1) { sum, clause in
      switch clause.form {
      case .inside, .near: sum + 50
      case .listed: sum + 20
      default: sum + 1
      }
    }
  }
}

/// The product; the largest number instead of an overflow.
func times(_ a: Int, _ b: Int) -> Int {
  let (product, overflows) = a.multipliedReportingOverflow(by: b)
  return overflows ? .max : product
}

/// The sum; the largest number instead of an overflow.
func plus(_ a: Int, _ b: Int) -> Int {
  let (sum, overflows) = a.addingReportingOverflow(b)
  return overflows ? .max : sum
}

extension CompiledRule {
  /// The most work that one evaluation of the rule can be.
  public var cost: RuleCost {
    RuleCost(of: condition, header: header)
  }
}

extension RuleCost {
  init(of condition: AllOfCondition, header: RuleHeader) {
    let model = CostModel(
      lookbackMonths: header.lookbackMonths, isAboutFleet: header.subject == .program)
    let parts = condition.costs(model)
    steps = parts.reduce(0) { plus($0, $1.steps) }
    let most = parts.max { $0.steps < $1.steps }
    dominant = most?.name ?? "match"
    span = most?.span ?? header.span
  }
}
