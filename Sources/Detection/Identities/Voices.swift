/// Splits what was said under one MMSI by who said it.
///
/// A vessel that changes its name says the old one and then the new. Two vessels on one MMSI, or
/// two transponders of one, take turns: `duplicate_switches` from one description to another and
/// back within `duplicate_window`. What takes turns comes from different voices, and what one voice
/// says after what another said is no change.
///
/// - Parameters:
///   - reports: The reports of one MMSI, in time order.
///   - parameters: The parameters of the run.
/// - Returns: The reports of each voice in time order; one voice for all but shared MMSIs.
func voices(in reports: [StaticReport], _ parameters: DetectionParameters) -> [[StaticReport]] {
  let turns = Turns(reports, parameters)
  guard !turns.pairs.isEmpty else { return [reports] }
  var voices: [[DescriptionKey]] = []
  var voiceOf: [DescriptionKey: Int] = [:]
  var split: [[StaticReport]] = []
  for report in reports {
    let key = DescriptionKey(report.particulars)
    let voice =
      voiceOf[key] ?? voices.firstIndex { voice in !voice.contains { turns.areTaken($0, key) } }
      ?? voices.count
    if voice == voices.count {
      voices.append([])
      split.append([])
    }
    if voiceOf[key] == nil {
      voiceOf[key] = voice
      voices[voice].append(key)
    }
    split[voice].append(report)
  }
  return split
}

/// What tells one vessel's description from another's.
private struct DescriptionKey: Hashable {
  let imo: String
  let name: String
  let callSign: String

  init(_ particulars: Particulars) {
    imo = particulars.imoText
    name = particulars.name
    callSign = particulars.callSign
  }
}

/// The pairs of descriptions between which an MMSI goes to and fro.
private struct Turns {
  struct Pair: Hashable {
    let first: DescriptionKey
    let second: DescriptionKey
  }

  /// Each pair in both orders.
  private(set) var pairs: Set<Pair> = []

  init(_ reports: [StaticReport], _ parameters: DetectionParameters) {
    let fewest = parameters.count(.duplicateSwitches)
    let window = parameters.milliseconds(.duplicateWindow)
    var times: [Pair: [Int64]] = [:]
    var last: DescriptionKey?
    for report in reports {
      let key = DescriptionKey(report.particulars)
      defer { last = key }
      guard let last, last != key else { continue }
      // The switches of both directions count together, so they go to both.
      for pair in [Pair(first: last, second: key), Pair(first: key, second: last)] {
        times[pair, default: []].append(report.time)
      }
    }
    for (pair, times) in times where areFrequent(times, fewest, within: window) {
      pairs.insert(pair)
    }
  }

  func areTaken(_ a: DescriptionKey, _ b: DescriptionKey) -> Bool {
    pairs.contains(Pair(first: a, second: b))
  }
}
