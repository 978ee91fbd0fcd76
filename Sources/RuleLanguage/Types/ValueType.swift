import Maritime

/// What an expression yields.
enum ValueType: Hashable, Sendable {
  case field(FieldType)
  /// A number without a unit, which takes its meaning from what it is compared with.
  case number

  /// The type in a sentence: `a duration`.
  var description: String {
    switch self {
    case .number: "a number"
    case .field(let type): type.sentenceName
    }
  }

  /// Whether values have an order.
  var isOrdered: Bool {
    switch self {
    case .number, .field(.time), .field(.quantity), .field(.money): true
    case .field: false
    }
  }

  /// How a value is written that an author is likely to write as a bare number.
  var advice: String? {
    switch self {
    case .field(.time): "write `2026-01-04` or `2026-01-04T02:00Z`"
    case .field(.vessel): "ask for one of its numbers, such as `partner.imo == \"9125786\"`"
    default: nil
    }
  }

  /// The dimension of a quantity.
  var dimension: Dimension? {
    if case .field(.quantity(let dimension)) = self { dimension } else { nil }
  }

  /// Whether values of the two types can be compared; words only within one set.
  func isComparable(with other: ValueType) -> Bool {
    switch (self, other) {
    case (.number, .number): true
    case (.number, .field(.quantity(let dimension))), (.field(.quantity(let dimension)), .number):
      dimension == .ratio || dimension == .count
    case (.field(.word(let a)), .field(.word(let b))): !Set(a).isDisjoint(with: b)
    case (.field(.quantity(let a)), .field(.quantity(let b))): a == b
    default: self == other
    }
  }
}

extension FieldType {
  fileprivate var sentenceName: String {
    switch self {
    case .time: "a time"
    case .quantity(let dimension): dimension.sentenceName
    case .money: "an amount of money"
    case .position: "a position"
    case .vessel: "a vessel"
    case .company: "a company"
    case .port: "a port"
    case .zone: "a zone"
    case .country: "a country"
    case .word: "a word"
    case .text: "text"
    case .bool: "true or false"
    }
  }
}

extension Dimension {
  /// The dimension in a sentence.
  var sentenceName: String {
    switch self {
    case .duration: "a duration"
    case .months: "a number of months"
    case .length: "a distance"
    case .metre: "a size in metres"
    case .speed: "a speed"
    case .volume: "a volume"
    case .mass: "a mass"
    case .ratio: "a ratio"
    case .count: "a count"
    case .angle: "an angle"
    }
  }

  /// A quantity to show how the dimension is written: `12h`.
  var example: String {
    switch self {
    case .duration: "12h"
    case .months: "24mo"
    case .length: "0.3nm"
    case .metre: "2.5m"
    case .speed: "12kn"
    case .volume: "500000bbl"
    case .mass: "3000t"
    case .ratio: "0.60"
    case .count: "3"
    case .angle: "90deg"
    }
  }
}
