/// Voyages that belong together and fill one AIS file.
struct Scene {
  let fileName: String
  let voyages: [Voyage]
  var sightings: [Sighting] = []
}

/// A port call that a satellite image shows, whatever AIS says.
struct Sighting {
  let vessel: ExampleVessel
  let port: String
  let country: String
  let place: Place
  let period: Period

  init(
    of vessel: ExampleVessel, at port: String, _ country: String, _ place: Place, _ period: Period
  ) {
    self.vessel = vessel
    self.port = port
    self.country = country
    self.place = place
    self.period = period
  }
}
