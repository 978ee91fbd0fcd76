import Detection
import Foundation
import Maritime

/// Decodes a file from memory on one core and says how many sentences a second that was, as the
/// median of seven runs after one to warm up.
func measureNMEA(_ path: String) {
  guard let data = FileManager.default.contents(atPath: path) else {
    say("cannot read \(path)")
    exit(2)
  }
  let bytes = [UInt8](data)
  var batch = FeedBatch()
  var times: [Double] = []
  for run in 0..<8 {
    let start = processorSeconds()
    var decoder = NMEADecoder(
      file: 0, name: path, baseTime: UTCTime(milliseconds: 1_700_000_000_000))
    decoder.read(bytes)
    batch = decoder.finish()
    if run > 0 { times.append(processorSeconds() - start) }
  }
  let seconds = times.sorted()[times.count / 2]
  let sentences = batch.counts["sentences"] ?? 0
  say(
    "{\"sentences\":\(sentences),\"positions\":\(batch.positions.count),"
      + "\"seconds\":\(seconds),\"per_second\":\(Int(Double(sentences) / seconds))}")
}

/// The processor time of the program, because other programs may hold the core meanwhile.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
