/// A place in a text, exact to a byte.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// The byte, from 0.
  public let offset: Int
  /// The line, from 1.
  public let line: Int
  /// The byte in the line, from 1.
  public let column: Int

  /// Creates a position.
  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// Orders positions by offset.
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool { a.offset < b.offset }
}

/// A stretch of a text, from its first byte up to, not including, `end`.
public struct SourceSpan: Hashable, Sendable {
  /// The first byte.
  public let start: SourcePosition
  /// The byte after the last.
  public let end: SourcePosition

  /// Creates a span.
  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }
}
