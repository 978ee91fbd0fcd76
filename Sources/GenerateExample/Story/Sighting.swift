/// A port call that a satellite image shows, whatever AIS says.
struct Sighting {
  /// Where the image was taken, as the shipped gazetteer calls it.
  struct Port {
    let code: String
    let name: String
    let place: Place

    static let rajin = Port(code: "KPRJN", name: "Rajin (Najin)", place: Chart.rajin)
    static let nampo = Port(code: "KPNAM", name: "Nampo", place: Chart.nampo)
  }

  let vessel: ExampleVessel
  let port: Port
  let period: Period

  init(of vessel: ExampleVessel, at port: Port, _ period: Period) {
    self.vessel = vessel
    self.port = port
    self.period = period
  }
}
