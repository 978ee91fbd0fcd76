public import Maritime

/// The parameters of one run: the defaults, and what the user changed.
public struct DetectionParameters: Hashable, Sendable {
  private var changed: [String: Quantity] = [:]

  /// Creates the defaults.
  public init() {}

  /// The value of a parameter; setting one of another dimension is a programming error.
  public subscript(parameter: DetectionParameter) -> Quantity {
    get { changed[parameter.name] ?? parameter.standard }
    set {
      precondition(
        newValue.dimension == parameter.standard.dimension,
        "\(parameter.name) is a \(parameter.standard.dimension.rawValue)")
      changed[parameter.name] = newValue
    }
  }

  func milliseconds(_ parameter: DetectionParameter) -> Int64 { self[parameter].steps }
  func metres(_ parameter: DetectionParameter) -> Double { Double(self[parameter].steps) / 1000 }
  func knots(_ parameter: DetectionParameter) -> Double { Double(self[parameter].steps) / 1000 }
  func count(_ parameter: DetectionParameter) -> Int { Int(self[parameter].steps) }
  func share(_ parameter: DetectionParameter) -> Double { Double(self[parameter].steps) / 1e6 }

  /// What a fact says about the detector that made it.
  func describe(
    _ name: String, version: Int, _ parameters: [DetectionParameter]
  ) -> DetectorDescription {
    DetectorDescription(
      name: name, version: version,
      parameters: parameters.map { DetectorDescription.Parameter($0.name, self[$0]) })
  }
}
