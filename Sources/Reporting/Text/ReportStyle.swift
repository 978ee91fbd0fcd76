/// How a report looks.
public struct ReportStyle: Hashable, Sendable {
  /// Whether to use the colours of a terminal.
  public let isColored: Bool
  /// The number of columns.
  public let width: Int

  /// Creates a style; 100 columns fit a terminal and a printed page.
  public init(isColored: Bool, width: Int = 100) {
    self.isColored = isColored
    self.width = width
  }

  /// For files and tests.
  public static let plain = ReportStyle(isColored: false)
}
