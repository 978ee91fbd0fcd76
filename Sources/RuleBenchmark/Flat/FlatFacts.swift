import InputFiles
import Maritime
import RuleLanguage

/// Facts with twenty fields, one a vessel, from a table that every engine reads.
struct FlatFacts {
  let inputs: [EvaluationInput]

  /// Reads the table; `gap_h` is in hours, `dwt` in tonnes, and so on.
  init(path: String) throws {
    let rows = delimitedRows(in: try InputFile.readAll(path: path, limit: 1 << 30))
    guard let names = rows.first?.fields else {
      inputs = []
      return
    }
    let places = Self.schema.kind.fields.map { field in names.firstIndex { $0 == field.name } }
    let now = UTCTime(seconds: 1_800_000_000)
    inputs = rows.dropFirst().enumerated().map { index, row in
      let texts = places.map { $0.map { row.fields[$0] } }
      let vessel = VesselReference(
        mmsi: MMSI(UInt32(200_000_000 + index)) ?? MMSI(1) ?? Self.anyone)
      let header = FactHeader(
        vessel: vessel, span: TimeSpan(start: UTCTime(seconds: 1_799_000_000), end: now),
        position: nil, source: "import:benchmark", evidence: [], detector: nil)
      return EvaluationInput(
        vessel: vessel, state: [:], facts: [Self.schema.fact(texts, header)], fleet: .empty,
        now: now, lists: { _ in .notListed })
    }
  }

  static let catalog = FactCatalog([schema.kind])

  private static let anyone: MMSI = {
    guard let number = MMSI(200_000_000) else { preconditionFailure("nine digits are an MMSI") }
    return number
  }()

  private static let fields: [(name: String, type: FieldType)] = [
    ("imo", .quantity(.count)), ("mmsi", .quantity(.count)), ("gap_h", .quantity(.duration)),
    ("gap_nm", .quantity(.length)), ("port_country", .country), ("nearest_port", .text),
    ("dist_port_nm", .quantity(.length)), ("vessel_type", .word(types)), ("dwt", .quantity(.mass)),
    ("flag", .country), ("flag_changes", .quantity(.count)), ("age_y", .quantity(.count)),
    ("draught_change_m", .quantity(.metre)), ("speed_kn", .quantity(.speed)),
    ("meetings", .quantity(.count)), ("owner_listed", .bool), ("manager_country", .country),
    ("class_society", .text), ("insurer", .text), ("last_port", .text),
  ]

  private static let types = [
    "bulk_carrier", "chemical_tanker", "container", "crude_tanker", "gas_carrier",
    "general_cargo", "product_tanker", "ro_ro_cargo",
  ]

  private static let schema = FactSchema<[String?]>(
    "transit", "A row of the benchmark.",
    fields: fields.enumerated().map { index, field in
      FactField(optional: field.name, field.type, "A column of the table.") { texts in
        texts[index].flatMap { value($0, field.type) }
      }
    })

  private static func value(_ text: String, _ type: FieldType) -> FactValue? {
    switch type {
    case .quantity(let dimension):
      Double(text).flatMap { Quantity(dimension, $0, unit: dimension.units[0]) }
        .map(FactValue.quantity)
    case .country: CountryCode(text).map(FactValue.country)
    case .word: .word(text)
    case .bool: .bool(text == "true")
    default: text.isEmpty ? nil : .text(text)
    }
  }
}
