/// The names of a watchlist, ready to be searched for names that are nearly the same.
///
/// Names of different kinds are kept apart, because a word that is rare among people may be common
/// among ships.
public struct NameIndex: Sendable {
  /// A listed name.
  public struct Name: Sendable {
    /// The name as the publisher writes it.
    public let text: String
    /// What it is a name of.
    public let kind: Designation.Kind
    /// The entry that has it, as the caller counts entries.
    public let entry: Int

    /// Creates a name.
    public init(_ text: String, kind: Designation.Kind, entry: Int) {
      self.text = text
      self.kind = kind
      self.entry = entry
    }
  }

  /// The names, in the order given.
  public let names: [Name]
  let kinds: [Designation.Kind: NameShelf]

  /// Indexes names.
  ///
  /// - Complexity: O(*n*) in the letters of the names.
  public init(_ names: [Name]) {
    self.names = names
    let grouped = Dictionary(grouping: names.indices) { names[$0].kind }
    kinds = grouped.reduce(into: [:]) { kinds, group in
      kinds[group.key] = NameShelf(group.value, of: names, kind: group.key)
    }
  }
}

/// The names of one kind.
struct NameShelf: Sendable {
  let kind: Designation.Kind
  let table: TokenTable
  /// The place of each name among all names of the index.
  let places: [Int32]
  /// The words of all names, one name after the other.
  let words: [Int32]
  /// Where the words of each name start; one more than there are names.
  let starts: [Int32]
  /// The names that hold each word, one word after the other, and where each starts.
  let holders: [Int32]
  let holderStarts: [Int32]
  /// What each word is.
  let flags: [WordFlags]
  /// The logarithm of the number of names that words are counted against, in thousandths.
  let size: Int32

  /// A short list says little of how common a word is, so its words are taken for as rare as among
  /// as many names (our own default: about as many of a kind as the weights were found with).
  static let leastNames = 10_000

  init(_ places: [Int], of names: [NameIndex.Name], kind: Designation.Kind) {
    var table = TokenTable()
    var words: [Int32] = []
    var starts: [Int32] = [0]
    var kept: [Int32] = []
    for place in places {
      let name = NameWords(names[place].text, kind: kind).words.map { table.intern($0) }
      guard !name.isEmpty else { continue }
      words += name
      starts.append(Int32(words.count))
      kept.append(Int32(place))
      // A word that stands twice in a name is held once.
      for (index, word) in name.enumerated() where !name[..<index].contains(word) {
        table.count(word)
      }
    }
    table.file()
    self.kind = kind
    self.table = table
    self.places = kept
    self.words = words
    self.starts = starts
    (holders, holderStarts) = Self.holders(words, starts, frequencies: table.frequencies)
    flags = table.words.map { word in
      if kind == .company, CompanyForms.all.contains(word) { return .form }
      return word.count == 1 && !isNumber(word) ? .initial : []
    }
    size = thousandthsOfLogarithm(max(Self.leastNames, kept.count))
  }

  /// Turns the names with their words round into words with their names.
  private static func holders(
    _ words: [Int32], _ starts: [Int32], frequencies: [Int32]
  ) -> ([Int32], [Int32]) {
    var holderStarts = [Int32](repeating: 0, count: frequencies.count + 1)
    for (word, frequency) in frequencies.enumerated() {
      holderStarts[word + 1] = holderStarts[word] + frequency
    }
    var next = holderStarts
    var last = [Int32](repeating: -1, count: frequencies.count)
    var holders = [Int32](repeating: 0, count: Int(holderStarts.last ?? 0))
    for name in 0..<(starts.count - 1) {
      for place in Int(starts[name])..<Int(starts[name + 1]) {
        let word = Int(words[place])
        // A word that stands twice in a name is held once.
        guard last[word] != Int32(name) else { continue }
        last[word] = Int32(name)
        holders[Int(next[word])] = Int32(name)
        next[word] += 1
      }
    }
    return (holders, holderStarts)
  }

  var count: Int { places.count }

  /// Where a name of the index stands among those of its kind.
  func place(ofName name: Int) -> Int32? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < Int32(name) { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] == Int32(name) ? Int32(low) : nil
  }

  func words(of name: Int32) -> ArraySlice<Int32> {
    words[Int(starts[Int(name)])..<Int(starts[Int(name) + 1])]
  }

  func holders(of word: Int32) -> ArraySlice<Int32> {
    holders[Int(holderStarts[Int(word)])..<Int(holderStarts[Int(word) + 1])]
  }
}
