/// The listed words under which every name stands that can reach a score.
///
/// The rarest words of a query are enough as soon as a name with all the others could not reach it,
/// and of what may stand for a word only that which counts enough beside the rest.
struct LookUpPlan {
  /// The listed words, the rarest of the query first.
  private(set) var words: [Int32] = []
  /// Whether a name can reach the score that stands under none of them, because letters may stand
  /// for its words or little is needed; then every name is looked at.
  private(set) var needsAllNames = false

  init(
    _ query: [QueryWord], _ joined: [JoinedWords], in shelf: NameShelf, _ weights: MatchWeights,
    needed: Int32
  ) {
    let most = query.indices.map { index in
      let pairs = joined.filter { $0.covers(index) }.map(\.weight)
      return max(query[index].most, pairs.max() ?? 0, weights.initial)
    }
    let order = query.indices.sorted { (query[$0].holders, $0) < (query[$1].holders, $1) }
    // What a name can score at most that stands under none of the words before.
    var rest = most.reduce(weights.prior(of: shelf) + weights.word, +)
    var paying: Int32 = 0
    for (count, index) in order.enumerated() {
      // Equal names reach every score, and stand under each of their words.
      if count > 0, rest < needed { return }
      rest -= most[index]
      if !query[index].isInitial {
        add(query[index], index, joined, shelf, weights, least: needed - rest)
        if !query[index].isForm {
          rest += weights.cheapestMiss + (paying > 0 ? weights.furtherDamage : 0)
          paying += 1
        }
      } else {
        // A letter may stand for any word that begins with it, so only the same letter leads to
        // names.
        for near in query[index].near { words.append(near.id) }
        rest += weights.initial
      }
    }
    needsAllNames = rest >= needed
  }

  /// Looks up what may stand for a word and counts at least `least`.
  private mutating func add(
    _ word: QueryWord, _ index: Int, _ joined: [JoinedWords], _ shelf: NameShelf,
    _ weights: MatchWeights, least: Int32
  ) {
    for near in word.near where near.weight >= least || near.relation == .equal {
      words.append(near.id)
    }
    for half in word.halves where half.weight >= least { words.append(half.first) }
    // Of the other word in the pair nothing was taken off yet, so its weight may count again.
    for pair in joined where pair.covers(index) { words.append(pair.id) }
    if weights.initial >= least, let letter = word.letters.first,
      let initial = shelf.table.id(of: [letter])
    {
      words.append(initial)
    }
  }
}
