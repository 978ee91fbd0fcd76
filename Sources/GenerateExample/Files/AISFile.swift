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
