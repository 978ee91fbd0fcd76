import Maritime

/// Something that a watched fleet's owner should hear of.
public enum MonitorEvent: Sendable {
  /// A run is finished.
  case run(FleetRunReport, changes: Int)
  /// A vessel is not what it was, or asks for a look in the first run.
  case change(FleetRunReport.Change, run: Int64, isAlert: Bool)
  /// The fleet could not be screened; it is tried again when something changes.
  case failed(message: String)
  /// An address could not be told of a run; it is told at the next look.
  case undelivered(run: Int64, address: String, message: String)

  /// The event as one line of JSON, without its end.
  public var json: String {
    switch self {
    case .run(let report, let changes):
      JSONText.object([
        "event": JSONText.string("run"), "run": String(report.run),
        "as_of": JSONText.string(report.asOf.description), "vessels": String(report.vessels),
        "carried": String(report.carried), "alerts": String(report.alerts.count),
        "changes": String(changes), "dispositions": FleetRunReport.json(report.dispositions),
      ])
    case .change(let change, let run, let isAlert):
      JSONText.object(
        with: JSONText.object(
          with: JSONText.object(with: change.json, "alert", isAlert ? "true" : "false"),
          "run", String(run)), "event", JSONText.string("change"))
    case .failed(let message):
      JSONText.object(["event": JSONText.string("failed"), "message": JSONText.string(message)])
    case .undelivered(let run, let address, let message):
      JSONText.object([
        "event": JSONText.string("undelivered"), "run": String(run),
        "address": JSONText.string(address), "message": JSONText.string(message),
      ])
    }
  }
}
