/// A clause as written: what it says, before names and types are known.
struct ClauseSyntax: Hashable {
  enum Form: Hashable {
    case compare(ExpressionSyntax, Comparison, ExpressionSyntax)
    case oneOf(ExpressionSyntax, [ExpressionSyntax])
    case between(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax)
    case memberOf(ExpressionSyntax, Reference, at: ExpressionSyntax?)
    case known(ExpressionSyntax)
    case unknown(ExpressionSyntax)
    case inside(ExpressionSyntax, Reference)
    case nearReference(ExpressionSyntax, ExpressionSyntax, Reference)
    case nearPosition(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax)
    case listed(ExpressionSyntax, Reference, at: ExpressionSyntax)
  }

  /// An `@` name.
  struct Reference: Hashable {
    let text: String
    let range: Range<Int>

    /// The part before the slash: `ports`.
    var family: String { String(text.dropFirst().prefix { $0 != "/" }) }
    /// The part after the slash: `dprk`.
    var name: String { String(text.drop { $0 != "/" }.dropFirst()) }
  }

  let form: Form
  let isNegated: Bool
}

/// How two values are compared.
enum Comparison: String, Hashable, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  var needsOrder: Bool { self != .equal && self != .notEqual }
}

/// A value as written.
struct ExpressionSyntax: Hashable, Sendable {
  indirect enum Form: Hashable, Sendable {
    case number(String)
    case text(String)
    case word(String)
    case reference(String)
    case call(String, [ExpressionSyntax])
    case arithmetic(ArithmeticOperator, ExpressionSyntax, ExpressionSyntax)
  }

  let form: Form
  let range: Range<Int>
}

enum ArithmeticOperator: String, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case dividedBy = "/"
}

/// Why a clause has no meaning, and where.
struct ClauseError: Error, Hashable {
  let problem: RuleProblem
  let message: String
  let range: Range<Int>
  var label: String?
  var help: String?
  /// Whether the kind of fact that the clause is asked of explains the mistake.
  var concernsFact = false
  /// What to write in the place of the range.
  var fix: String?
  /// Whether the mistake stands in another document, where it is reported.
  var isReportedElsewhere = false

  init(
    problem: RuleProblem, message: String, range: Range<Int>, label: String? = nil,
    help: (any HelpText)? = nil, fix: String? = nil,
    concernsFact: Bool = false, isReportedElsewhere: Bool = false
  ) {
    self.problem = problem
    self.message = message
    self.range = range
    self.label = label
    self.help = help?.sentence
    self.fix = fix ?? help?.fix
    self.concernsFact = concernsFact
    self.isReportedElsewhere = isReportedElsewhere
  }
}
