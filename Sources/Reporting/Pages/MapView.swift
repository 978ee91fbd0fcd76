import Maritime

/// The maps of a report with their legend: all of it, and where much lies close together.
struct MapView {
  struct Key {
    let style: String
    let title: String
  }

  let drawings: [MapDrawing]
  let legend: [Key]

  /// More maps than this would say nothing new (our own default).
  private static let mostDetails = 2

  init?(_ report: VesselReport, land: MapLand?) {
    guard let overview = MapDrawing(report, land: land) else { return nil }
    let details = overview.crowds.prefix(Self.mostDetails).compactMap {
      MapDrawing(report, land: land, detail: $0)
    }
    drawings = [overview] + details
    var seen: Set<String> = []
    let kinds = Set(report.citedFacts.filter(\.isDrawnOnMap).map(\.kind.name))
    legend = EventStyle.kinds.filter(kinds.contains).map { EventStyle(of: $0) }
      .filter { seen.insert($0.title).inserted }.map { Key(style: $0.name, title: $0.title) }
  }
}
