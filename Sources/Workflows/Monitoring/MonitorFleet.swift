public import Maritime
public import Reporting
import Storage

/// How a watch that looks once ended.
public struct MonitorOutcome: Hashable, Sendable {
  /// Whether every address was told of everything.
  public let isTold: Bool
  /// The highest disposition of the run; `nil` without a vessel.
  public let highest: Disposition?
}

/// Screens a fleet again whenever its inputs change, and tells what became different.
///
/// Inputs count as changed when two looks in a row find the same files, and others than when it was
/// last screened: a file that is still being written is left alone. A first screening that fails
/// ends the watch; a later one is told as an event, and tried again at the next change.
///
/// - Parameters:
///   - request: The fleet, and whom to tell.
///   - emit: Takes each event, in order.
/// - Returns: How it ended; only a watch that looks once does.
/// - Throws: `WorkflowError`, `InputFileError` or `StorageError`.
public func monitorFleet(
  _ request: MonitorRequest, emit: @escaping @Sendable (MonitorEvent) -> Void
) async throws -> MonitorOutcome {
  let webhooks = try Webhooks(request)
  let store = try openStore(request.store, access: .writing)
  try webhooks.subscribe(in: store)
  var watch = FleetWatch(request: request, store: store, emit: emit)
  while true {
    try await watch.look()
    let isTold = try await webhooks.tell(store, emit: emit)
    if request.isOnce { return MonitorOutcome(isTold: isTold, highest: watch.highest) }
    try await request.pause(request.interval)
  }
}

/// What was seen of the inputs, and what was done about it.
private struct FleetWatch {
  let request: MonitorRequest
  let store: ScreeningStore
  let emit: @Sendable (MonitorEvent) -> Void
  private var seen: Digest?
  private var screened: Digest?
  /// The highest disposition of the last run.
  private(set) var highest: Disposition?

  init(
    request: MonitorRequest, store: ScreeningStore,
    emit: @escaping @Sendable (MonitorEvent) -> Void
  ) {
    self.request = request
    self.store = store
    self.emit = emit
  }

  mutating func look() async throws {
    let now = try InputFingerprint(request.screening, store: store).digest
    defer { seen = now }
    guard screened != nil else {
      try await screen()
      screened = now
      return
    }
    guard now != screened, now == seen else { return }
    do {
      try await screen()
      screened = now
    } catch let cancellation as CancellationError {
      throw cancellation
    } catch {
      let problem = Problem(error)
      // A full disk or a store in use may be better at the next look; a wrong file must change.
      if problem.exitCode == 2 { screened = now }
      emit(.failed(message: problem.text(isColored: false)))
    }
  }

  private mutating func screen() async throws {
    let screening = try await screenIntoStore(
      StoreScreeningRequest(
        screening: request.screening, store: request.store, at: request.clock(),
        actor: request.actor, progress: request.progress))
    let news = try RunNews(of: screening.run, in: screening.store)
    for event in news.events { emit(event) }
    let found = news.report.dispositions.filter { $0.vessels > 0 }
    highest = found.compactMap { Disposition(rawValue: $0.name) }.max()
  }
}
