/// Which column of a CSV feed holds what.
public struct CSVLayout: Hashable, Sendable {
  /// How the time column is written.
  public enum TimeFormat: String, Hashable, Sendable, CaseIterable {
    /// `2022-01-03T00:00:00`, with a space for `T`, a fraction, and a zone where there is one.
    case iso
    /// Seconds since 1970.
    case unixSeconds = "unix_seconds"
    /// Milliseconds since 1970.
    case unixMilliseconds = "unix_milliseconds"
    /// `31/12/2024 23:59:59`, the day first.
    case dayFirst = "day_first"
  }

  /// The meaning of each column, from the left; `nil` for a column that is not read.
  public let columns: [FeedColumn?]
  /// The byte between two fields.
  public let delimiter: UInt8
  /// How the time column is written.
  public let timeFormat: TimeFormat

  /// Creates a layout.
  public init(columns: [FeedColumn?], delimiter: UInt8, timeFormat: TimeFormat) {
    self.columns = columns
    self.delimiter = delimiter
    self.timeFormat = timeFormat
  }

  /// Recognises a header line whose names are known ones.
  ///
  /// The Danish Maritime Authority's files (`aisdk-2024-03-01.csv`) are known by their column `Type
  /// of mobile`: their times have the day first, and their `Ship type` is a word.
  ///
  /// Returns `nil` when a required column is missing or two columns claim to be the same one.
  public static func recognise(header: [String], delimiter: UInt8) -> CSVLayout? {
    let isDanish = header.contains("Type of mobile")
    let columns = header.map { name in
      isDanish && name == "Ship type" ? .shipType : FeedColumn.named(name)
    }
    let known = columns.compactMap(\.self)
    guard Set(known).count == known.count,
      FeedColumn.required.allSatisfy(known.contains)
    else { return nil }
    let isDayFirst = isDanish || header.contains("# Timestamp")
    return CSVLayout(
      columns: columns, delimiter: delimiter, timeFormat: isDayFirst ? .dayFirst : .iso)
  }
}
