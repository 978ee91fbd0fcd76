/// Voyages that belong together and fill one AIS file.
struct Scene {
  let fileName: String
  let voyages: [Voyage]
  var sightings: [Sighting] = []
}
