import Maritime
import Reporting
import Screening
import Storage

/// What a finished run brings that was not known before.
struct RunNews: Sendable {
  let report: FleetRunReport
  /// The changes since the run before; of the first run, the alerts.
  let changes: [FleetRunReport.Change]
  private let alerts: Set<String>
  private let inputs: String

  init(of run: StoredRun, in store: ScreeningStore) throws {
    let file = try RunManifest.policyFile(run.manifest, in: store)
    let policy = try ScreeningMaterial.policy(file)
    report = try store.report(of: run, under: policy)
    alerts = Set(report.alerts)
    inputs = run.inputs
    if report.previous == nil {
      let asking = try store.verdicts(of: run.id).filter { $0.isAlert(under: policy) }
      changes = FleetChanges(from: [], to: asking, inputs: []).all
    } else {
      changes = report.changes
    }
  }

  /// The run, then each change.
  var events: [MonitorEvent] {
    [.run(report, changes: changes.count)] + changes.map(event)
  }

  /// Changes that one message carries (our own default): about 300 KB.
  static let mostChanges = 1000

  /// The messages that tell an address of the run; none when there is nothing new.
  func messages(to address: String) -> [WebhookMessage] {
    let starts = Array(stride(from: 0, to: changes.count, by: Self.mostChanges))
    return starts.enumerated().map { part, start in
      let some = changes[start..<min(start + Self.mostChanges, changes.count)]
      let body =
        [MonitorEvent.run(report, changes: changes.count)] + some.map(event)
      // The same run is told under the same name, so that a receiver knows what comes twice.
      let name = Digest(ofParts: [inputs, String(report.run), address, String(part)])
      return WebhookMessage(
        id: "msg_" + name.prefix(bytes: 12),
        body: Array((body.map(\.json).joined(separator: "\n") + "\n").utf8))
    }
  }

  private func event(_ change: FleetRunReport.Change) -> MonitorEvent {
    .change(change, run: report.run, isAlert: alerts.contains(change.subject))
  }
}
