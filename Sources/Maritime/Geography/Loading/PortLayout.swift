/// Where the columns of a port file are and what they mean.
struct PortLayout {
  private let columns: [String: Int]
  private let format: Format

  private enum Format: CaseIterable {
    case worldPortIndex, locode, anchorages, house

    /// The columns that the format cannot do without; each may have several names.
    var required: [[String]] {
      switch self {
      case .worldPortIndex:
        [["world port index number"], ["main port name"], ["un/locode"], Column.latitude]
          + [Column.longitude]
      case .locode: [["un_locode"], ["latitude_dec"], ["longitude_dec"], ["function_code"]]
      case .anchorages: [["s2id"], ["label"], Column.latitude, Column.longitude]
      case .house: [Column.port, Column.latitude, Column.longitude]
      }
    }
  }

  private enum Column {
    static let port = ["port", "port_id"]
    static let latitude = ["lat", "latitude"]
    static let longitude = ["lon", "lng", "longitude"]
    static let country = ["country", "flag"]
    static let iso3 = ["iso3"]
  }

  /// Recognises a header, in any order and case; `nil` when it is none that we know.
  static func recognise(_ header: [String]) -> PortLayout? {
    let names = header.map { trimmed($0).lowercased() }
    let columns = Dictionary(zip(names, names.indices)) { first, _ in first }
    let format = Format.allCases.first { format in
      format.required.allSatisfy { $0.contains { columns[$0] != nil } }
    }
    return format.map { PortLayout(columns: columns, format: $0) }
  }

  func record(_ row: DelimitedRow) throws(RowProblem) -> PortRecord {
    switch format {
    case .worldPortIndex: try worldPortIndex(row)
    case .locode: try locode(row)
    case .anchorages: try anchorage(row)
    case .house: try house(row)
    }
  }

  private func house(_ row: DelimitedRow) throws(RowProblem) -> PortRecord {
    guard let code = field(row, Column.port) else { throw RowProblem("missing-port") }
    return PortRecord(
      code: code, name: field(row, ["name"]),
      country: try knownCountry(field(row, Column.country + Column.iso3)),
      groups: field(row, ["groups"])?.split(separator: " ").map(String.init) ?? [],
      area: try area(row, Column.latitude, Column.longitude))
  }

  private func worldPortIndex(_ row: DelimitedRow) throws(RowProblem) -> PortRecord {
    let locode = field(row, ["un/locode"])?.filter { $0 != " " }
    let number = field(row, ["world port index number"]).flatMap(Double.init).flatMap(Int.init)
    guard let code = locode ?? number.map({ "WPI\($0)" }) else { throw RowProblem("missing-port") }
    return PortRecord(
      code: code, name: field(row, ["main port name"]),
      country: try knownCountry(field(row, ["country code"])), groups: [],
      area: try area(row, Column.latitude, Column.longitude))
  }

  /// Of the functions in a row such as `1-345---`, 1 is a port (UNECE Recommendation 16).
  private func locode(_ row: DelimitedRow) throws(RowProblem) -> PortRecord {
    guard let code = field(row, ["un_locode"]) else { throw RowProblem("missing-port") }
    guard field(row, ["function_code"])?.hasPrefix("1") == true else {
      throw RowProblem("not-a-port")
    }
    return PortRecord(
      code: code.filter { $0 != " " }, name: field(row, ["name_en", "name"]),
      country: CountryCode(code.prefix(2)), groups: [],
      area: try area(row, ["latitude_dec"], ["longitude_dec"]))
  }

  /// Named cells belong to the port `iso3-label`, which is also Global Fishing Watch's name for it.
  private func anchorage(_ row: DelimitedRow) throws(RowProblem) -> PortRecord {
    guard let cell = field(row, ["s2id"]) else { throw RowProblem("missing-port") }
    let (label, iso3) = (field(row, ["label"]), field(row, Column.iso3))
    let code = label.map { "\((iso3 ?? "xxx").lowercased())-\(folded($0))" } ?? cell
    return PortRecord(
      code: code, name: label, country: try knownCountry(iso3), groups: [],
      area: try area(row, Column.latitude, Column.longitude))
  }

  private func area(
    _ row: DelimitedRow, _ latitude: [String], _ longitude: [String]
  ) throws(RowProblem) -> Port.Area {
    let texts = (field(row, latitude) ?? "", field(row, longitude) ?? "")
    if texts == ("", "") { throw RowProblem("missing-position") }
    guard let latitude = Double(texts.0), let longitude = Double(texts.1),
      let center = Coordinate(latitude: latitude, longitude: longitude)
    else { throw RowProblem("bad-position", "'\(texts.0), \(texts.1)' is not on the Earth") }
    return Port.Area(center: center, radius: try radius(field(row, ["radius_km"])))
  }

  private func radius(_ text: String?) throws(RowProblem) -> Double {
    guard let text else { return PortTable.defaultRadius }
    return try knownRadius(Double(text), text)
  }

  /// The first of the columns that the row fills.
  private func field(_ row: DelimitedRow, _ names: [String]) -> String? {
    for index in names.compactMap({ columns[$0] }) where index < row.fields.count {
      let text = trimmed(row.fields[index])
      if !text.isEmpty { return text }
    }
    return nil
  }
}
