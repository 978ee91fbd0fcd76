import InputFiles
import Maritime
import Storage

/// Where the lines of facts files stand, kept in a store: a fleet's next run need not look through
/// files that did not change.
struct FactPages: Sendable {
  /// What a look through one file found.
  struct Page: Sendable {
    var runs: [(vessel: VesselReference, run: FactIndex.Run)] = []
    /// Where the facts stand that rules look for beyond their vessel.
    var places: [FactPlace] = []
    /// The latest moment that a fact knows about, when asked for.
    var latest: UTCTime?
  }

  let store: ScreeningStore

  /// Lines in disorder need a run each: looking again costs less than keeping so many (our own
  /// default).
  private static let mostRuns = 1_000_000

  /// The name of what this program finds in a file; `nil` when it cannot be known again.
  static func name(
    of file: RandomInput, factsOf kinds: Set<String>, readsAll: Bool
  ) -> String? {
    file.identity.map { identity in
      let parts = [engineVersion, file.path, identity, String(readsAll)] + kinds.sorted()
      return "facts:" + Digest(ofParts: parts).description
    }
  }

  /// What was found under a name; `nil` when nothing was, or it cannot be read.
  func page(named name: String) throws -> Page? {
    guard let digest = try store.digest(named: name) else { return nil }
    return Page(try store.bytes(digest))
  }

  /// Keeps what was found.
  func keep(_ page: Page, named name: String) throws {
    guard page.runs.count <= Self.mostRuns else { return }
    let content = try StoredContent(of: page.bytes)
    try store.save([content], names: [name: content.digest])
  }
}

extension FactPages.Page {
  private static let digestLength = 64

  /// Numbers of eight bytes, and the digests as text.
  fileprivate var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 + runs.count * 104 + places.count * 24)
    bytes.append(latest?.milliseconds ?? .min)
    bytes.append(Int64(runs.count))
    for (vessel, run) in runs {
      bytes.append(Int64(vessel.mmsi?.value ?? 0))
      bytes.append(Int64(vessel.imo?.value ?? 0))
      for number in [run.offset, run.count, run.firstLine] { bytes.append(Int64(number)) }
      bytes.append(contentsOf: (run.digest ?? "").utf8)
    }
    bytes.append(Int64(places.count))
    for place in places {
      for number in [place.offset, place.count, place.line] { bytes.append(Int64(number)) }
    }
    return bytes
  }

  /// Reads what was written; `nil` for anything else.
  fileprivate init?(_ bytes: [UInt8]) {
    var reader = NumberReader(bytes: bytes)
    guard let moment = reader.next(), let count = reader.next() else { return nil }
    latest = moment == .min ? nil : UTCTime(milliseconds: moment)
    for _ in 0..<count {
      guard let mmsi = reader.next(), let imo = reader.next(), let offset = reader.next(),
        let length = reader.next(), let line = reader.next(),
        let digest = reader.text(Self.digestLength)
      else { return nil }
      let vessel =
        VesselReference(
          mmsi: mmsi == 0 ? nil : MMSI(UInt32(truncatingIfNeeded: mmsi)),
          imo: imo == 0 ? nil : IMONumber(Int(imo)))
        ?? .noVessel
      runs.append(
        (
          vessel,
          FactIndex.Run(
            file: 0, offset: Int(offset), count: Int(length), firstLine: Int(line), digest: digest)
        ))
    }
    guard let others = reader.next() else { return nil }
    for _ in 0..<others {
      guard let offset = reader.next(), let length = reader.next(), let line = reader.next() else {
        return nil
      }
      places.append(FactPlace(offset: Int(offset), count: Int(length), line: Int(line)))
    }
    guard reader.isAtEnd else { return nil }
  }
}

/// Reads numbers of eight bytes.
private struct NumberReader {
  let bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  mutating func next() -> Int64? {
    guard bytes.count - index >= 8 else { return nil }
    defer { index += 8 }
    var word: UInt64 = 0
    for place in 0..<8 { word |= UInt64(bytes[index + place]) << UInt64(place * 8) }
    return Int64(bitPattern: word)
  }

  mutating func text(_ count: Int) -> String? {
    guard bytes.count - index >= count else { return nil }
    defer { index += count }
    return String(decoding: bytes[index..<index + count], as: UTF8.self)
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ number: Int64) {
    let word = UInt64(bitPattern: number)
    for place in 0..<8 { append(UInt8(truncatingIfNeeded: word >> UInt64(place * 8))) }
  }
}
