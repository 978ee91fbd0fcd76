import Maritime
public import StrictYAML

/// What a parameter file became: parameters, or at least one error.
public struct ParameterReading: Sendable {
  /// The parameters; `nil` when the file has an error.
  public let parameters: DetectionParameters?
  /// Everything the author should know, in file order.
  public let diagnostics: [Diagnostic]
}

extension DetectionParameters {
  /// Reads a parameter file: a YAML mapping of names to amounts such as `gap_minimum: 10h`.
  ///
  /// What the file leaves out keeps its default; a name that is not known is an error.
  public static func read(_ bytes: [UInt8], file: String) -> ParameterReading {
    let document = readYAML(bytes, file: file)
    guard let root = document.root else {
      return ParameterReading(parameters: nil, diagnostics: document.diagnostics)
    }
    var parameters = DetectionParameters()
    var problems = document.diagnostics
    guard let entries = root.entries else {
      problems.append(.notAMapping(root, file: file))
      return ParameterReading(parameters: nil, diagnostics: problems)
    }
    for entry in entries {
      guard let parameter = DetectionParameter.all.first(where: { $0.name == entry.key }) else {
        problems.append(.unknownParameter(entry, file: file))
        continue
      }
      if let amount = parameter.amount(entry.value.text ?? "") {
        parameters[parameter] = amount
      } else {
        problems.append(.wrongAmount(entry, parameter, file: file))
      }
    }
    let hasError = problems.contains { $0.severity == .error }
    return ParameterReading(parameters: hasError ? nil : parameters, diagnostics: problems)
  }
}

extension DetectionParameter {
  /// Reads an amount above zero in a unit of the parameter's dimension.
  func amount(_ text: String) -> Quantity? {
    let number = text.prefix { $0.isNumber || $0 == "." }
    let symbol = text.dropFirst(number.count)
    guard let amount = Double(number), amount > 0,
      let unit = units.first(where: { $0.symbol == symbol })
    else { return nil }
    let quantity = Quantity(standard.dimension, amount, unit: unit)
    guard let quantity, quantity.steps > 0, quantity.steps <= largest else { return nil }
    return quantity
  }

  /// The units that an amount can have; an angle is written in degrees.
  var units: [MeasureUnit] { standard.dimension.units }

  /// A bound that keeps sums and grids within range: no more than a thousand times the default.
  private var largest: Int64 {
    switch standard.dimension {
    case .ratio: 1_000_000
    case .angle: 900_000_000
    default: standard.steps * 1000
    }
  }
}

extension Diagnostic {
  fileprivate static func notAMapping(_ root: YAMLNode, file: String) -> Diagnostic {
    Diagnostic(
      code: "E301", id: "parameters-not-a-mapping",
      message: "parameters must be a mapping of names to amounts", file: file, span: root.span,
      help: "write one parameter a line, such as `gap_minimum: 10h`")
  }

  fileprivate static func unknownParameter(_ entry: YAMLEntry, file: String) -> Diagnostic {
    let near = nearestName(to: entry.key, in: DetectionParameter.all.map(\.name))
    return Diagnostic(
      code: "E302", id: "unknown-parameter", message: "unknown parameter `\(entry.key)`",
      file: file, span: entry.keySpan, label: "no detector has it",
      help: near.map { "did you mean `\($0)`?" })
  }

  fileprivate static func wrongAmount(
    _ entry: YAMLEntry, _ parameter: DetectionParameter, file: String
  ) -> Diagnostic {
    let example = parameter.standard.dimension.units
      .map { $0.symbol.isEmpty ? "a plain number" : "`\($0.symbol)`" }.joined(separator: ", ")
    return Diagnostic(
      code: "E303", id: "wrong-parameter-amount",
      message: "`\(entry.value.text ?? "")` is not an amount for `\(parameter.name)`", file: file,
      span: entry.value.span,
      help: "write a number above zero and a unit: \(example); the default is \(parameter.standard)"
    )
  }
}
