import Maritime

/// A field of many facts of one kind, or of many vessels, as integers.
struct ColumnKey: Hashable, Sendable {
  /// Whose field it is.
  enum Subject: Hashable, Sendable {
    /// Facts of the kind with this name.
    case facts(String)
    /// The vessels' own fields.
    case state
  }

  let subject: Subject
  let field: String
  let encoding: Encoding

  /// How values become integers.
  enum Encoding: Hashable, Sendable {
    case time
    case quantity(Dimension)
    case bool
    /// Words, texts, zones, countries and ports, numbered by the clauses that mention them.
    case symbol(Symbol)
    /// Only whether there is a value.
    case presence
  }

  /// What a symbol stands for; two of different sorts are never equal.
  enum Symbol: Hashable, Sendable {
    case word
    case text
    case zone
    case country
    case port
  }
}

extension ColumnKey.Encoding {
  /// The encoding of a literal that a field is compared with; `nil` when there is none.
  init?(of value: FactValue) {
    switch value {
    case .time: self = .time
    case .quantity(let quantity): self = .quantity(quantity.dimension)
    case .bool: self = .bool
    case .word: self = .symbol(.word)
    case .text: self = .symbol(.text)
    case .zone: self = .symbol(.zone)
    case .country: self = .symbol(.country)
    case .port: self = .symbol(.port)
    case .position, .vessel, .company, .money: return nil
    }
  }

  /// The integer of a value that needs no numbering; `nil` when the value is of another sort.
  func number(_ value: FactValue) -> Int64? {
    switch (self, value) {
    case (.time, .time(let time)): time.milliseconds
    case (.quantity(let dimension), .quantity(let quantity)) where quantity.dimension == dimension:
      quantity.steps
    case (.bool, .bool(let isTrue)): isTrue ? 1 : 0
    default: nil
    }
  }

  /// The text of a value that is numbered; `nil` when the value is of another sort.
  func symbol(_ value: FactValue) -> String? {
    switch (self, value) {
    case (.symbol(.word), .word(let text)), (.symbol(.text), .text(let text)),
      (.symbol(.zone), .zone(let text)):
      text
    case (.symbol(.country), .country(let country)): country.code
    // A port is its code: the name may be missing, or written in another way.
    case (.symbol(.port), .port(let port)): port.code
    default: nil
    }
  }
}
