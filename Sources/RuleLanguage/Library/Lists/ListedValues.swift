import Maritime

/// Countries, ports or words that a library lists: what `in @lists/NAME` asks about.
struct ListedValues: Hashable, Sendable {
  /// What the members are.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case countries
    case ports
    case words
  }

  /// One member, and when it belonged to the set.
  struct Member: Hashable, Sendable {
    let value: FactValue
    /// The first instant; `nil` for ever before.
    var from: UTCTime?
    /// The first instant after; `nil` for ever after.
    var to: UTCTime?

    func holds(at time: UTCTime) -> Bool {
      (from.map { $0 <= time } ?? true) && (to.map { time < $0 } ?? true)
    }
  }

  let name: String
  let kind: Kind
  let members: [Member]

  /// Whether some member has a date, so that the question needs one too.
  var isDated: Bool { members.contains { $0.from != nil || $0.to != nil } }

  /// The members as values of a field's type; `nil` when the field holds something else.
  func members(for type: FieldType) -> [Member]? {
    switch (kind, type) {
    case (.countries, .country), (.ports, .port): return members
    case (.words, .text): return members
    case (.words, .word(let words)):
      let known = members.filter { words.contains($0.value.description) }
        .map { Member(value: .word($0.value.description), from: $0.from, to: $0.to) }
      return known.isEmpty ? nil : known
    default: return nil
    }
  }

  /// What the members are, in a sentence.
  var sentenceName: String {
    switch kind {
    case .countries: "countries"
    case .ports: "ports"
    case .words: "words"
    }
  }
}
