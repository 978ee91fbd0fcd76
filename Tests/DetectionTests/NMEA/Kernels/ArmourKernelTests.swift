import TestSupport
import Testing

@testable import Detection

/// One character at a time, as ITU-R M.1371 and IEC 61162-1 describe the armour.
private func plainBits(_ characters: [UInt8]) -> MessageBits? {
  var bits = MessageBits()
  for character in characters {
    guard (48...87).contains(character) || (96...119).contains(character) else { return nil }
    let six = character < 96 ? character - 48 : character - 56
    bits.append(UInt64(six), count: 6)
  }
  return bits
}

private func kernelBits(_ characters: [UInt8]) -> MessageBits? {
  MessageBits(armoured: characters.span, 0..<characters.count)
}

private func expectSame(_ characters: [UInt8]) {
  let (plain, kernel) = (plainBits(characters), kernelBits(characters))
  #expect(plain?.count == kernel?.count)
  guard let plain, let kernel else { return }
  for start in stride(from: 0, to: 480, by: 30) {
    #expect(plain.unsigned(start, 30) == kernel.unsigned(start, 30))
  }
}

@Suite struct ArmourKernelTests {
  @Test func takesTheSameCharactersAsThePlainVersion() {
    for character in 0...255 {
      for place in 0..<9 {
        var characters = [UInt8](repeating: UInt8(ascii: "w"), count: 9)
        characters[place] = UInt8(character)
        expectSame(characters)
      }
    }
  }

  @Test func readsRandomPayloadsLikeThePlainVersion() {
    var random = SeededGenerator(seed: 5)
    let armour = Array(48...87) + Array(96...119)
    for _ in 0..<2000 {
      let length = Int.random(in: 0...80, using: &random)
      var characters = (0..<length).map { _ in
        UInt8(armour[Int.random(in: 0..<64, using: &random)])
      }
      if length > 0, Bool.random(using: &random), Bool.random(using: &random) {
        characters[Int.random(in: 0..<length, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      expectSame(characters)
    }
  }
}
