/// Risk points, exact to a tenth, so that sums do not depend on their order.
public struct Points: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The number of tenths.
  public let tenths: Int

  /// No points.
  public static let zero = Points(tenths: 0)

  /// Creates points from tenths.
  public init(tenths: Int) { self.tenths = tenths }

  /// Creates whole points.
  public init(_ whole: Int) { tenths = whole * 10 }

  /// One digit after the point: `27.5`, `60.0`.
  public var description: String {
    (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }

  /// Orders points by size.
  public static func < (a: Points, b: Points) -> Bool { a.tenths < b.tenths }

  /// Adds points.
  public static func + (a: Points, b: Points) -> Points { Points(tenths: a.tenths + b.tenths) }
}
