import Maritime

/// One of the four files of an OFAC list.
struct OFACPart {
  /// What a file holds, in the order in which files are joined.
  enum Role: Int {
    case entries
    case alternateNames
    case addresses
    case comments

    /// The number of fields in a row.
    var width: Int {
      switch self {
      case .entries: 12
      case .alternateNames: 5
      case .addresses: 6
      case .comments: 2
      }
    }
  }

  let file: WatchlistFile
  let role: Role
  let rows: [DelimitedRow]
  var companions: [OFACPart] = []

  /// Recognises a part from its first row; `nil` when it is none.
  init?(_ file: WatchlistFile) {
    // One row is enough to tell, and most files that are asked about are something else.
    guard let role = Self.role(ofFirst: delimitedRows(in: firstLine(of: file.bytes)).first) else {
      return nil
    }
    self.init(file, role: role)
  }

  init(_ file: WatchlistFile, role: Role) {
    self.file = file
    self.role = role
    rows = delimitedRows(in: withoutEndMark(file.bytes))
  }

  /// The entity numbers.
  var numbers: Set<String> { Set(rows.compactMap { $0.fields.first?.trimmed }) }

  /// Whether the last row is not whole.
  var cutOff: CutOffFile? { CutOffFile(rows, width: role.width, file: file.name) }

  private static func role(ofFirst row: DelimitedRow?) -> Role? {
    guard let fields = row?.fields, Int(fields[0].trimmed) != nil else { return nil }
    switch fields.count {
    case 12 where ["-0-", "individual", "vessel", "aircraft", "entity"].contains(fields[2].trimmed):
      return .entries
    case 5
    where Int(fields[1].trimmed) != nil && ["aka", "fka", "nka"].contains(fields[2].trimmed):
      return .alternateNames
    case 6 where Int(fields[1].trimmed) != nil: return .addresses
    case 2: return .comments
    default: return nil
    }
  }
}

private func firstLine(of bytes: [UInt8]) -> [UInt8] {
  Array(bytes.prefix { $0 != UInt8(ascii: "\n") })
}

/// OFAC ends each file with 0x1A, the end-of-file mark of CP/M: it is no row.
private func withoutEndMark(_ bytes: [UInt8]) -> [UInt8] {
  bytes.last == 0x1A ? Array(bytes.dropLast()) : bytes
}

/// Splits `IRAN] [NPWMD] [IFSR`.
func ofacProgrammes(_ field: String) -> [String] {
  field.split(separator: "] [").compactMap { ofacText(String($0)) }
}

/// The text of a field; `nil` for `-0-`, with which OFAC writes that there is none.
func ofacText(_ field: String) -> String? {
  let text = field.trimmed
  return text.isEmpty || text == "-0-" ? nil : text
}
