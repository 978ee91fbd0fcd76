/// One row of a delimited file.
public struct DelimitedRow: Hashable, Sendable {
  /// The line on which the row starts, from 1.
  public let line: Int
  /// The fields without their quotes.
  public let fields: [String]
}

/// Splits CSV and its relatives into rows (RFC 4180, with any delimiter).
///
/// Reads CRLF and LF, quoted fields with doubled quotes, delimiters and line breaks inside them,
/// and skips a byte order mark. Bytes that are not UTF-8 are read as Latin-1, as OFAC's files need.
/// Blank lines are no rows. A quote that is never closed ends at the end of the text.
///
/// - Complexity: O(*n*) in the number of bytes.
public func delimitedRows(in bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) -> [DelimitedRow]
{
  var splitter = DelimitedSplitter(delimiter: delimiter)
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  for byte in bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...] { splitter.take(byte) }
  return splitter.finish()
}

/// The state between two bytes of a delimited file.
private struct DelimitedSplitter {
  let delimiter: UInt8
  private var rows: [DelimitedRow] = []
  private var fields: [String] = []
  private var field: [UInt8] = []
  private var line = 1
  private var rowLine = 1
  private var isQuoted = false
  private var wasQuoted = false
  private var pendingQuote = false
  /// Whether the field ends in a carriage return that stands outside quotes: part of a CRLF.
  private var endsInReturn = false

  init(delimiter: UInt8) { self.delimiter = delimiter }

  mutating func take(_ byte: UInt8) {
    if isQuoted {
      takeQuoted(byte)
    } else if byte == UInt8(ascii: "\""), field.isEmpty, !wasQuoted {
      isQuoted = true
      wasQuoted = true
    } else if byte == delimiter {
      endField()
    } else if byte == UInt8(ascii: "\n") {
      endRow()
      line += 1
      rowLine = line
    } else {
      field.append(byte)
      endsInReturn = byte == UInt8(ascii: "\r")
    }
  }

  private mutating func takeQuoted(_ byte: UInt8) {
    if pendingQuote {
      pendingQuote = false
      guard byte != UInt8(ascii: "\"") else { return field.append(byte) }
      isQuoted = false
      return take(byte)
    }
    if byte == UInt8(ascii: "\"") {
      pendingQuote = true
    } else {
      if byte == UInt8(ascii: "\n") { line += 1 }
      field.append(byte)
    }
  }

  mutating func finish() -> [DelimitedRow] {
    endRow()
    return rows
  }

  private mutating func endField() {
    fields.append(String(validating: field, as: UTF8.self) ?? latin1(field))
    field.removeAll(keepingCapacity: true)
    wasQuoted = false
    endsInReturn = false
  }

  private mutating func endRow() {
    if endsInReturn { field.removeLast() }
    endsInReturn = false
    if !fields.isEmpty || !field.isEmpty || wasQuoted {
      endField()
      rows.append(DelimitedRow(line: rowLine, fields: fields))
      fields.removeAll()
    }
    isQuoted = false
    pendingQuote = false
  }
}

private func latin1(_ bytes: [UInt8]) -> String {
  String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
}
