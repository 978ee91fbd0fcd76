/// The kinds of fact that one run of the program knows.
public struct FactCatalog: Sendable {
  /// The kinds, sorted by name.
  public let kinds: [FactKind]
  private let byName: [String: FactKind]
  /// How a plain line of each kind is read.
  let plans: FactLinePlans

  /// Creates a catalogue.
  ///
  /// - Precondition: no two kinds have one name.
  public init(_ kinds: [FactKind]) {
    self.kinds = kinds.sorted { $0.name < $1.name }
    byName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0) })
    plans = FactLinePlans(kinds)
  }

  /// The kind called `name`.
  public func kind(_ name: String) -> FactKind? { byName[name] }

  /// The fields of every kind, in file order: they come from the header of a fact.
  public static let commonFields: [FieldDeclaration] = [
    FieldDeclaration(
      name: "start", type: .time, isOptional: false, summary: "When the fact began."),
    FieldDeclaration(
      name: "end", type: .time, isOptional: true,
      summary: "When the fact ended; the as-of date while it goes on."),
    FieldDeclaration(
      name: "duration", type: .quantity(.duration), isOptional: true,
      summary: "The time from start to end; up to the as-of date while the fact goes on."),
    FieldDeclaration(
      name: "start_position", type: .position, isOptional: true, summary: "Where the fact began."),
    FieldDeclaration(
      name: "source", type: .text, isOptional: false,
      summary: "What saw it: ais, registry, satellite, agent, customs, inferred or import:NAME."),
    FieldDeclaration(
      name: "of_vessel", type: .vessel, isOptional: false,
      summary: "The vessel that the fact is about."),
  ]
}
