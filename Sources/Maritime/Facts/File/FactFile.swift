/// Facts files: one fact a line as JSON, sorted by (mmsi, start, end, fact, id).
///
/// A quantity's key carries its unit (`duration_s`). A vessel in a field `partner` becomes
/// `partner_mmsi` and `partner_imo`, a company in `owner` becomes `owner_imo` (text of seven
/// digits) and `owner_name`, a position in `end_position` becomes `end_lat` and `end_lon`, a port
/// in `port` becomes `port` and `port_name`, an amount of money is text such as `60.00 USD`. MMSI
/// and IMO numbers are JSON numbers, so that scripts sort by them as this program does; the reader
/// also takes strings.
public enum FactFile {
  /// The lines of the facts in file order: the same bytes for the same facts in any order.
  ///
  /// - Complexity: O(*n* log *n*).
  public static func bytes(of facts: [Fact]) -> [UInt8] { lines(of: facts.sorted()) }

  /// The lines of facts that are in file order already, for those who write a file in parts.
  public static func lines(of facts: some Sequence<Fact>) -> [UInt8] {
    var writer = JSONWriter()
    for fact in facts {
      writer.write(fact)
      writer.endLine()
    }
    return writer.bytes
  }

  /// Reads the facts of a file.
  ///
  /// An id is not trusted but made again from the content, so that an edited fact is another fact.
  /// A fact without `source` gets `unstatedSource`, and one without evidence its own line as such,
  /// so that a verdict leads back to it. A key that the kind does not declare is a
  /// mistake and rejects the line.
  ///
  /// - Parameters:
  ///   - bytes: The file, or a part of it that ends at a line end.
  ///   - file: The name for rejections and evidence.
  ///   - firstLine: The number of the first line, from 1.
  ///   - catalog: The kinds of fact that exist.
  /// - Returns: The facts in the order of the lines, and a rejection for every other line that is
  ///   not blank.
  public static func read(
    _ bytes: [UInt8], file: String, firstLine: Int = 1, catalog: FactCatalog
  ) -> (facts: [Fact], rejections: [Rejection]) {
    readLines(bytes, file: file, firstLine: firstLine, catalog: catalog)
  }

  /// Reads a fact as a verdict cites it.
  ///
  /// It has its own evidence or none, as what follows from other facts, and no vessel when it
  /// follows from facts of companies.
  ///
  /// - Returns: The fact, or why there is none.
  public static func readCited(
    _ line: [UInt8], catalog: FactCatalog
  ) -> (fact: Fact?, rejection: Rejection?) {
    do throws(RowProblem) {
      return (try FactReader(line[...], at: nil, catalog).fact(), nil)
    } catch {
      return (nil, error.rejection("", line: 1))
    }
  }

  /// The source of a fact whose file does not name one.
  public static let unstatedSource = "import:unstated"
}

extension Dimension {
  /// The decimals that let every amount of base steps read back as itself in the file's unit.
  var fileDigits: Int {
    switch fileUnit.steps {
    case 1: 0
    case 1000: 3
    case 6290: 4
    case 1_000_000: 6
    default: 7
    }
  }
}

extension FieldDeclaration {
  /// The part of the key before `_lat` and `_lon`: `end` for `end_position`.
  var positionPrefix: String {
    name.hasSuffix("_position") ? String(name.dropLast("_position".count)) : name
  }
}
