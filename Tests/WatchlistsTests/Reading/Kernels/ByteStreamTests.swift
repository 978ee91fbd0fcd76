import Testing

@testable import Watchlists

struct ByteStreamTests {
  @Test(arguments: [0, 1, 6, 7, 8, 100])
  func givesEveryByteOnce(_ count: Int) {
    let bytes = (0..<count).map { UInt8($0) }
    let stream = ByteStream(bytes)
    var found: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 7)
    while stream.hasBytesAvailable {
      let read = stream.read(&piece, maxLength: piece.count)
      #expect(read > 0 && read <= piece.count)
      found += piece.prefix(read)
    }
    #expect(found == bytes)
    #expect(stream.read(&piece, maxLength: piece.count) == 0)
  }
}
