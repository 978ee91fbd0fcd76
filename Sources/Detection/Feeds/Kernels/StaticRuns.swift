/// Keeps the first and the last row of each run in which a vessel's description stays the same.
///
/// The rows of a run are compared by a 64-bit digest of their bytes; two descriptions of one vessel
/// share a digest once in 10^19, and then only a change of description would go unseen.
struct StaticRuns {
  private struct Run {
    var hash: UInt64
    var first: Int64
    var firstLine: UInt32
    var last: Int64
    var lastLine: UInt32
    var particulars = Particulars()
  }

  private var table = MMSITable()
  private var runs: [Run] = []
  private var finished: [StaticReport] = []

  /// Whether the row begins a run; if not, it is counted to the one that goes on.
  mutating func isNew(_ hash: UInt64, of mmsi: UInt32, at time: Int64, line: UInt32) -> Bool {
    let index = table.index(of: mmsi)
    if index == runs.count {
      runs.append(Run(hash: hash, first: time, firstLine: line, last: time, lastLine: line))
      return true
    }
    if runs[index].hash == hash {
      extend(index, to: time, line)
      return false
    }
    end(runs[index], of: mmsi)
    runs[index] = Run(hash: hash, first: time, firstLine: line, last: time, lastLine: line)
    return true
  }

  /// Gives the description of the run that `isNew` has begun.
  mutating func begin(_ particulars: Particulars, of mmsi: UInt32) {
    runs[table.index(of: mmsi)].particulars = particulars
  }

  /// Ends all runs and returns their reports.
  mutating func finish(file: UInt16) -> [StaticReport] {
    for (index, mmsi) in table.keys.enumerated() { end(runs[index], of: mmsi) }
    return finished.map {
      StaticReport(
        time: $0.time, mmsi: $0.mmsi, line: $0.line, file: file, particulars: $0.particulars)
    }
  }

  private mutating func extend(_ index: Int, to time: Int64, _ line: UInt32) {
    if time < runs[index].first {
      runs[index].first = time
      runs[index].firstLine = line
    }
    if time > runs[index].last {
      runs[index].last = time
      runs[index].lastLine = line
    }
  }

  private mutating func end(_ run: Run, of mmsi: UInt32) {
    guard run.particulars != Particulars() else { return }
    let report = { (time: Int64, line: UInt32) in
      StaticReport(time: time, mmsi: mmsi, line: line, file: 0, particulars: run.particulars)
    }
    finished.append(report(run.first, run.firstLine))
    if run.last > run.first { finished.append(report(run.last, run.lastLine)) }
  }
}

extension Particulars {
  /// Reads one column; a number that cannot be one is left as not sent.
  mutating func take(_ column: FeedColumn, _ field: FieldBytes) {
    switch column {
    case .name: name = Self.known(field)
    case .imo: imoText = Self.imoText(Self.known(field))
    case .callSign: callSign = Self.known(field)
    case .shipType: shipType = shipType(field)
    case .length: length = UInt16(number(field, digits: 0, below: 1023))
    case .width: width = UInt16(number(field, digits: 0, below: 127))
    case .draught: draughtTenths = UInt8(number(field, digits: 1, below: 256))
    case .destination: destination = Self.known(field)
    default: break
    }
  }

  /// The text; AIS has no small letters, so `Unknown` is the feed's word for none.
  private static func known(_ field: FieldBytes) -> String {
    let text = field.text
    return text == "Unknown" || text == "Undefined" ? "" : text
  }

  private func shipType(_ field: FieldBytes) -> UInt8 {
    if let code = field.code(in: FeedWords.shipTypes) { return UInt8(clamping: code) }
    return UInt8(clamping: number(field, digits: 0, below: 256))
  }

  /// MarineCadastre writes `IMO` before the digits and `IMO0000000` for none.
  private static func imoText(_ text: String) -> String {
    let digits = text.hasPrefix("IMO") ? String(text.dropFirst(3)) : text
    let trimmed = digits.drop { $0 == " " }
    return trimmed.allSatisfy { $0 == "0" } ? "" : String(trimmed)
  }

  private func number(_ field: FieldBytes, digits: Int, below limit: Int64) -> Int64 {
    field.scaled(digits: digits).flatMap { (0..<limit).contains($0) ? $0 : nil } ?? 0
  }
}
