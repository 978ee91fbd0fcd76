/// A small feed in the layout of MarineCadastre, with one vessel that falls silent off Nampo.
public enum SampleFeed {
  /// The header of MarineCadastre.
  public static let header =
    "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,"
    + "Length,Width,Draft,Cargo,TransceiverClass\n"

  /// Hourly rows of a vessel on its way north at ten knots from 1 January 2025.
  ///
  /// Hours from 0 up to `hours` have a row each, but for those in `silent`.
  public static func rows(
    mmsi: Int, name: String, imo: Int?, latitude: Double, longitude: Double, hours: Int,
    silent: Range<Int> = 0..<0
  ) -> String {
    (0..<hours).filter { !silent.contains($0) }.map { hour in
      let day = 1 + hour / 24
      let time = "2025-01-\(day < 10 ? "0" : "")\(day)T\(twoDigits(hour % 24)):00:00"
      // Up to 45 m of scatter: no vessel keeps to a line as a program does.
      let north = latitude + Double(hour) / 6 + Double(hour * 7 % 5) / 10_000
      return "\(mmsi),\(time),\(north),\(longitude),10,0,0,\(name),\(imo.map { "IMO\($0)" } ?? ""),"
        + "CALL,70,0,120,20,6.5,70,A\n"
    }.joined()
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
