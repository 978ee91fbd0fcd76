/// The time from `start` to `end`; `end` is missing while whatever it describes goes on.
public struct TimeSpan: Hashable, Sendable {
  /// The first instant.
  public let start: UTCTime
  /// The last instant; `nil` while open.
  public let end: UTCTime?

  /// Creates a span.
  ///
  /// - Precondition: `end` is not before `start`.
  public init(start: UTCTime, end: UTCTime?) {
    precondition(end.map { $0 >= start } ?? true, "a span must not end before it starts")
    self.start = start
    self.end = end
  }

  /// Whether the span has an instant in common with [`from`, `to`).
  public func meets(from: UTCTime, to: UTCTime) -> Bool {
    start < to && (end.map { $0 >= from } ?? true)
  }
}
