import Maritime

/// How an AIS feed is written.
public enum FeedFormat: Hashable, Sendable {
  /// Rows under a header.
  case csv(CSVLayout)
  /// NMEA 0183 sentences.
  case nmea

  /// The name that `--ais-format` and statistics use.
  public var name: String {
    switch self {
    case .csv: "csv"
    case .nmea: "nmea"
    }
  }

  /// The names that `--ais-format` accepts.
  public static let names = ["csv", "nmea"]

  /// Recognises a feed from its first bytes.
  ///
  /// - Parameters:
  ///   - head: The first bytes, a header line whole if there is one; 64 KiB are plenty.
  ///   - mapping: The user's mapping for CSV files whose header is not known.
  ///   - name: A format that the user named, instead of looking at the content.
  /// - Returns: The format, or why the bytes are no feed.
  public static func recognise(
    _ head: [UInt8], mapping: FeedMapping? = nil, named name: String? = nil
  ) -> Result<FeedFormat, UnknownFeed> {
    if head.isEmpty { return .failure(.empty) }
    if name == "nmea" || (name == nil && mapping == nil && NMEADecoder.recognises(head[...])) {
      return .success(.nmea)
    }
    if head.prefix(4096).contains(0) { return .failure(.binary) }
    return csv(head, mapping: mapping)
  }

  private static func csv(
    _ head: [UInt8], mapping: FeedMapping?
  ) -> Result<FeedFormat, UnknownFeed> {
    let line = Array(head.prefix { $0 != UInt8(ascii: "\n") })
    if let mapping {
      let header = delimitedRows(in: line, delimiter: mapping.delimiter).first?.fields ?? []
      switch mapping.layout(for: header) {
      case .success(let layout): return .success(.csv(layout))
      case .failure(let missing): return .failure(.missingHeaders(missing.names))
      }
    }
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let header = delimitedRows(in: line, delimiter: delimiter).first?.fields ?? []
      if let layout = CSVLayout.recognise(header: header, delimiter: delimiter) {
        return .success(.csv(layout))
      }
    }
    return .failure(.unknownHeader(String(decoding: line.prefix(120), as: UTF8.self)))
  }
}

/// Why a file could not be read as an AIS feed.
public enum UnknownFeed: Error, Hashable, Sendable {
  /// There is nothing in it.
  case empty
  /// It holds zero bytes, so it is no text.
  case binary
  /// The first line names no known columns.
  case unknownHeader(String)
  /// The mapping names headers that the file does not have.
  case missingHeaders([String])

  /// What is wrong, as one sentence.
  public var message: String {
    switch self {
    case .empty: "the file is empty"
    case .binary: "this is not a text file, so neither CSV nor NMEA"
    case .unknownHeader(let line): "the first line is no AIS header and no NMEA sentence: \(line)"
    case .missingHeaders(let names):
      "the mapping names columns that the header lacks: \(names.joined(separator: ", "))"
    }
  }

  /// What the user can do.
  public var advice: String {
    switch self {
    case .empty: "check that the download or export finished"
    case .binary: "give a CSV or NMEA file, plain or compressed with gzip or zstd"
    case .unknownHeader:
      "name the columns in a mapping file and pass it with --ais-mapping (see docs/feeds.md)"
    case .missingHeaders: "correct the mapping; header names are compared letter by letter"
    }
  }
}
