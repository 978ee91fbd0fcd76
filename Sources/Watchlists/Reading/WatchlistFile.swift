/// A file that may be a watchlist.
public struct WatchlistFile: Hashable, Sendable {
  /// The name as the user gave it.
  public let name: String
  /// The content, decompressed.
  public let bytes: [UInt8]

  /// Creates a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
