import Maritime

extension Voyage {
  /// A fishing vessel that drifts a day at one place and a day at another.
  static func fishing(
    _ vessel: ExampleVessel, at first: Place, _ second: Place, from start: String, days: Int
  ) -> Voyage {
    let day: Int64 = 86_400_000
    let stays = (0..<days).map { index in
      let from = utc(start).milliseconds + Int64(index) * day
      return Voyage.Stay(
        index.isMultiple(of: 2) ? first : second,
        Period(
          from: UTCTime(milliseconds: from), until: UTCTime(milliseconds: from + day - day / 8)),
        isMoored: false)
    }
    return Voyage(vessel: vessel, stays: stays, cadence: .init(underWay: 55, atRest: 55))
  }
}
