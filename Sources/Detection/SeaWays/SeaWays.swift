import Maritime

/// The shortest ways at sea from one place to others, as far as a budget allows.
///
/// The great circle where the chart is clear between the two. Else a search over the cells of the
/// chart in which a way may leave the grid (lazy Theta*: Nash, Koenig and Tovey, 2010): each cell
/// remembers the last corner it can see. The search starts with the first place that asks for it
/// and serves all others.
struct SeaWays {
  /// How far a way leads.
  enum Length: Equatable {
    /// At least so many metres.
    case metres(Double)
    /// More than the budget.
    case beyond
  }

  private let chart: SeaChart
  private let start: Coordinate
  private let destination: Coordinate
  private let origin: Int
  private let isAtSea: Bool
  private let budget: Double
  /// What of a way through the cells is surely sailed.
  private let share: Double
  private let mostCells: Int
  private var search: SeaSearch?

  init(
    _ chart: SeaChart, from start: Coordinate, bound destination: Coordinate, budget: Double,
    _ parameters: DetectionParameters
  ) {
    self.chart = chart
    self.start = start
    self.destination = destination
    self.budget = budget
    share = parameters.share(.seaDistanceShare)
    mostCells = parameters.count(.seaSearchCells)
    let cell = SeaChart.cell(start.latitudeE7, start.longitudeE7)
    isAtSea = !chart.landings(around: cell).isEmpty
    origin = chart.landings(around: cell).first ?? cell
  }

  /// A length that no way at sea to a place is shorter than.
  ///
  /// The great circle when either end is far inland, where the chart knows no water.
  mutating func length(to end: Coordinate) -> Length {
    let direct = distanceMetres(
      start.latitudeE7, start.longitudeE7, end.latitudeE7, end.longitudeE7)
    guard direct <= budget else { return .beyond }
    let landings = chart.landings(around: SeaChart.cell(end.latitudeE7, end.longitudeE7))
    guard isAtSea, !landings.isEmpty,
      !landings.contains(where: { chart.isClear(from: origin, to: $0) })
    else { return .metres(direct) }
    if search == nil { search = makeSearch() }
    guard let search else { return .metres(direct) }
    let goal = SpherePoint(latitude: end.latitude, longitude: end.longitude)
    let found = landings.compactMap { search.length(to: $0, goal) }.min() ?? search.reached
    let metres = max(direct, found * share)
    return metres <= budget ? .metres(metres) : .beyond
  }

  private func makeSearch() -> SeaSearch {
    var search = SeaSearch(
      chart, from: origin,
      at: SpherePoint(latitude: start.latitude, longitude: start.longitude),
      bound: SpherePoint(latitude: destination.latitude, longitude: destination.longitude))
    search.run(upTo: budget / share, mostCells: mostCells)
    return search
  }
}
