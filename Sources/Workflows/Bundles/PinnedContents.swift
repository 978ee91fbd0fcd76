import Storage

/// Where the inputs of verdicts are kept by their digests: a store, or a bundle.
protocol PinnedContents {
  /// The file, for messages.
  var path: String { get }
  /// The bytes of a content, which must be there and whole.
  func bytes(_ digest: String) throws -> [UInt8]
}

extension ScreeningStore: PinnedContents {}
