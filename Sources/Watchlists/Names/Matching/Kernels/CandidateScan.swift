/// Room to look through the names that hold a word, and to leave out at once those that cannot
/// reach a threshold.
///
/// Compares no words: it adds up the most that each word of a name can count, which the caller
/// notes for a search beforehand.
struct CandidateScan: Sendable {
  /// What is known of a query before any name is looked at.
  struct Query {
    /// The evidence before anything is compared, in thousandths of a nat.
    let prior: Int32
    /// The score that a name must reach.
    let needed: Int32
    /// How many words it has, and how many of them must be paid for when nothing stands for them.
    let words: Int32
    let payingWords: Int32
    /// Whether letters that stand for words may make up for words without a partner.
    let hasInitials: Bool
    let weights: MatchWeights
  }

  /// In which search each name was last seen.
  private var seen: [UInt32]
  /// In which search each word was last noted, and the most that it can count in that one.
  private var noted: [UInt32]
  private var most: [Int32]
  private var search: UInt32 = 0

  init(names: Int, words: Int) {
    seen = [UInt32](repeating: 0, count: names)
    noted = [UInt32](repeating: 0, count: words)
    most = [Int32](repeating: 0, count: words)
  }

  /// Starts a search.
  mutating func begin() {
    search &+= 1
    guard search == 0 else { return }
    // After four thousand million searches the numbers start again, and nothing is noted.
    self = CandidateScan(names: seen.count, words: noted.count)
    search = 1
  }

  /// Notes that a listed word may stand for a word of the query.
  mutating func note(_ word: Int32, _ weight: Int32) {
    let word = Int(word)
    if noted[word] != search {
      noted[word] = search
      most[word] = max(0, weight)
    } else {
      most[word] = max(most[word], weight)
    }
  }

  /// Adds the names that hold a word and may reach what is needed to `found`, each once a search.
  mutating func collect(
    _ word: Int32, in shelf: NameShelf, _ query: Query, into found: inout [Int32]
  ) {
    let search = search
    let holders = shelf.holders(of: word)
    seen.withUnsafeMutableBufferPointer { seen in
      noted.withUnsafeBufferPointer { noted in
        most.withUnsafeBufferPointer { most in
          shelf.withWords { words, starts, flags in
            for name in holders where seen[Int(name)] != search {
              seen[Int(name)] = search
              let range = Int(starts[Int(name)])..<Int(starts[Int(name) + 1])
              var bound = NameBound()
              for place in range {
                let word = Int(words[place])
                bound.add(isNoted: noted[word] == search, most: most[word], flags[word])
              }
              if bound.most(query, words: Int32(range.count)) >= query.needed {
                found.append(name)
              }
            }
          }
        }
      }
    }
  }
}

/// What a listed word is, besides its letters.
struct WordFlags: OptionSet, Sendable {
  let rawValue: UInt8
  /// A legal form, for which nobody pays.
  static let form = WordFlags(rawValue: 1)
  /// A single letter, which may stand for a word.
  static let initial = WordFlags(rawValue: 2)
}

/// The most that a name can score.
private struct NameBound {
  private var sum: Int32 = 0
  private var noted: Int32 = 0
  private var missing: Int32 = 0
  private var initials: Int32 = 0

  mutating func add(isNoted: Bool, most: Int32, _ flags: WordFlags) {
    if isNoted {
      sum += most
      noted += 1
    } else if flags.contains(.initial) {
      initials += 1
    } else if !flags.contains(.form) {
      missing += 1
    }
  }

  func most(_ query: CandidateScan.Query, words: Int32) -> Int32 {
    let weights = query.weights
    let base = query.prior + sum + weights.word * min(query.words, words)
    if query.hasInitials || initials > 0 {
      return base + weights.initial * min(query.words, words)
    }
    let extra = max(0, query.payingWords - noted)
    let damage = max(0, missing + extra - 1)
    return base + missing * weights.missingMiddle + extra * weights.extraWord
      + damage * weights.furtherDamage
  }
}

extension NameShelf {
  /// The words of all names, where each name starts and what each word is.
  fileprivate func withWords(
    _ body: (UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<WordFlags>)
      -> Void
  ) {
    words.withUnsafeBufferPointer { words in
      starts.withUnsafeBufferPointer { starts in
        flags.withUnsafeBufferPointer { body(words, starts, $0) }
      }
    }
  }
}
