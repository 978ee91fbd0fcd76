/// The lines of latitude and longitude of a map.
struct MapGrid {
  let lines: [MapDrawing.GridLine]

  /// Steps in tenths of a degree; the first that gives eight lines at most is taken.
  private static let steps = [1, 2, 5, 10, 20, 50, 100, 200, 300, 450]

  init(_ frame: MapFrame) {
    let (width, height) = (MapFrame.width, MapFrame.height)
    let wide = (frame.east - frame.west) * 10
    let step = Self.steps.first { wide / Double($0) <= 8 } ?? 450
    let meridians = Self.multiples(of: step, from: frame.west, to: frame.east).map { tenths in
      let x = frame.point(longitude: Double(tenths) / 10, latitude: 0).x
      return MapDrawing.GridLine(
        path: SVGPath([DrawnPoint(x: x, y: 0), DrawnPoint(x: x, y: height)]).text,
        x: SVGPath.number(x + 3), y: SVGPath.number(height - 6), anchor: "start",
        text: Self.longitude(tenths))
    }
    let parallels = Self.multiples(
      of: step, from: max(frame.south, -90), to: min(frame.north, 90)
    ).map { tenths in
      let y = frame.point(longitude: 0, latitude: Double(tenths) / 10).y
      return MapDrawing.GridLine(
        path: SVGPath([DrawnPoint(x: 0, y: y), DrawnPoint(x: width, y: y)]).text,
        x: "4", y: SVGPath.number(y - 4), anchor: "start",
        text: Self.degrees(tenths, tenths < 0 ? "S" : "N"))
    }
    lines = meridians + parallels
  }

  private static func multiples(of step: Int, from low: Double, to high: Double) -> [Int] {
    let first = Int((low * 10 / Double(step)).rounded(.up)) * step
    return Array(stride(from: first, through: Int((high * 10).rounded(.down)), by: step))
  }

  private static func longitude(_ tenths: Int) -> String {
    let turned = ((tenths + 1800) % 3600 + 3600) % 3600 - 1800
    return degrees(turned, turned < 0 ? "W" : "E")
  }

  private static func degrees(_ tenths: Int, _ side: String) -> String {
    let rest = tenths.magnitude % 10
    let number = rest == 0 ? "\(tenths.magnitude / 10)" : "\(tenths.magnitude / 10).\(rest)"
    return tenths == 0 || tenths.magnitude == 1800 ? "\(number)°" : "\(number)° \(side)"
  }
}

/// A bar that shows how long a round number of kilometres is.
struct ScaleBar {
  let path: String
  let x: String
  let y: String
  let text: String

  init(_ frame: MapFrame) {
    let longest = MapFrame.width * 0.16 / frame.unitsPerKilometre
    var kilometres = 1.0
    for factor in [2.0, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2]
    where kilometres * factor <= longest {
      kilometres *= factor
    }
    let (right, bottom) = (MapFrame.width - 16, MapFrame.height - 24)
    let left = right - kilometres * frame.unitsPerKilometre
    path =
      "M\(SVGPath.number(left)) \(SVGPath.number(bottom - 6))V\(SVGPath.number(bottom))"
      + "H\(SVGPath.number(right))V\(SVGPath.number(bottom - 6))"
    x = SVGPath.number(right - 2)
    y = SVGPath.number(bottom - 6)
    // 1,852 m is a nautical mile (International Hydrographic Conference, 1929).
    text = "\(Int(kilometres)) km (\(Int((kilometres / 1.852).rounded())) nmi)"
  }
}
