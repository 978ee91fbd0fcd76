import Maritime
import Watchlists

/// The instants a screening holds for.
struct AsOfDates: Hashable, Sendable {
  /// The instant for which verdicts hold.
  let asOf: UTCTime
  /// The instant up to which lists are used.
  let knownAsOf: UTCTime

  /// Takes dates that were settled before.
  init(asOf: UTCTime, knownAsOf: UTCTime) {
    self.asOf = asOf
    self.knownAsOf = knownAsOf
  }

  /// Takes the user's dates, or else the latest moment that any input knows about.
  ///
  /// Never the clock: the same inputs give the same verdict on every day
  /// (`docs/decisions/0004-as-of.md`).
  ///
  /// - Throws: `WorkflowError.badInput` when no input has a date.
  init(
    asOf: UTCTime?, knownAsOf: UTCTime?, latest seen: UTCTime?, snapshots: [SnapshotSummary]
  ) throws {
    let published = snapshots.map(\.published).max()
    guard let date = asOf ?? [seen, published].compactMap(\.self).max() else {
      throw WorkflowError.badInput(
        path: nil, message: "no input has a date, so there is no day for a verdict to hold",
        advice: "name the day with --as-of, such as --as-of 2025-06-01")
    }
    self.asOf = date
    self.knownAsOf = knownAsOf ?? max(date, published ?? date)
  }
}
