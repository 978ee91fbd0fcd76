/// One field of a fact, as rules, facts files and the reference page see it.
public struct FieldDeclaration: Hashable, Sendable {
  /// The name in rules, in snake case.
  public let name: String
  /// What the field holds.
  public let type: FieldType
  /// Whether a fact of the kind may lack the field.
  public let isOptional: Bool
  /// One sentence for the reference page.
  public let summary: String
  /// The steps of a quantity that make sense; a line with another amount is no fact.
  public let limits: ClosedRange<Int64>?

  /// Declares a field.
  public init(
    name: String, type: FieldType, isOptional: Bool, summary: String,
    limits: ClosedRange<Int64>? = nil
  ) {
    self.name = name
    self.type = type
    self.isOptional = isOptional
    self.summary = summary
    self.limits = limits
  }
}

/// The name, meaning and fields of one kind of fact.
public struct FactKind: Hashable, Sendable {
  /// A class, because every fact is asked for its kind, and a copy must cost one pointer.
  private final class Content: Sendable {
    let name: String
    let summary: String
    let fields: [FieldDeclaration]
    let perVesselYear: Int
    let isAboutVessel: Bool
    /// The names of `fields`, which every question about a fact looks through.
    let names: [String]

    init(
      name: String, summary: String, fields: [FieldDeclaration], perVesselYear: Int,
      isAboutVessel: Bool
    ) {
      self.name = name
      self.summary = summary
      self.fields = fields
      self.perVesselYear = perVesselYear
      self.isAboutVessel = isAboutVessel
      names = fields.map(\.name)
    }
  }

  private let content: Content

  /// The name in rules, in snake case.
  public var name: String { content.name }
  /// One sentence for the reference page.
  public var summary: String { content.summary }
  /// The fields beyond the common ones, in file order.
  public var fields: [FieldDeclaration] { content.fields }
  /// The most facts of the kind that a vessel has in a year, for the static cost of rules.
  ///
  /// Detected kinds take hours each, so that 2,000 is one every four hours (our own default).
  public var perVesselYear: Int { content.perVesselYear }

  /// Whether facts of the kind name a vessel; else they are about companies alone.
  public var isAboutVessel: Bool { content.isAboutVessel }

  init(
    name: String, summary: String, fields: [FieldDeclaration], perVesselYear: Int,
    isAboutVessel: Bool
  ) {
    content = Content(
      name: name, summary: summary, fields: fields, perVesselYear: perVesselYear,
      isAboutVessel: isAboutVessel)
  }

  /// Where `field` stands in `fields` and in the values of a fact; `nil` when it is not declared.
  public func index(of field: String) -> Int? { content.names.firstIndex(of: field) }

  /// Whether the fields of another kind are the same, in the same order; quick for one kind.
  public func hasFields(of other: FactKind) -> Bool {
    content === other.content || content.fields == other.content.fields
  }

  /// Two kinds of one program are the same when their names are.
  public static func == (a: FactKind, b: FactKind) -> Bool {
    a.content === b.content || a.name == b.name
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// A field with the code that reads it from the typed form of a fact.
public struct FactField<Subject>: Sendable {
  let declaration: FieldDeclaration
  let read: @Sendable (Subject) -> FactValue?

  /// Declares a field that every fact of the kind has.
  public init(
    _ name: String, _ type: FieldType, _ summary: String,
    read: @escaping @Sendable (Subject) -> FactValue
  ) {
    declaration = FieldDeclaration(name: name, type: type, isOptional: false, summary: summary)
    self.read = read
  }

  /// Declares a field that may be missing.
  public init(
    optional name: String, _ type: FieldType, _ summary: String,
    limits: ClosedRange<Int64>? = nil, read: @escaping @Sendable (Subject) -> FactValue?
  ) {
    declaration = FieldDeclaration(
      name: name, type: type, isOptional: true, summary: summary, limits: limits)
    self.read = read
  }
}

/// How the typed form of a fact, such as `Gap`, becomes a `Fact`.
public struct FactSchema<Subject>: Sendable {
  /// What the rule language knows of the kind.
  public let kind: FactKind
  private let reads: [@Sendable (Subject) -> FactValue?]

  /// Creates a schema from its fields in file order.
  public init(
    _ name: String, _ summary: String, perVesselYear: Int = 2000, isAboutVessel: Bool = true,
    fields: [FactField<Subject>]
  ) {
    kind = FactKind(
      name: name, summary: summary, fields: fields.map(\.declaration),
      perVesselYear: perVesselYear, isAboutVessel: isAboutVessel)
    reads = fields.map(\.read)
  }

  /// Makes the fact that describes `subject`.
  public func fact(_ subject: Subject, _ header: FactHeader) -> Fact {
    Fact(kind: kind, header: header, values: reads.map { $0(subject) })
  }
}
