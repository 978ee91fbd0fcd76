public import Maritime

/// A file to fetch, and what is known of it from the last time.
public struct DownloadRequest: Hashable, Sendable {
  /// The address.
  public let address: String
  /// The entity tag of the copy that is already there.
  public let entityTag: String?
  /// The date of the copy that is already there, as the server wrote it.
  public let lastModified: String?

  /// Creates a request.
  public init(address: String, entityTag: String? = nil, lastModified: String? = nil) {
    self.address = address
    self.entityTag = entityTag
    self.lastModified = lastModified
  }
}

/// What a server answered.
public struct Download: Hashable, Sendable {
  /// The content; `nil` when the copy that is already there is the newest.
  public let content: [UInt8]?
  /// The entity tag to send the next time.
  public let entityTag: String?
  /// The date of the file to send the next time.
  public let lastModified: String?
  /// When the file was last changed, or else when it was sent, both by the server's clock.
  public let date: UTCTime?
  /// How often it was tried.
  public let tries: Int

  /// Creates an answer.
  public init(
    content: [UInt8]?, entityTag: String?, lastModified: String?, date: UTCTime?, tries: Int
  ) {
    self.content = content
    self.entityTag = entityTag
    self.lastModified = lastModified
    self.date = date
    self.tries = tries
  }
}
