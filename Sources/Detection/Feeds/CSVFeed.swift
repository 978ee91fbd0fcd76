/// Reads the blocks of a CSV feed one after the other, or some of them.
///
/// What it learns of descriptions it keeps, because each block has all vessels again. Several
/// readers can share the blocks of one file out among them.
public struct CSVFeedReader: Sendable {
  private let layout: CSVLayout
  private let file: UInt16
  private let name: String
  private var descriptions = KnownDescriptions()

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - layout: What the columns hold.
  ///   - file: The index of the file in `FeedFiles`.
  ///   - name: The file's name, for rejections.
  public init(layout: CSVLayout, file: UInt16, name: String) {
    self.layout = layout
    self.file = file
    self.name = name
  }

  /// Reads a block of whole lines; the first line of the file is its header.
  ///
  /// A line end always ends a row: no AIS feed has line breaks inside quotes.
  ///
  /// - Parameters:
  ///   - block: Whole lines.
  ///   - firstLine: The number of the block's first line in its file, from 1.
  ///   - spare: Positions that are not needed any more, whose memory the next ones take.
  /// - Returns: A position or a counted rejection for every line that is not blank.
  public mutating func read(
    _ block: [UInt8], firstLine: Int, in spare: consuming [Position] = []
  ) -> FeedBatch {
    var kernel = CSVFeedKernel(
      layout: layout, firstLine: firstLine, file: file, name: name, descriptions: descriptions)
    descriptions = KnownDescriptions()
    kernel.read(block, in: spare)
    let batch = kernel.finish()
    descriptions = kernel.descriptions
    return batch
  }
}

/// Reads one block of whole lines of a CSV feed, as `CSVFeedReader` does.
public func readCSV(
  _ block: [UInt8], firstLine: Int, layout: CSVLayout, file: UInt16, name: String
) -> FeedBatch {
  var reader = CSVFeedReader(layout: layout, file: file, name: name)
  return reader.read(block, firstLine: firstLine)
}
