/// Finds the words that may be within a number of changes of a word.
///
/// Two words that are at most *k* changes apart become equal when at most *k* letters are deleted
/// from each, so that every word is filed under all that deletions leave of it. Hashes can collide:
/// who asks must compare the words.
struct DeletionIndex: Sendable {
  private var starts: [Int32] = []
  private var hashes: [UInt32] = []
  private var words: [Int32] = []
  private var shift: UInt32 = 0

  /// - Parameters:
  ///   - count: How many words there are.
  ///   - variants: The hashes of what deletions leave of a word, each once.
  init(count: Int, variants: (Int) -> [UInt32]) {
    var pairs: [(hash: UInt32, word: Int32)] = []
    for word in 0..<count {
      for hash in variants(word) { pairs.append((hash, Int32(word))) }
    }
    // About four to a bucket, so that the table of buckets stays in the cache.
    let bits = max(1, 32 - max(4, pairs.count / 4).leadingZeroBitCount + 32)
    shift = UInt32(32 - min(bits, 28))
    let buckets = 1 << (32 - Int(shift))
    starts = [Int32](repeating: 0, count: buckets + 1)
    for pair in pairs { starts[Int(pair.hash >> shift) + 1] += 1 }
    for bucket in 0..<buckets { starts[bucket + 1] += starts[bucket] }
    hashes = [UInt32](repeating: 0, count: pairs.count)
    words = [Int32](repeating: 0, count: pairs.count)
    var next = starts
    for pair in pairs {
      let bucket = Int(pair.hash >> shift)
      hashes[Int(next[bucket])] = pair.hash
      words[Int(next[bucket])] = pair.word
      next[bucket] += 1
    }
  }

  /// The words filed under a hash.
  func forEach(_ hash: UInt32, _ body: (Int32) -> Void) {
    let bucket = Int(hash >> shift)
    for place in Int(starts[bucket])..<Int(starts[bucket + 1]) where hashes[place] == hash {
      body(words[place])
    }
  }
}

/// The hashes of what is left of a word when at most `deletions` letters (0, 1 or 2) are deleted.
func deletionHashes(_ word: [UInt8], _ deletions: Int) -> [UInt32] {
  var hashes = [wordHash(word, without: -1, -1)]
  if deletions > 0 {
    for first in word.indices {
      hashes.append(wordHash(word, without: first, -1))
      guard deletions > 1 else { continue }
      for second in word.indices.dropFirst(first + 1) {
        hashes.append(wordHash(word, without: first, second))
      }
    }
  }
  hashes.sort()
  var last = 0
  for index in hashes.indices.dropFirst() where hashes[index] != hashes[last] {
    last += 1
    hashes[last] = hashes[index]
  }
  return Array(hashes.prefix(last + 1))
}

/// FNV-1a (Fowler, Noll and Vo) over a word without two of its letters, mixed once more so that the
/// high bits can choose a bucket.
func wordHash(_ word: [UInt8], without first: Int, _ second: Int) -> UInt32 {
  var hash: UInt32 = 2_166_136_261
  for index in word.indices where index != first && index != second {
    hash = (hash ^ UInt32(word[index])) &* 16_777_619
  }
  hash ^= hash >> 16
  hash = hash &* 0x85EB_CA6B
  return hash ^ (hash >> 13)
}
