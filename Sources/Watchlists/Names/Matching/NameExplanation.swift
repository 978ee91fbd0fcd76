/// Why a name is nearly another: each word with its counterpart, and what it counts.
public struct NameExplanation: Hashable, Sendable {
  /// One step of the comparison.
  public struct Part: Hashable, Sendable {
    /// What was compared, as a phrase.
    public let text: String
    /// What it counts, in points; negative when it speaks against.
    public let points: Int
  }

  /// The parts: shared words, then what only one of the names has.
  public let parts: [Part]

  /// The parts in one line: `angara 45, petroff sounds like petrov 38, without ivanovich -8`.
  public var sentence: String {
    parts.map { "\($0.text) \($0.points > 0 ? "+" : "")\($0.points)" }.joined(separator: ", ")
  }
}

extension NameSearcher {
  /// Says why a listed name was found for a name.
  ///
  /// - Parameters:
  ///   - match: What `matches` returned.
  ///   - name: What was looked for.
  /// - Returns: The comparison, part by part.
  public mutating func explanation(of match: NameMatch, for name: String) -> NameExplanation {
    let kind = index.names[match.name].kind
    guard let shelf = index.kinds[kind], let place = shelf.place(ofName: match.name) else {
      return NameExplanation(parts: [])
    }
    var searcher = shelves.removeValue(forKey: kind) ?? ShelfSearcher(shelf, weights)
    defer { shelves[kind] = searcher }
    return searcher.explanation(of: place, for: name)
  }
}

extension ShelfSearcher {
  mutating func explanation(of place: Int32, for name: String) -> NameExplanation {
    let query = words(of: name)
    let listed = shelf.words(of: place).map { shelf.table.words[Int($0)] }
    _ = alignment.score(query, joinedWords(query), shelf.words(of: place), in: shelf, weights)
    let pairs = alignment.pairs.sorted { $0.query < $1.query }.map { pair in
      NameExplanation.Part(
        text: phrase(pair, query, listed), points: Int(pair.weight) / 100)
    }
    let extra = query.indices.filter { alignment.queryMatched & (1 << UInt32($0)) == 0 }
    let missing = listed.indices.filter { alignment.nameMatched & (1 << UInt32($0)) == 0 }
    var parts = pairs
    if alignment.initials > 0 {
      parts.append(
        NameExplanation.Part(
          text: "a letter for a word", points: alignment.initials * Int(weights.initial) / 100))
    }
    let against =
      extra.map { "without a partner: " + text(query[$0].letters) }
      + missing.map { "the listed name adds " + text(listed[$0]) }
    let sum =
      Int(
        alignment.unmatched(query, shelf.words(of: place), shelf, weights)) / 100
    if !against.isEmpty || sum != 0 {
      let reasons = against + (alignment.isReordered ? ["another order of words"] : [])
      parts.append(
        NameExplanation.Part(
          text: reasons.isEmpty ? "several words differ" : reasons.joined(separator: ", "),
          points: sum))
    }
    let start =
      Int(weights.prior(of: shelf))
      + Int(weights.word) * min(query.count, listed.count)
    return NameExplanation(
      parts: parts + [.init(text: "how alike such names are by chance", points: start / 100)])
  }

  private func phrase(
    _ pair: NameAlignment.Pair, _ query: [QueryWord], _ listed: [[UInt8]]
  ) -> String {
    let asked = text(query[pair.query..<pair.query + pair.queryWords].flatMap(\.letters))
    let found = text(listed[pair.name..<pair.name + pair.nameWords].flatMap { $0 })
    return switch pair.relation {
    case .equal: asked
    case .sound: "\(asked) sounds like \(found)"
    case .oneLetter: "\(asked) for \(found), one letter"
    case .oneSound: "\(asked) for \(found), one sound"
    case .twoLetters: "\(asked) for \(found), two letters"
    case .joined: "\(asked) in one word or two"
    }
  }

  private func text(_ letters: [UInt8]) -> String { String(decoding: letters, as: UTF8.self) }
}
