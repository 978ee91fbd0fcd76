import Maritime

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
