import Maritime

/// A passage along a chain of points at one speed.
struct Leg {
  let points: [Place]
  let period: Period

  var metres: Double { zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) } }

  var knots: Double { metres / 1852 / (Double(period.until - period.from) / 3_600_000) }

  func motion(at time: UTCTime) -> Voyage.Motion {
    var rest = metres * Double(time - period.from) / Double(period.until - period.from)
    for (from, to) in zip(points, points.dropFirst()) {
      let length = from.distance(to: to)
      if rest < length {
        return Voyage.Motion(
          place: from.toward(to, share: rest / length), knots: knots,
          course: course(from: from, to: to), stay: nil)
      }
      rest -= length
    }
    preconditionFailure("\(time) lies after the leg")
  }
}
