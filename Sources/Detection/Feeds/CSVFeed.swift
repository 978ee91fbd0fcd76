/// Reads a block of whole lines of a CSV feed; the first line of the file is its header.
///
/// A line end always ends a row: no AIS feed has line breaks inside quotes.
///
/// - Parameters:
///   - block: Whole lines.
///   - firstLine: The number of the block's first line in its file, from 1.
///   - layout: What the columns hold.
///   - file: The index of the file in `FeedFiles`.
///   - name: The file's name, for rejections.
/// - Returns: A position or a counted rejection for every line that is not blank.
public func readCSV(
  _ block: [UInt8], firstLine: Int, layout: CSVLayout, file: UInt16, name: String
) -> FeedBatch {
  var kernel = CSVFeedKernel(layout: layout, firstLine: firstLine, file: file, name: name)
  kernel.read(block)
  return kernel.finish()
}
