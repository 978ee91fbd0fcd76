import Maritime
import StrictYAML

/// What a clause, or clauses put together, say of one case.
struct Judgement: Hashable, Sendable {
  var truth: Truth
  /// The clauses that could not be decided, when they matter.
  var unknowns: [UnknownClause] = []
  /// The list entries that made clauses true.
  var entries: [ListEntryReference] = []

  static let yes = Judgement(truth: .yes)
  static let no = Judgement(truth: .no)

  /// True when all are; what is unknown counts unless something is false.
  static func all(_ parts: [Judgement]) -> Judgement {
    var result = Judgement.yes
    for part in parts { result.add(part) }
    return result.settled
  }

  /// Adds a part to a conjunction whose last part is still to come.
  mutating func add(_ part: Judgement) {
    truth = min(truth, part.truth)
    if !part.unknowns.isEmpty { unknowns += part.unknowns }
    if !part.entries.isEmpty { entries += part.entries }
  }

  /// The conjunction, with the reasons that belong to its answer.
  var settled: Judgement {
    Judgement(
      truth: truth, unknowns: truth == .unknown ? unknowns : [],
      entries: truth == .yes ? entries : [])
  }

  /// True when one is.
  static func any(_ parts: [Judgement]) -> Judgement {
    let truth = parts.map(\.truth).max() ?? .no
    return Judgement(truth: truth, from: truth == .yes ? parts.filter { $0.truth == .yes } : parts)
  }

  /// True when at least `count` are.
  static func atLeast(_ count: Int, _ parts: [Judgement]) -> Judgement {
    Judgement(truth: .atLeast(count, of: parts.map(\.truth)), from: parts)
  }

  /// True when this is false.
  var negated: Judgement { Judgement(truth: !truth, unknowns: unknowns) }

  init(
    truth: Truth, unknowns: [UnknownClause] = [], entries: [ListEntryReference] = []
  ) {
    self.truth = truth
    self.unknowns = unknowns
    self.entries = entries
  }

  /// Keeps the reasons that belong to the answer.
  private init(truth: Truth, from parts: [Judgement]) {
    self.truth = truth
    unknowns = truth == .unknown ? parts.flatMap(\.unknowns) : []
    entries = truth == .yes ? parts.flatMap(\.entries) : []
  }
}

/// A clause that could not be decided.
struct UnknownClause: Hashable, Sendable {
  /// The clause, or the key that stands for one, as written.
  let text: String
  let span: SourceSpan
  let missing: Missing
  /// The fact it was asked of; `nil` when it asks only about the vessel.
  let fact: ObservedFact?
}

/// What is missing.
enum Missing: Hashable, Sendable {
  /// A field of a fact.
  case field(String, of: Fact)
  /// A field of the vessel.
  case vesselField(String)
  /// A list cannot tell.
  case list(reason: String, entries: [ListEntryReference])
  /// A sum or product is too large, or something is divided by nothing.
  case arithmetic
  /// Two vessels or companies of which each has only a number or name that the other lacks.
  case commonIdentifier
  /// An amount in the currency of another; that of the first is given.
  case currency(Currency, other: Currency)
  /// Something that only a sentence can name, such as an estimate that is too wide.
  case described(String)

  var sentence: String {
    switch self {
    case .field(let field, let fact): "\(field) of \(fact.kind.name) \(fact.id)"
    case .vesselField(let field): "\(field) of the vessel"
    case .list(let reason, _): reason
    case .arithmetic: "a result within the range of numbers"
    case .commonIdentifier: "a number that both have"
    case .currency(let found, let other): "an amount in \(other) rather than in \(found)"
    case .described(let sentence): sentence
    }
  }
}
