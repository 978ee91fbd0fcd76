import Maritime

/// The satellite's port calls as facts, one a line, in the order of facts files.
func sightingsFile(of scenes: [Scene]) -> String {
  let sightings = scenes.flatMap(\.sightings).sorted {
    ($0.vessel.mmsi, $0.period.from) < ($1.vessel.mmsi, $1.period.from)
  }
  return sightings.map { $0.line + "\n" }.joined()
}

extension Sighting {
  /// Confidence 4: an image that shows the vessel at the berth is as good as arrival and departure.
  fileprivate var line: String {
    let id = "sighting-\(vessel.mmsi)-\(period.from.dayDescription)"
    let fields = [
      #""id":"\#(id)""#, #""fact":"port_call""#, #""mmsi":\#(vessel.mmsi)"#,
      vessel.imo.map { #""imo":\#($0)"# }, #""start":"\#(period.from)""#,
      #""end":"\#(period.until)""#, #""lat":\#(decimal(port.place.latitude, digits: 4))"#,
      #""lon":\#(decimal(port.place.longitude, digits: 4))"#, #""port":"\#(port.code)""#,
      #""port_name":"\#(port.name)""#,
      #""country":"KP""#, #""confidence":4"#, #""open":false"#,
      #""source":"satellite""#, #""evidence":[]"#,
    ]
    return "{" + fields.compactMap(\.self).joined(separator: ",") + "}"
  }
}
