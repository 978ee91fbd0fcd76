/// Kleene's three values: what is not known is neither true nor false.
enum Truth: Int, Hashable, Sendable, Comparable {
  case no
  case unknown
  case yes

  init(_ isTrue: Bool) { self = isTrue ? .yes : .no }

  static func < (a: Truth, b: Truth) -> Bool { a.rawValue < b.rawValue }

  static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  /// Whether at least `count` of the answers are true.
  static func atLeast(_ count: Int, of answers: [Truth]) -> Truth {
    let definite = answers.count { $0 == .yes }
    let possible = answers.count { $0 != .no }
    return definite >= count ? .yes : possible >= count ? .unknown : .no
  }
}
