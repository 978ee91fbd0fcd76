import Maritime

/// The scene's reports in the columns of NOAA MarineCadastre, by time and MMSI.
func aisFile(of scene: Scene) -> String {
  let header =
    "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,"
    + "Width,Draft,Cargo,TransceiverClass\n"
  let reports = scene.voyages.flatMap(\.reports)
  let sorted = reports.sorted {
    ($0.time, $0.vessel.mmsi) < ($1.time, $1.vessel.mmsi)
  }
  return header + sorted.map(\.row).joined()
}

/// One line of an AIS file.
struct Report {
  let vessel: ExampleVessel
  let time: UTCTime
  let place: Place
  let tenthsOfKnot: Int
  let tenthsOfDegree: Int
  let status: Int

  var row: String {
    let fields = [
      String(vessel.mmsi), String(time.description.dropLast()), decimal(place.latitude, digits: 5),
      decimal(place.longitude, digits: 5), tenths(tenthsOfKnot), tenths(tenthsOfDegree),
      String(tenthsOfDegree / 10), vessel.name, vessel.imo.map { "IMO\($0)" } ?? "",
      vessel.callSign, String(vessel.kind.rawValue), String(status), String(vessel.length),
      String(vessel.width), decimal(vessel.draught, digits: 1), String(vessel.kind.rawValue), "A",
    ]
    return fields.joined(separator: ",") + "\n"
  }
}

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
