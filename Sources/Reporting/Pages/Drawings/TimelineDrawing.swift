import Maritime
import Screening

/// What happened when: a lane for each kind of fact, as pieces for a template.
struct TimelineDrawing {
  /// A stretch of time in a lane.
  struct Bar {
    let x: String
    let width: String
    let style: String
    /// What a pointer shows.
    let title: String
  }

  /// A number above a bar.
  struct Label {
    let x: String
    let text: String
  }

  /// A kind of fact.
  struct Lane {
    let title: String
    let y: String
    let textY: String
    let labelY: String
    let bars: [Bar]
    let labels: [Label]
  }

  /// A moment on the axis.
  struct Tick {
    let x: String
    let anchor: String
    let text: String
  }

  let width = SVGPath.number(Self.width)
  let height: String
  let axisY: String
  let axisTextY: String
  let left = SVGPath.number(Self.left)
  let right = SVGPath.number(Self.width - Self.margin)
  let lanes: [Lane]
  let ticks: [Tick]
  let summary: String

  static let width = 960.0
  private static let left = 180.0
  private static let margin = 16.0
  private static let laneHeight = 30.0

  /// A timeline; `nil` when nothing that is drawn has happened.
  init?(_ report: VesselReport) {
    let asOf = report.verdict.asOf
    let drawn = report.drawnFacts.filter {
      EventStyle.kinds.contains($0.kind.name) && $0.header.span.start < asOf
    }
    guard
      let axis = TimelineAxis(report.verdict, drawn, from: Self.left, to: Self.width - Self.margin)
    else { return nil }
    let numbers = report.numbers
    let byKind = Dictionary(grouping: drawn, by: \.kind.name)
    var lanes: [Lane] = []
    func add(_ title: String, _ bars: [Bar], _ labels: [Label]) {
      let top = Double(lanes.count) * Self.laneHeight + 8
      lanes.append(
        Lane(
          title: title, y: SVGPath.number(top + 11), textY: SVGPath.number(top + 21),
          labelY: SVGPath.number(top + 8), bars: bars, labels: labels))
    }
    if let observed = report.verdict.checked.observed {
      add("First to last position", [axis.bar(observed, style: "observed", "positions")], [])
    }
    for kind in EventStyle.kinds {
      guard let facts = byKind[kind] else { continue }
      let style = EventStyle(of: kind)
      let bars = facts.map { fact in
        let number = numbers[fact.id].map { "\($0): " } ?? ""
        return axis.bar(
          fact.header.span, style: style.name + (numbers[fact.id] == nil ? " faint" : ""),
          number + style.title)
      }
      add(style.title, bars, axis.labels(facts, numbers))
    }
    self.lanes = lanes
    let bottom = Double(lanes.count) * Self.laneHeight + 14
    axisY = SVGPath.number(bottom)
    axisTextY = SVGPath.number(bottom + 16)
    height = SVGPath.number(bottom + 24)
    ticks = axis.ticks
    summary =
      "\(drawn.count.counted("fact")) from \(axis.start.dayDescription) to"
      + " \(asOf.dayDescription), by kind."
  }
}
