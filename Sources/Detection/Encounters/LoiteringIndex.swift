import Maritime

/// Finds the loiterings near a way, in cells of one degree.
///
/// Only those at which another vessel may have come unseen: of `dark_encounter_loitering` at least
/// and not nearer to the shore than `dark_encounter_shore`, where that is known.
struct LoiteringIndex {
  /// A loitering and the index of the track it is of.
  struct Entry {
    let track: Int
    let period: LoiteringPeriod
  }

  private let cells: [Int: [Entry]]

  init(_ surveys: [TrackSurvey], _ parameters: DetectionParameters) {
    let minimum = parameters.milliseconds(.darkEncounterLoitering)
    let shore = parameters.metres(.darkEncounterShore)
    cells = surveys.enumerated().reduce(into: [:]) { cells, survey in
      for period in survey.element.loiterings
      where period.loitering.isDrift == nil && period.end - period.start >= minimum
        && period.loitering.shoreDistance ?? .infinity >= shore
      {
        let cell = Self.cell(
          row: Self.row(Double(period.latitudeE7) / 1e7),
          column: Self.column(Double(period.longitudeE7) / 1e7))
        cells[cell, default: []].append(Entry(track: survey.offset, period: period))
      }
    }
  }

  var isEmpty: Bool { cells.isEmpty }

  /// The loiterings that may be within `metres` of a way, each once.
  func loiterings(along way: GreatCircleWay, within metres: Double) -> [Entry] {
    // A point of the way is at most a quarter of a degree beyond the nearest that is looked at.
    let step = metresInDegree / 2
    let reach = (metres + step / 2) / metresInDegree
    let found = way.points(every: step).reduce(into: Set<Int>()) { cells, point in
      cells.formUnion(Self.cells(around: point, reach: reach))
    }
    return found.sorted().flatMap { cells[$0] ?? [] }
  }

  private static func cells(
    around point: (latitude: Double, longitude: Double), reach: Double
  ) -> [Int] {
    let south = max(-90, point.latitude - reach)
    let north = min(90, point.latitude + reach)
    let cosine = cosineOfDegrees(max(abs(south), abs(north)))
    let width = cosine * 180 > reach ? reach / cosine : 180
    let west = Int((point.longitude - width).rounded(.down))
    let east = min(west + 359, Int((point.longitude + width).rounded(.down)))
    return (row(south)...row(north)).flatMap { row in
      (west...east).map { cell(row: row, column: ($0 + 180 + 720) % 360) }
    }
  }

  private static func row(_ latitude: Double) -> Int { Int((latitude + 90).rounded(.down)) }
  private static func column(_ longitude: Double) -> Int {
    Int((longitude + 180).rounded(.down)) % 360
  }
  private static func cell(row: Int, column: Int) -> Int { row * 360 + column }
}

private let metresInDegree = metresPerE7 * 1e7
