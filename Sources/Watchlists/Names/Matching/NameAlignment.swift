/// How the words of a query stand against those of a listed name.
struct NameAlignment {
  /// A word of the query and the word of the name it stands for.
  struct Pair {
    let weight: Int32
    let query: Int
    let name: Int
    let relation: TokenRelation
    /// How many words each side has in the pair.
    var queryWords = 1
    var nameWords = 1
  }

  /// What stands for what, in no order.
  private(set) var pairs: [Pair] = []
  /// The pairs that could be.
  private var possible: [Pair] = []
  /// The words that stand for something, one bit each.
  private(set) var queryMatched: UInt32 = 0
  private(set) var nameMatched: UInt32 = 0
  /// Letters that stand for a word.
  private(set) var initials = 0
  /// Whether every word is the same.
  private(set) var isEqual = false
  /// Whether the words stand in another order.
  private(set) var isReordered = false

  /// The evidence that the two are one name, in thousandths of a nat.
  mutating func score(
    _ query: [QueryWord], _ joined: [JoinedWords], _ name: ArraySlice<Int32>, in shelf: NameShelf,
    _ weights: MatchWeights
  ) -> Int32 {
    collect(query, joined, name)
    choose()
    matchInitials(query, name, shelf)
    let order = pairs.sorted { $0.query < $1.query }
    isReordered = zip(order, order.dropFirst()).contains { $0.name > $1.name }
    isEqual =
      pairs.count == query.count && pairs.count == name.count
      && pairs.allSatisfy { $0.relation == .equal } && (!isReordered || shelf.kind == .person)
    return pairs.reduce(0) { $0 + $1.weight } + Int32(initials) * weights.initial
      + unmatched(query, name, shelf, weights) + weights.prior(of: shelf)
      + weights.word * Int32(min(query.count, name.count))
  }

  private mutating func collect(
    _ query: [QueryWord], _ joined: [JoinedWords], _ name: ArraySlice<Int32>
  ) {
    possible.removeAll(keepingCapacity: true)
    for (place, id) in zip(0..., name) {
      for index in query.indices {
        if let near = query[index].match(id) {
          possible.append(
            Pair(weight: near.weight, query: index, name: place, relation: near.relation))
        }
      }
      for pair in joined where pair.id == id {
        possible.append(
          Pair(
            weight: pair.weight, query: pair.first, name: place, relation: .joined, queryWords: 2))
      }
    }
    for index in query.indices where !query[index].halves.isEmpty {
      collectHalves(query[index], index, name)
    }
    // The order in which they are tried is part of what the score means.
    possible.sort { ($1.weight, $0.query, $0.name) < ($0.weight, $1.query, $1.name) }
  }

  private mutating func collectHalves(_ word: QueryWord, _ index: Int, _ name: ArraySlice<Int32>) {
    for (place, pair) in zip(name, name.dropFirst()).enumerated() {
      for half in word.halves where half.first == pair.0 && half.second == pair.1 {
        possible.append(
          Pair(
            weight: half.weight, query: index, name: place, relation: .joined, nameWords: 2))
      }
    }
  }

  /// Takes the pairs that count most first, each word once.
  private mutating func choose() {
    pairs.removeAll(keepingCapacity: true)
    (queryMatched, nameMatched) = (0, 0)
    for pair in possible {
      let inQuery: UInt32 = (pair.queryWords == 2 ? 3 : 1) << UInt32(pair.query)
      let inName: UInt32 = (pair.nameWords == 2 ? 3 : 1) << UInt32(pair.name)
      guard queryMatched & inQuery == 0, nameMatched & inName == 0 else { continue }
      queryMatched |= inQuery
      nameMatched |= inName
      pairs.append(pair)
    }
  }

  private mutating func matchInitials(
    _ query: [QueryWord], _ name: ArraySlice<Int32>, _ shelf: NameShelf
  ) {
    initials = 0
    for index in query.indices where queryMatched & (1 << UInt32(index)) == 0 {
      for (place, id) in zip(0..., name) where nameMatched & (1 << UInt32(place)) == 0 {
        let word = shelf.table.words[Int(id)]
        let isInitial = query[index].isInitial || (word.count == 1 && !isNumber(word))
        guard isInitial, word.first == query[index].letters.first else { continue }
        queryMatched |= 1 << UInt32(index)
        nameMatched |= 1 << UInt32(place)
        initials += 1
        break
      }
    }
  }

  /// What is paid for words without a partner and for more than one damage.
  func unmatched(
    _ query: [QueryWord], _ name: ArraySlice<Int32>, _ shelf: NameShelf, _ weights: MatchWeights
  ) -> Int32 {
    var sum: Int32 = 0
    var damage = pairs.count { $0.relation > .sound } + (isReordered ? 1 : 0)
    var (extraForm, missingForm) = (false, false)
    for index in query.indices where queryMatched & (1 << UInt32(index)) == 0 {
      if query[index].isForm {
        extraForm = true
      } else {
        sum += isNumber(query[index].letters) ? weights.number : weights.extraWord
        damage += 1
      }
    }
    for (place, id) in zip(0..., name) where nameMatched & (1 << UInt32(place)) == 0 {
      if shelf.flags[Int(id)].contains(.form) {
        missingForm = true
      } else {
        let isEnd = place == 0 || place == name.count - 1
        sum +=
          isNumber(shelf.table.words[Int(id)])
          ? weights.number : isEnd ? weights.missingEnd : weights.missingMiddle
        damage += 1
      }
    }
    if extraForm { sum += missingForm ? weights.otherForm : weights.extraForm }
    return sum + weights.furtherDamage * Int32(max(0, damage - 1))
  }
}

/// Two words of a query that one listed word is made of.
struct JoinedWords: Sendable {
  let first: Int
  let id: Int32
  let weight: Int32

  /// Whether a word of the query is one of the two.
  func covers(_ index: Int) -> Bool { first == index || first + 1 == index }
}
