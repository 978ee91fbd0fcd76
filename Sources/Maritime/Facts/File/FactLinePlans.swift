/// The keys of every kind of fact as bytes, so that a line of a facts file is read without strings.
final class FactLinePlans: Sendable {
  struct Word: Sendable {
    let word: String
    let bytes: [UInt8]
  }

  /// A class, because each line goes through the fields of its kind.
  final class Field: Sendable {
    let type: FieldType
    let isOptional: Bool
    let limits: ClosedRange<Int64>?
    /// The keys, those of a position, vessel, company or port in the order of the file.
    let keys: [PlainKey]
    let words: [Word]
    /// The unit of a quantity.
    let unit: MeasureUnit

    init(_ field: FieldDeclaration) {
      type = field.type
      isOptional = field.isOptional
      limits = field.limits
      keys = field.fileKeys.map(PlainKey.init)
      if case .word(let words) = field.type {
        self.words = words.map { Word(word: $0, bytes: Array($0.utf8)) }
      } else {
        words = []
      }
      if case .quantity(let dimension) = field.type {
        unit = MeasureUnit(dimension.fileUnit.suffix, dimension.fileUnit.steps)
      } else {
        unit = FactLinePlans.seconds
      }
    }
  }

  final class Plan: Sendable {
    let kind: FactKind
    let name: [UInt8]
    let fields: [Field]
    let hasDuration: Bool

    init(_ kind: FactKind) {
      self.kind = kind
      name = Array(kind.name.utf8)
      fields = kind.fields.map(Field.init)
      hasDuration = kind.index(of: "duration") != nil
    }
  }

  let plans: [Plan]

  init(_ kinds: [FactKind]) {
    plans = kinds.map(Plan.init)
  }

  static let fact = PlainKey("fact")
  static let id = PlainKey("id")
  static let confidence = PlainKey("confidence")
  static let mmsi = PlainKey("mmsi")
  static let imo = PlainKey("imo")
  static let start = PlainKey("start")
  static let end = PlainKey("end")
  static let duration = PlainKey("duration_s")
  static let latitude = PlainKey("lat")
  static let longitude = PlainKey("lon")
  static let source = PlainKey("source")
  static let evidence = PlainKey("evidence")
  static let detector = PlainKey("detector")
  static let seconds = MeasureUnit("_s", 1000)
  static let yes = Array("true".utf8)
  static let no = Array("false".utf8)
}
