import Maritime

extension Voyage {
  /// What the world hears of the vessel.
  var reports: [Report] {
    var random = SplitMix64(seed: UInt64(vessel.mmsi) ^ UInt64(period.from.milliseconds))
    var reports: [Report] = []
    var time = period.from
    while time < period.until {
      let motion = motion(at: time)
      let report = report(of: motion, at: time, &random)
      if !silences.contains(where: { $0.contains(time) }) { reports.append(report) }
      let minutes = motion.stay == nil ? cadence.underWay : cadence.atRest
      // Transponders keep no round minutes: up to two minutes early or late.
      let seconds = minutes * 60 + random.noise(120)
      time = UTCTime(milliseconds: time.milliseconds + Int64(seconds) * 1000)
    }
    return reports
  }

  private func motion(at time: UTCTime) -> Motion {
    if let stay = stays.first(where: { $0.period.contains(time) }) {
      return Motion(place: stay.place, knots: stay.isMoored ? 0 : 0.5, course: 0, stay: stay)
    }
    guard let leg = legs.first(where: { $0.period.contains(time) }) else {
      preconditionFailure("\(vessel.name) is nowhere at \(time)")
    }
    return leg.motion(at: time)
  }

  private func report(
    of motion: Motion, at time: UTCTime, _ random: inout SplitMix64
  ) -> Report {
    var place = motion.place.moved(
      Double(random.noise(8)) / 100_000, Double(random.noise(8)) / 100_000)
    if let displacement, displacement.period.contains(time) {
      place = place.moved(displacement.north, displacement.east)
    }
    let isMoored = motion.stay?.isMoored ?? false
    let speedNoise = random.noise(3)
    let courseNoise = random.noise(motion.stay == nil ? 15 : 1799)
    return Report(
      vessel: vessel, time: time, place: place,
      tenthsOfKnot: isMoored ? 0 : max(0, Int((motion.knots * 10).rounded()) + speedNoise),
      tenthsOfDegree: (Int((motion.course * 10).rounded()) + courseNoise + 3600) % 3600,
      status: isMoored ? 5 : 0)
  }
}
