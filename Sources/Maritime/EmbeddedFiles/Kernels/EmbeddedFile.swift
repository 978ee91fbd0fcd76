import CEmbeddedData

/// A data file that ships inside the program, so that it runs from any folder.
enum EmbeddedFile: String, CaseIterable {
  case ports = "ports.csv"
  case zones = "zones.geojson"
  case identificationDigits = "mids.csv"
  case countries = "countries.csv"

  /// A copy of the file's bytes.
  var bytes: [UInt8] {
    var count = 0
    let first =
      switch self {
      case .ports: pratique_ports_csv(&count)
      case .zones: pratique_zones_geojson(&count)
      case .identificationDigits: pratique_mids_csv(&count)
      case .countries: pratique_countries_csv(&count)
      }
    return Array(UnsafeBufferPointer(start: first, count: count))
  }
}
