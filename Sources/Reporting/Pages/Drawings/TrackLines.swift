import Maritime

/// A track as lines: whole where positions follow one another, dotted where none was sent.
struct TrackLines {
  let lines: [MapDrawing.Line]

  /// A break in the track; the least silence that detection reports too.
  private static let silence: Int64 = 6 * 3_600_000
  /// Points nearer to the last one than this are left out; they would not be seen.
  private static let finest = 0.6

  init(_ track: [VesselReport.TrackPoint], in frame: MapFrame) {
    var lines: [MapDrawing.Line] = []
    var run: [DrawnPoint] = []
    var last: (time: UTCTime, point: DrawnPoint)?
    func finish() {
      if run.count > 1 { lines.append(MapDrawing.Line(path: SVGPath(run).text, style: "track")) }
      run = []
    }
    for position in track {
      let point = frame.point(position.position)
      if let last, position.time - last.time > Self.silence {
        if run.last != last.point { run.append(last.point) }
        finish()
        lines.append(
          MapDrawing.Line(path: SVGPath([last.point, point]).text, style: "track unheard"))
      }
      if run.last.map({ $0.distance(to: point) >= Self.finest }) ?? true { run.append(point) }
      last = (position.time, point)
    }
    if let end = last?.point, run.last != end { run.append(end) }
    finish()
    self.lines = lines
  }
}
