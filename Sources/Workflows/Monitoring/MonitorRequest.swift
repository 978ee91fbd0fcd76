import Downloads
public import Maritime

/// A fleet to watch, and whom to tell what changes.
public struct MonitorRequest: Sendable {
  /// What to screen.
  public var screening: ScreeningRequest
  /// The store's file; the user's own when `nil`.
  public var store: String?
  /// Who watches, for the log.
  public var actor: String
  /// The addresses that are told.
  public var webhooks: [String]
  /// The file with the secret that signs what they are told.
  public var keyFile: String?
  /// How many seconds lie between two looks at the inputs.
  public var interval: Int
  /// Whether to look once and end.
  public var isOnce: Bool
  /// The time now, for the log and for signatures; no verdict sees it.
  public var clock: @Sendable () -> UTCTime
  /// Told how many vessels have a verdict, of how many.
  public var progress: (@Sendable (Int, Int) -> Void)?

  var messenger = Messenger()
  var pause: @Sendable (_ seconds: Int) async throws -> Void = {
    try await Task.sleep(for: .seconds($0))
  }

  /// Creates a request.
  public init(
    screening: ScreeningRequest, store: String? = nil, actor: String, webhooks: [String] = [],
    keyFile: String? = nil, interval: Int = 60, isOnce: Bool = false,
    clock: @escaping @Sendable () -> UTCTime, progress: (@Sendable (Int, Int) -> Void)? = nil
  ) {
    self.screening = screening
    self.store = store
    self.actor = actor
    self.webhooks = webhooks
    self.keyFile = keyFile
    self.interval = interval
    self.isOnce = isOnce
    self.clock = clock
    self.progress = progress
  }
}
