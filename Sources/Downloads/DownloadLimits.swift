/// How much a download may cost before it is given up.
public struct DownloadLimits: Hashable, Sendable {
  /// The most bytes of an answer, once decompressed.
  public var size: Int
  /// How many seconds may pass without a byte.
  public var idleSeconds: Double
  /// How many seconds one try may take in all.
  public var totalSeconds: Double
  /// How often to try.
  public var tries: Int
  /// The seconds before the second try; each further pause is twice as long.
  public var firstPause: Int
  /// The longest pause in seconds; a server that asks for more is given up.
  public var longestPause: Int
  /// How many redirections to follow.
  public var hops: Int

  /// Creates limits; the usual ones are our own defaults.
  ///
  /// The largest public list, OFAC's in the advanced schema, has about 120 MB.
  public init(
    size: Int = 512 << 20, idleSeconds: Double = 30, totalSeconds: Double = 900, tries: Int = 4,
    firstPause: Int = 2, longestPause: Int = 120, hops: Int = 5
  ) {
    self.size = size
    self.idleSeconds = idleSeconds
    self.totalSeconds = totalSeconds
    self.tries = tries
    self.firstPause = firstPause
    self.longestPause = longestPause
    self.hops = hops
  }
}
