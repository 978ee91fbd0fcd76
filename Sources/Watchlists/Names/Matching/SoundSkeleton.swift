/// The sound of a word in Latin letters, in which the usual transliterations of one word agree.
///
/// Takes together what systems for Russian (BGN/PCGN, ISO 9, ICAO Doc 9303), Arabic and Persian,
/// Chinese (Pinyin, Wade–Giles) and Korean (McCune–Reischauer, Revised Romanisation) write
/// differently: `zh`, `j` and `ch`; `kh` and `h`; `w` and `v`; `yu` and `iu`; `-off` and `-ov`.
struct SoundSkeleton {
  /// What stands for some letters at a place.
  private struct Spelling {
    let letters: [UInt8]
    let sound: [UInt8]
  }

  /// The spellings by their first letter, the longest first.
  private static let spellings: [[Spelling]] = {
    let table: [(String, String)] = [
      ("shch", "S"), ("sch", "S"), ("sh", "S"), ("tch", "C"), ("ch", "C"), ("cz", "C"),
      ("zh", "C"), ("dzh", "C"), ("dj", "C"), ("j", "C"), ("ts", "c"), ("tz", "c"), ("th", "t"),
      ("ck", "k"), ("c", "k"), ("kh", "h"), ("q", "k"), ("x", "ks"), ("hs", "ks"), ("gh", "g"),
      ("ph", "f"), ("w", "v"), ("off", "uv"), ("eff", "ev"), ("ae", "e"), ("ai", "e"),
      ("ay", "e"), ("ei", "e"), ("ey", "e"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("o", "u"),
      ("y", "i"),
    ]
    let all = table.map { Spelling(letters: Array($0.0.utf8), sound: Array($0.1.utf8)) }
    return (0..<256).map { first in
      all.filter { Int($0.letters[0]) == first }.sorted { $0.letters.count > $1.letters.count }
    }
  }()

  /// The sounds of a word of lower-case letters; a letter that follows itself counts once.
  static func of(_ word: [UInt8]) -> [UInt8] {
    var sounds: [UInt8] = []
    sounds.reserveCapacity(word.count)
    var index = 0
    while index < word.count {
      let spelling = spellings[Int(word[index])].first { matches($0.letters, word, index) }
      for sound in spelling?.sound ?? [word[index]] where sounds.last != sound {
        sounds.append(sound)
      }
      index += spelling?.letters.count ?? 1
    }
    return sounds
  }

  private static func matches(_ letters: [UInt8], _ word: [UInt8], _ start: Int) -> Bool {
    guard start + letters.count <= word.count else { return false }
    return letters.indices.allSatisfy { word[start + $0] == letters[$0] }
  }
}
