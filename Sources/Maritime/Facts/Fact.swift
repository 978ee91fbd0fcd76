/// Something a vessel did or was, over an interval, with where it came from.
///
/// A fact never judges: a silence is a gap, and only a rule calls it dark.
public struct Fact: Sendable {
  /// A class, because facts are sorted and handed around by the thousand: a copy of one costs one
  /// reference count rather than fifteen.
  private final class Content: Sendable {
    let id: String
    let kind: FactKind
    let header: FactHeader
    let values: [FactValue?]

    init(id: String, kind: FactKind, header: FactHeader, values: [FactValue?]) {
      self.id = id
      self.kind = kind
      self.header = header
      self.values = values
    }
  }

  private let content: Content

  /// A digest of the content: the same fact has the same id on every run and in every file order.
  public var id: String { content.id }
  /// What kind of fact it is.
  public var kind: FactKind { content.kind }
  /// What all kinds share.
  public var header: FactHeader { content.header }
  /// The kind's own fields, in the order of `kind.fields`; `nil` where not known.
  public var values: [FactValue?] { content.values }

  /// Creates a fact and its id.
  ///
  /// - Precondition: `values` has one element for each field of `kind`.
  public init(kind: FactKind, header: FactHeader, values: [FactValue?]) {
    precondition(values.count == kind.fields.count, "\(kind.name) has \(kind.fields.count) fields")
    content = Content(
      id: Self.identifier(kind, header, values), kind: kind, header: header, values: values)
  }

  /// The value of a field of the kind; `nil` when not known or not declared.
  public func value(_ field: String) -> FactValue? {
    kind.index(of: field).flatMap { values[$0] }
  }

  /// Twelve bytes of SHA-256 over everything but the evidence and the detector.
  ///
  /// The same messages read from other files are the same fact.
  private static func identifier(
    _ kind: FactKind, _ header: FactHeader, _ values: [FactValue?]
  ) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    bytes.append(contentsOf: kind.name.utf8)
    bytes.append(0x1F)
    header.vessel.write(to: &bytes)
    bytes.append(0x1F)
    header.span.start.write(to: &bytes)
    bytes.append(0x1F)
    header.span.end?.write(to: &bytes)
    bytes.append(0x1F)
    header.position?.write(to: &bytes)
    bytes.append(0x1F)
    bytes.append(contentsOf: header.source.utf8)
    for value in values {
      bytes.append(0x1F)
      value?.write(to: &bytes)
    }
    return shortDigest(of: bytes)
  }
}

/// What facts of all kinds share.
public struct FactHeader: Sendable {
  /// A class, because whoever asks for one part of a header gets a copy of the whole.
  private final class Content: Sendable {
    let vessel: VesselReference
    let span: TimeSpan
    let position: Coordinate?
    let source: String
    let evidence: [Evidence]
    let detector: DetectorDescription?

    init(
      vessel: VesselReference, span: TimeSpan, position: Coordinate?, source: String,
      evidence: [Evidence], detector: DetectorDescription?
    ) {
      self.vessel = vessel
      self.span = span
      self.position = position
      self.source = source
      self.evidence = evidence
      self.detector = detector
    }
  }

  private let content: Content

  /// The vessel the fact is about.
  public var vessel: VesselReference { content.vessel }
  /// When it began and ended.
  public var span: TimeSpan { content.span }
  /// Where it began, when known.
  public var position: Coordinate? { content.position }
  /// `ais`, `registry`, `satellite`, `agent`, `customs`, `inferred` or `import:NAME`.
  public var source: String { content.source }
  /// The input lines behind the fact, oldest first.
  public var evidence: [Evidence] { content.evidence }
  /// What made the fact; `nil` for a fact that was imported without saying.
  public var detector: DetectorDescription? { content.detector }

  /// Creates a header.
  public init(
    vessel: VesselReference, span: TimeSpan, position: Coordinate?, source: String,
    evidence: [Evidence], detector: DetectorDescription?
  ) {
    content = Content(
      vessel: vessel, span: span, position: position, source: source, evidence: evidence,
      detector: detector)
  }
}

extension FactHeader: Hashable {
  /// Compares every part.
  public static func == (a: FactHeader, b: FactHeader) -> Bool {
    a.content === b.content
      || (a.vessel == b.vessel && a.span == b.span && a.position == b.position
        && a.source == b.source && a.evidence == b.evidence && a.detector == b.detector)
  }

  /// Hashes what tells most headers apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(vessel)
    hasher.combine(span)
  }
}

/// An input line that a fact rests on.
public struct Evidence: Hashable, Sendable {
  /// The name of the file as the user gave it.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The time in the line, when it has one.
  public let time: UTCTime?

  /// Creates a reference to a line.
  public init(file: String, line: Int, time: UTCTime?) {
    self.file = file
    self.line = line
    self.time = time
  }
}

/// The detector that made a fact and the parameters it ran with.
public struct DetectorDescription: Hashable, Sendable {
  /// The detector's name, in snake case.
  public let name: String
  /// Raised whenever the same input may give other facts.
  public let version: Int
  /// The parameters, sorted by name.
  public let parameters: [Parameter]

  /// Creates a description.
  public init(name: String, version: Int, parameters: [Parameter]) {
    self.name = name
    self.version = version
    self.parameters = parameters.sorted { $0.name < $1.name }
  }

  /// One parameter by name.
  public struct Parameter: Hashable, Sendable {
    /// The name, in snake case, without a unit.
    public let name: String
    /// The value.
    public let value: Quantity

    /// Creates a parameter.
    public init(_ name: String, _ value: Quantity) {
      self.name = name
      self.value = value
    }
  }
}

extension Fact: Hashable {
  /// Compares everything, the evidence too, which is no part of the id.
  public static func == (a: Fact, b: Fact) -> Bool {
    a.content === b.content
      || (a.id == b.id && a.kind == b.kind && a.header == b.header && a.values == b.values)
  }

  /// Hashes the id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Fact: Comparable {
  /// The order of facts files: (mmsi, start, end, fact, id); an open fact comes after closed ones.
  public static func < (a: Fact, b: Fact) -> Bool {
    let (x, y) = (a.header.vessel.mmsi?.value ?? 0, b.header.vessel.mmsi?.value ?? 0)
    if x != y { return x < y }
    let (startX, startY) = (a.header.span.start, b.header.span.start)
    if startX != startY { return startX < startY }
    let endX = a.header.span.end?.milliseconds ?? .max
    let endY = b.header.span.end?.milliseconds ?? .max
    if endX != endY { return endX < endY }
    if a.kind.name != b.kind.name { return a.kind.name < b.kind.name }
    return a.id < b.id
  }
}
