import Maritime
import Synchronization

/// The sea chart of a coastline, drawn when the first gap asks for a way.
///
/// A class, because all threads share the one chart; drawing it takes half a second.
final class SeaChartSource: Sendable {
  private let coastline: Coastline
  private let drawn = Mutex<SeaChart?>(nil)

  init(_ coastline: Coastline) { self.coastline = coastline }

  /// The chart, the same for every caller.
  var chart: SeaChart {
    drawn.withLock { drawn in
      if let drawn { return drawn }
      let chart = SeaChart(coastline)
      drawn = chart
      return chart
    }
  }
}
