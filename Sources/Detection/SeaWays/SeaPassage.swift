/// Water that vessels sail and most coastlines leave out: canals, rivers to seaports, and straits
/// narrower than a coarse coastline is exact.
struct SeaPassage: Sendable {
  let name: String
  /// Points along it in degrees, latitude first, joined by straight lines.
  let points: [(latitude: Double, longitude: Double)]

  private init(_ name: String, _ points: (Double, Double)...) {
    self.name = name
    self.points = points
  }

  /// Opens every cell along the passage.
  func open(_ isOpen: inout [Bool]) {
    for (a, b) in zip(points, points.dropFirst()) {
      let width = max(abs(a.latitude - b.latitude), abs(a.longitude - b.longitude))
      // Twenty steps a cell of 0.1 degrees: no cell that the line crosses for long is missed.
      let steps = max(1, Int((width * 200).rounded(.up)))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        let latitude = a.latitude + share * (b.latitude - a.latitude)
        let longitude = a.longitude + share * (b.longitude - a.longitude)
        isOpen[
          SeaChart.cell(
            Int32((latitude * 1e7).rounded()), Int32((longitude * 1e7).rounded()))] = true
      }
    }
  }
}

/// The passages, from public maps; good to a few kilometres, which is enough to join two seas.
extension SeaPassage {
  static let all = canals + straits + rivers + inland

  private static let canals = [
    SeaPassage(
      "Suez Canal", (31.4, 32.37), (31.26, 32.31), (30.58, 32.3), (30.3, 32.4), (29.93, 32.57),
      (29.75, 32.55)),
    SeaPassage("Panama Canal", (9.45, -79.92), (9.28, -79.92), (9.12, -79.72), (8.85, -79.5)),
    SeaPassage(
      "Kiel Canal", (53.88, 9.1), (54.1, 9.35), (54.3, 9.65), (54.37, 10.16), (54.5, 10.3)),
    SeaPassage("Corinth Canal", (37.97, 22.9), (37.9, 23.05)),
    SeaPassage("Cape Cod Canal", (41.65, -70.7), (41.74, -70.6), (41.8, -70.45)),
    SeaPassage("Chesapeake and Delaware Canal", (39.57, -75.55), (39.53, -75.8), (39.3, -76.2)),
  ]

  private static let straits = [
    SeaPassage("Bosporus", (41.3, 29.15), (41.1, 29.06), (40.9, 28.95)),
    SeaPassage("Dardanelles", (40.5, 26.9), (40.2, 26.4), (40.0, 26.1)),
    SeaPassage("Strait of Kerch", (45.0, 36.5), (45.35, 36.6), (45.6, 36.6)),
    SeaPassage("Strait of Gibraltar", (35.9, -6.0), (36.0, -5.2)),
    SeaPassage("Strait of Messina", (38.4, 15.7), (38.1, 15.6), (37.8, 15.4)),
    SeaPassage("Sound", (56.2, 12.4), (55.9, 12.7), (55.4, 12.7)),
    SeaPassage("Great Belt", (56.0, 11.0), (55.3, 11.0), (54.7, 10.8)),
    SeaPassage("Bab-el-Mandeb", (13.2, 42.9), (12.6, 43.35), (12.2, 43.8)),
    SeaPassage("Strait of Hormuz", (26.2, 55.8), (26.6, 56.5), (26.0, 56.9)),
    SeaPassage("Singapore Strait", (1.2, 103.4), (1.2, 103.9), (1.3, 104.4)),
    SeaPassage("Kanmon Strait", (34.05, 130.85), (33.95, 130.95), (33.95, 131.1)),
    SeaPassage("Strait of Magellan", (-52.5, -69.0), (-53.8, -71.0), (-53.0, -73.5)),
  ]

  private static let rivers = [
    SeaPassage("Elbe to Hamburg", (53.95, 8.5), (53.85, 9.0), (53.54, 9.95)),
    SeaPassage("Weser to Bremen", (53.7, 8.3), (53.5, 8.55), (53.1, 8.75)),
    SeaPassage("Scheldt to Antwerp", (51.45, 3.4), (51.35, 4.1), (51.25, 4.35)),
    SeaPassage("Seine to Rouen", (49.45, 0.1), (49.45, 0.6), (49.43, 1.05)),
    SeaPassage("Thames to London", (51.5, 0.9), (51.48, 0.2), (51.5, 0.0)),
    SeaPassage("Danube to Braila", (45.15, 29.75), (45.25, 28.7), (45.27, 27.97)),
    SeaPassage(
      "Mississippi to Baton Rouge", (28.9, -89.4), (29.35, -89.5), (29.95, -90.1), (30.0, -90.7),
      (30.45, -91.2)),
    SeaPassage("Houston Ship Channel", (29.3, -94.7), (29.7, -95.0), (29.73, -95.25)),
    SeaPassage("Columbia to Portland", (46.25, -124.1), (46.2, -123.4), (45.62, -122.75)),
    SeaPassage("Delaware to Philadelphia", (38.8, -75.1), (39.5, -75.55), (39.95, -75.1)),
    SeaPassage("Parana to Rosario", (-35.0, -57.2), (-34.2, -58.4), (-33.7, -59.6), (-32.9, -60.6)),
    SeaPassage("Amazon to Manaus", (0.5, -50.0), (-1.5, -52.0), (-2.4, -54.7), (-3.13, -60.0)),
    SeaPassage(
      "Yangtze to Nanjing", (31.4, 122.0), (31.8, 121.0), (32.0, 120.2), (32.25, 119.4),
      (32.1, 118.75)),
    SeaPassage("Pearl River to Guangzhou", (22.2, 113.75), (22.8, 113.6), (23.1, 113.4)),
    SeaPassage("Hooghly to Kolkata", (21.4, 88.1), (22.0, 88.05), (22.55, 88.3)),
    SeaPassage("Chao Phraya to Bangkok", (13.4, 100.6), (13.7, 100.55)),
  ]

  private static let inland = [
    SeaPassage(
      "Volga and Don", (44.9, 47.9), (46.35, 48.0), (47.25, 47.0), (48.3, 46.2), (48.52, 44.55),
      (48.68, 43.5), (47.6, 42.1), (47.2, 39.7), (47.0, 38.9)),
    SeaPassage(
      "Volga and Baltic", (48.52, 44.6), (51.5, 46.0), (53.2, 50.1), (55.8, 49.1), (56.3, 44.0),
      (58.05, 38.8), (59.1, 37.9), (61.0, 36.4), (60.9, 33.0), (60.2, 31.4), (59.93, 30.9),
      (59.95, 29.8)),
    SeaPassage("White Sea Canal", (61.0, 36.4), (61.5, 35.6), (62.85, 34.8), (64.6, 34.9)),
    SeaPassage(
      "Saint Lawrence Seaway", (47.3, -70.4), (46.83, -71.2), (46.3, -72.6), (45.5, -73.5),
      (45.0, -74.8), (44.2, -76.5), (43.6, -77.5), (43.4, -79.2), (42.85, -79.3), (42.2, -81.0),
      (41.9, -82.8), (42.35, -83.0), (43.0, -82.42), (44.5, -82.3), (45.7, -83.8), (45.8, -84.8),
      (44.0, -86.8), (41.8, -87.4)),
    SeaPassage(
      "Saint Marys River", (45.8, -83.8), (46.5, -84.4), (46.8, -85.3), (47.6, -87.8),
      (46.75, -92.0)),
  ]
}
