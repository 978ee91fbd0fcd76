/// What the rows of a feed say of vessels, by a digest of their bytes.
///
/// The same rows come with every block, and reading the text of one takes as long as ten positions.
struct KnownDescriptions: Sendable {
  private var known: [UInt64: Particulars] = [:]
  /// Beyond it the table starts again: a feed of noise must not fill memory.
  private static let most = 1 << 16

  /// The description that has a digest, if it was kept.
  subscript(digest: UInt64) -> Particulars? { known[digest] }

  /// Keeps a description.
  mutating func keep(_ particulars: Particulars, for digest: UInt64) {
    if known.count == Self.most { known.removeAll(keepingCapacity: true) }
    known[digest] = particulars
  }
}
