import Detection
import Foundation
import Maritime

/// Reads a CSV feed from memory on one core and says how many rows a second that was, as the
/// median of five runs after one to warm up.
func measureCSV(_ path: String) {
  guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
    say("cannot read \(path)")
    exit(2)
  }
  let blocks = wholeLines(of: data, upTo: 8 << 20)
  guard case .success(.csv(let layout))? = blocks.first.map({ FeedFormat.recognise($0) }) else {
    say("\(path) is no CSV feed")
    exit(2)
  }
  var times: [Double] = []
  var (rows, positions) = (0, 0)
  for run in 0..<6 {
    let start = processorSeconds()
    var reader = CSVFeedReader(layout: layout, file: 0, name: path)
    (rows, positions) = (0, 0)
    var spare: [Position] = []
    for (index, block) in blocks.enumerated() {
      let batch = reader.read(block, firstLine: index == 0 ? 1 : rows + 2, in: spare)
      rows += batch.counts["rows"] ?? 0
      positions += batch.positions.count
      spare = batch.positions
    }
    if run > 0 { times.append(processorSeconds() - start) }
  }
  let seconds = times.sorted()[times.count / 2]
  say(
    "{\"rows\":\(rows),\"positions\":\(positions),"
      + "\"seconds\":\(seconds),\"per_second\":\(Int(Double(rows) / seconds))}")
}

/// Cuts a text at line ends into blocks of at most `size` bytes; a longer line stays whole.
func wholeLines(of text: Data, upTo size: Int) -> [[UInt8]] {
  let feed = UInt8(ascii: "\n")
  var blocks: [[UInt8]] = []
  var start = text.startIndex
  while start < text.endIndex {
    let limit = min(start + size, text.endIndex)
    var end = limit
    if limit < text.endIndex {
      end =
        text[start..<limit].lastIndex(of: feed).map { $0 + 1 }
        ?? text[limit...].firstIndex(of: feed).map { $0 + 1 } ?? text.endIndex
    }
    blocks.append([UInt8](text[start..<end]))
    start = end
  }
  return blocks
}
