import Maritime

/// The destinations a vessel declared, without those that it did not repeat.
struct DestinationHistory {
  private let runs: [SaidRun<String>]

  init(_ reports: [StaticReport], _ parameters: DetectionParameters) {
    runs = SaidRun.runs(
      in: reports, lasting: parameters.milliseconds(.destinationPersistence)
    ) { $0.destination.isEmpty ? nil : $0.destination }
  }

  /// What the vessel said last between a departure and an arrival.
  func run(from departure: Int64, to arrival: Int64) -> SaidRun<String>? {
    runs.last { $0.first.time <= arrival }.flatMap { $0.last.time > departure ? $0 : nil }
  }
}
