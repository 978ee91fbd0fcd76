import TestSupport
import Testing

@testable import Watchlists

struct LetterTableTests {
  /// Letter by letter or with transforms: the same words of any name.
  @Test func saysWhatTheTransformsSay() {
    var random = SeededGenerator(seed: 11)
    var (known, left) = (0, 0)
    for _ in 0..<rounds(3000) {
      let scalars = (0..<Int.random(in: 1...8, using: &random)).compactMap { _ in
        let isASCII = Int.random(in: 0..<3, using: &random) > 0
        return Unicode.Scalar(UInt32.random(in: isASCII ? 32...126 : 160...0x45F, using: &random))
      }
      let name = String(String.UnicodeScalarView(scalars))
      guard let words = LetterTable.words(of: name) else {
        left += 1
        continue
      }
      known += 1
      let slow = foldedWords(of: Transliteration.latin(name)).map { Array($0.utf8) }
      #expect(words == slow, "\(scalars)")
    }
    #expect(known > 300 && left > 300)
  }

  @Test(arguments: ["\u{435}\u{308}", "a\u{301}", "王伟", "½"])
  func leavesWhatDependsOnItsNeighbours(_ name: String) {
    #expect(LetterTable.words(of: name) == nil)
  }
}
