import Maritime

/// The change of draught that counts for a vessel.
struct DraughtThreshold {
  /// The change in metres.
  let metres: Double
  /// Whether the vessel's size is known; if not, the change is that of small vessels.
  let isOfClass: Bool

  /// Finds the class by deadweight in tonnes, else by length in metres.
  init(deadweight: Int?, length: Int?, _ parameters: DetectionParameters) {
    let parameter: DetectionParameter? =
      deadweight.map(Self.parameter) ?? length.map { Self.parameter(length: $0, parameters) }
    metres = parameters.metres(parameter ?? .draughtSmall)
    isOfClass = parameter != nil
  }

  /// The bounds of deadweight are those of the classes of tankers.
  private static func parameter(deadweight: Int) -> DetectionParameter {
    switch deadweight {
    case ..<60_000: .draughtSmall
    case ..<80_000: .draughtPanamax
    case ..<120_000: .draughtAframax
    case ..<200_000: .draughtSuezmax
    default: .draughtLargest
    }
  }

  private static func parameter(
    length: Int, _ parameters: DetectionParameters
  ) -> DetectionParameter {
    let bounds: [(DetectionParameter, DetectionParameter)] = [
      (.largestLength, .draughtLargest), (.suezmaxLength, .draughtSuezmax),
      (.aframaxLength, .draughtAframax), (.panamaxLength, .draughtPanamax),
    ]
    return bounds.first { Double(length) >= parameters.metres($0.0) }?.1 ?? .draughtSmall
  }
}

extension DetectionContext {
  /// The threshold of a track, whose deadweight a registry may know.
  func draughtThreshold(of track: Track) -> DraughtThreshold {
    let lengths = track.reports.lazy.map { Int($0.particulars.length) }.filter { $0 > 0 }
    return DraughtThreshold(
      deadweight: track.vessel.imo.flatMap { settings.deadweights[$0] }, length: lengths.last,
      settings.parameters)
  }
}
