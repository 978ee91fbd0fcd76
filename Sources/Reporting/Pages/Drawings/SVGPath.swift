/// A line through points as the `d` of an SVG path.
struct SVGPath {
  let text: String

  init(_ points: [DrawnPoint]) {
    var text = ""
    for point in points {
      text += (text.isEmpty ? "M" : "L") + Self.number(point.x) + " " + Self.number(point.y)
    }
    self.text = text
  }

  /// A length with one decimal, the same on every machine: `12.5`, `-3`.
  static func number(_ value: Double) -> String {
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    let whole = "\(tenths.magnitude / 10)"
    let rest = tenths.magnitude % 10
    return (tenths < 0 ? "-" : "") + (rest == 0 ? whole : "\(whole).\(rest)")
  }
}
