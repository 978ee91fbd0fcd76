import Maritime

/// The amounts and names that the texts of rules hold.
struct RuleWords {
  /// The amounts of each dimension, in its steps.
  let amounts: [Dimension: [Int64]]
  let countries: [String]
  private let references: Set<String>

  init(_ texts: [String]) {
    var amounts: [Dimension: Set<Int64>] = [:]
    var countries: Set<String> = ["PA", "KP"]
    var references: Set<String> = []
    for text in texts {
      for match in text.matches(of: /([0-9]+)(\.[0-9]+)?([a-z%]*)/) {
        guard let number = Double("\(match.1)\(match.2 ?? "")") else { continue }
        for dimension in Dimension.allCases {
          for unit in dimension.units where unit.symbol == match.3 {
            let quantity = Quantity(dimension, number, unit: unit)
            if let steps = quantity?.steps { amounts[dimension, default: [0]].insert(steps) }
          }
        }
      }
      for match in text.matches(of: /\b[A-Z]{2}\b/) { countries.insert(String(match.0)) }
      for match in text.matches(of: /@[a-z]+\/([a-zA-Z0-9-]+)/) {
        references.insert(String(match.1))
      }
      for match in text.matches(of: /\b[A-Z]{5}\b/) { references.insert(String(match.0)) }
    }
    self.amounts = amounts.mapValues { $0.sorted() }
    self.countries = countries.sorted()
    self.references = references
  }

  /// A few ports of every group that a rule names, and every port.
  func ports(in gazetteer: Gazetteer) -> [Port] {
    references.sorted().flatMap { name in
      (gazetteer.ports(inGroup: name)?.sorted().prefix(4).map(\.self) ?? [name])
        .compactMap(gazetteer.port)
    }
  }

  func zones(in gazetteer: Gazetteer) -> [Zone] { references.sorted().compactMap(gazetteer.zone) }
}
