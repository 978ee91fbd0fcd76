public import Maritime

/// A map of where the facts of a report happened, as pieces for a template.
struct MapDrawing {
  /// A straight line with its class.
  struct Line {
    let path: String
    let style: String
  }

  /// A line of the grid with its name at the edge.
  struct GridLine {
    let path: String
    let x: String
    let y: String
    let anchor: String
    let text: String
  }

  /// A place with the numbers of the facts that happened there.
  struct Marker {
    let x: String
    let y: String
    let style: String
    let labelX: String
    let labelY: String
    let anchor: String
    let text: String
  }

  /// A small dot for a fact that the verdict does not cite.
  struct Dot {
    let x: String
    let y: String
    let style: String
  }

  let width = SVGPath.number(MapFrame.width)
  let height = SVGPath.number(MapFrame.height)
  let land: String
  let water: String
  let grid: [GridLine]
  let track: [Line]
  let lines: [Line]
  let dots: [Dot]
  let markers: [Marker]
  let scaleBar: ScaleBar
  /// What the map shows, in a sentence for those who do not see it.
  let summary: String
  /// What is not on it, and why.
  let notes: [String]
  let hasTrack: Bool
  let hasGaps: Bool
  let hasDots: Bool

  /// The heading of a detail; `nil` for the map of all.
  let caption: String?
  /// Groups of cited facts that one marker stands for though they lie apart, the largest first.
  let crowds: [[Fact]]

  /// A map; `nil` when no fact and no position has a place.
  ///
  /// - Parameters:
  ///   - report: What to draw.
  ///   - polygons: The land; `nil` draws none and says so.
  ///   - detail: The facts to look at closely; `nil` shows everything.
  init?(_ report: VesselReport, land polygons: MapLand?, detail: [Fact]? = nil) {
    let numbers = report.numbers
    let cited = report.citedFacts.filter { $0.isDrawnOnMap && $0.header.position != nil }
    let others = report.drawnFacts.filter { numbers[$0.id] == nil && $0.isDrawnOnMap }
    let track = detail == nil ? report.track.map(\.position) : []
    let places = track + (detail ?? cited + others).flatMap(\.placesOnMap)
    guard let frame = MapFrame(around: places) else { return nil }
    let outline = LandOutline(frame)
    land = polygons.map { outline.path($0.land) } ?? ""
    water = polygons.map { outline.path($0.water) } ?? ""
    grid = MapGrid(frame).lines
    self.track = TrackLines(report.track, in: frame).lines
    lines =
      others.compactMap { $0.gapLine(in: frame, style: "gap-line faint") }
      + cited.compactMap { $0.gapLine(in: frame, style: "gap-line") }
    dots = Self.dots(others, frame)
    let layout = MarkerLayout(cited, numbers: numbers, in: frame)
    markers = layout.markers
    crowds = layout.crowds
    scaleBar = ScaleBar(frame)
    hasTrack = !report.track.isEmpty
    hasGaps = !lines.isEmpty
    hasDots = !dots.isEmpty
    caption = detail.map { "Facts \(NumberRanges($0.compactMap { numbers[$0.id] }).text) closer" }
    summary = Self.summary(detail ?? cited, numbers, hasTrack: hasTrack)
    notes = detail == nil ? Self.notes(report, hasLand: polygons != nil) : []
  }

  private static func dots(_ facts: [Fact], _ frame: MapFrame) -> [Dot] {
    facts.compactMap { fact in
      guard let point = fact.header.position.map(frame.point), frame.holds(point) else {
        return nil
      }
      return Dot(
        x: SVGPath.number(point.x), y: SVGPath.number(point.y),
        style: EventStyle(of: fact.kind).name)
    }
  }

  private static func summary(
    _ facts: [Fact], _ numbers: [String: Int], hasTrack: Bool
  ) -> String {
    let ranges = NumberRanges(facts.compactMap { numbers[$0.id] }).text
    let parts = [
      hasTrack ? "the vessel's track" : nil, ranges.isEmpty ? nil : "the places of facts \(ranges)",
    ].compactMap(\.self)
    let shown = parts.isEmpty ? "facts that are not cited" : parts.joined(separator: " and ")
    return "Map of \(shown); the table of facts says the same in words."
  }

  private static func notes(_ report: VesselReport, hasLand: Bool) -> [String] {
    var notes: [String] = []
    if report.track.isEmpty {
      notes.append(
        "The way between the places is not drawn, because no positions were given (--positions).")
    } else {
      notes.append(
        "The track joins \(Quantity.count(report.track.count)) positions as they were sent; dotted"
          + " where none was sent for six hours. It is drawn for orientation: the verdict rests on"
          + " the facts.")
    }
    if !hasLand { notes.append("No coastline was given (--coastline), so no land is drawn.") }
    let left = report.citedFacts.count { !$0.isDrawnOnMap || $0.header.position == nil }
    if left > 0 {
      notes.append("Cited facts without a place of their own: \(left); the table has them.")
    }
    return notes
  }
}

/// The polygons of land that a map draws, and of water within them.
public struct MapLand: Sendable {
  let land: [[Zone.Ring]]
  let water: [[Zone.Ring]]

  /// Takes the polygons of a coastline.
  public init(_ polygons: CoastlineTable.Polygons) {
    land = polygons.landPolygons
    water = polygons.waterPolygons
  }
}

extension Fact {
  /// Facts about what a vessel is have no place, and those about whole voyages no single one.
  var isDrawnOnMap: Bool {
    EventStyle.kinds.contains(kind.name) && kind.name != "voyage" && kind.name != "zone_transit"
  }

  /// Where it began and, for a silence, where it ended.
  var placesOnMap: [Coordinate] {
    [header.position, endPosition].compactMap(\.self)
  }

  /// Where a silence ended, when the vessel was heard again.
  var endPosition: Coordinate? {
    guard case .position(let end)? = value("end_position") else { return nil }
    return end
  }

  fileprivate func gapLine(in frame: MapFrame, style: String) -> MapDrawing.Line? {
    guard kind.name == "ais_gap", let start = header.position, let end = endPosition else {
      return nil
    }
    return MapDrawing.Line(
      path: SVGPath([frame.point(start), frame.point(end)]).text, style: style)
  }
}
