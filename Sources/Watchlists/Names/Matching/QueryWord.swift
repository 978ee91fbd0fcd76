/// A word that is looked for, with every listed word that may be meant.
struct QueryWord: Sendable {
  /// A listed word and what it counts if it stands for this one.
  struct Near: Sendable {
    let id: Int32
    let weight: Int32
    let relation: TokenRelation
  }

  let letters: [UInt8]
  /// By number.
  let near: [Near]
  /// Two listed words that make up this one.
  let halves: [(first: Int32, second: Int32, weight: Int32)]
  /// What the same word counts; 0 when it is not listed.
  let equal: Int32
  /// The most that it can count.
  let most: Int32
  /// How many names hold a word that may be meant.
  let holders: Int
  let isForm: Bool
  var isInitial: Bool { letters.count == 1 && !isNumber(letters) }

  init(_ letters: [UInt8], in shelf: NameShelf, _ weights: MatchWeights) {
    self.letters = letters
    isForm = shelf.kind == .company && CompanyForms.all.contains(letters)
    let found = shelf.table.near(letters)
    // How many names have a word that is this near by chance, for each nearness.
    var reach = [Int](repeating: 0, count: TokenRelation.allCases.count)
    for (id, relation) in found {
      for farther in Int(relation.rawValue)..<reach.count {
        reach[farther] += Int(shelf.table.frequencies[Int(id)])
      }
    }
    near = found.map { id, relation in
      let chance = shelf.size - thousandthsOfLogarithm(max(1, reach[Int(relation.rawValue)]))
      return Near(id: id, weight: weights.weight(of: relation, chance), relation: relation)
    }
    halves = Self.halves(of: letters, in: shelf, weights)
    equal = near.first { $0.relation == .equal }?.weight ?? 0
    most = max(near.map(\.weight).max() ?? 0, halves.map(\.weight).max() ?? 0)
    holders =
      near.reduce(0) { $0 + Int(shelf.table.frequencies[Int($1.id)]) }
      + halves.reduce(0) { $0 + Int(shelf.table.frequencies[Int($1.first)]) }
  }

  /// The ways to split a word into two listed ones, such as `oceanstar`.
  private static func halves(
    of letters: [UInt8], in shelf: NameShelf, _ weights: MatchWeights
  ) -> [(first: Int32, second: Int32, weight: Int32)] {
    guard letters.count >= 5, shelf.table.id(of: letters) == nil else { return [] }
    return (2...(letters.count - 1)).compactMap { split in
      guard let first = shelf.table.id(of: Array(letters[..<split])),
        let second = shelf.table.id(of: Array(letters[split...]))
      else { return nil }
      let chance = [first, second].reduce(Int32(0)) { sum, id in
        sum + shelf.size - thousandthsOfLogarithm(Int(shelf.table.frequencies[Int(id)]))
      }
      return (first, second, weights.weight(of: .joined, chance))
    }
  }

  /// What a listed word counts for this one; `nil` when it cannot be meant.
  func match(_ id: Int32) -> Near? {
    var (low, high) = (0, near.count)
    while low < high {
      let middle = (low + high) / 2
      if near[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < near.count && near[low].id == id ? near[low] : nil
  }
}

extension MatchWeights {
  /// What words count that agree by chance once in e to the power of `chance`.
  func weight(of relation: TokenRelation, _ chance: Int32) -> Int32 {
    let share = evidence[relation] ?? 0
    return Int32(Int(chance) * Int(share) / 1000) - (cost[relation] ?? 0)
  }
}
