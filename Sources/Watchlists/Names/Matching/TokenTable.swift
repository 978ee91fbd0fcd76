/// The distinct words of listed names, and which of them are near a word.
struct TokenTable: Sendable {
  private(set) var words: [[UInt8]] = []
  private(set) var sounds: [[UInt8]] = []
  /// In how many names each word stands.
  private(set) var frequencies: [Int32] = []
  /// The number of the word in each place of a table of hashes; -1 in a free place.
  private var slots = [Int32](repeating: -1, count: 1024)
  private var bySound: [[UInt8]: [Int32]] = [:]
  private var letterIndex = DeletionIndex(count: 0) { _ in [] }
  private var soundIndex = DeletionIndex(count: 0) { _ in [] }

  /// The number of a word, which is given out when it is new.
  mutating func intern(_ word: [UInt8]) -> Int32 {
    let slot = slot(of: word)
    if slots[slot] >= 0 { return slots[slot] }
    let id = Int32(words.count)
    slots[slot] = id
    words.append(word)
    frequencies.append(0)
    if words.count * 2 > slots.count { spread() }
    return id
  }

  /// The place of a word, or the free one where it belongs: the first after its hash.
  private func slot(of word: [UInt8]) -> Int {
    let last = slots.count - 1
    var slot = Int(wordHash(word, without: -1, -1)) & last
    while slots[slot] >= 0, words[Int(slots[slot])] != word { slot = (slot + 1) & last }
    return slot
  }

  /// Doubles the places.
  private mutating func spread() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for id in words.indices { slots[slot(of: words[id])] = Int32(id) }
  }

  mutating func count(_ id: Int32) { frequencies[Int(id)] += 1 }

  /// The number of a word that stands in a name.
  func id(of word: [UInt8]) -> Int32? {
    let id = slots[slot(of: word)]
    return id < 0 ? nil : id
  }

  /// Files every word, once all are there.
  mutating func file() {
    let letters = words
    let heard = words.map { isNumber($0) ? $0 : SoundSkeleton.of($0) }
    sounds = heard
    bySound = Dictionary(grouping: words.indices.map(Int32.init)) { heard[Int($0)] }
    letterIndex = DeletionIndex(count: letters.count) { index in
      isNumber(letters[index])
        ? [] : deletionHashes(letters[index], Self.changes(in: letters[index]))
    }
    soundIndex = DeletionIndex(count: letters.count) { index in
      isNumber(letters[index]) || heard[index].count < Self.shortest
        ? [] : deletionHashes(heard[index], 1)
    }
  }

  /// Words with fewer letters are near no other: too many differ by one.
  private static let shortest = 3
  /// Words with as many letters may have two changes.
  private static let long = 7

  private static func changes(in word: [UInt8]) -> Int {
    word.count < shortest ? 0 : word.count < long ? 1 : 2
  }

  /// The listed words near a word, by number, each with how it is alike.
  func near(_ word: [UInt8]) -> [(id: Int32, relation: TokenRelation)] {
    let own = id(of: word)
    guard word.count > 1, !isNumber(word) else { return own.map { [($0, .equal)] } ?? [] }
    let sound = SoundSkeleton.of(word)
    var candidates: [Int32] = bySound[sound] ?? []
    for hash in deletionHashes(word, Self.changes(in: word)) {
      letterIndex.forEach(hash) { candidates.append($0) }
    }
    if sound.count >= Self.shortest {
      for hash in deletionHashes(sound, 1) { soundIndex.forEach(hash) { candidates.append($0) } }
    }
    candidates.sort()
    var near: [(id: Int32, relation: TokenRelation)] = []
    for id in candidates where id != near.last?.id {
      if id == own {
        near.append((id, .equal))
      } else if let relation = relation(word, sound, to: id) {
        near.append((id, relation))
      }
    }
    return near
  }

  /// How a word is like a listed one; `nil` when it is not.
  func relation(_ word: [UInt8], _ sound: [UInt8], to id: Int32) -> TokenRelation? {
    let (other, otherSound) = (words[Int(id)], sounds[Int(id)])
    if other == word { return .equal }
    guard word.count > 1, !isNumber(word), !isNumber(other) else { return nil }
    if otherSound == sound { return .sound }
    let length = min(word.count, other.count)
    guard length >= Self.shortest else { return nil }
    let letters = editDistance(word, other, limit: length >= Self.long ? 2 : 1)
    if letters == 1 { return .oneLetter }
    if min(sound.count, otherSound.count) >= Self.shortest,
      editDistance(sound, otherSound, limit: 1) == 1
    {
      return .oneSound
    }
    return letters == 2 && length >= Self.long ? .twoLetters : nil
  }
}

/// Whether a word holds a digit, so that it is compared whole.
func isNumber(_ word: [UInt8]) -> Bool { word.contains { (48...57).contains($0) } }
