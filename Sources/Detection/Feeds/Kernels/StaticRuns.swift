/// Keeps the first and the last row of each run in which a vessel's description stays the same.
///
/// The rows of a run are compared by a 64-bit digest of their bytes; two descriptions of one vessel
/// share a digest once in 10^19, and then only a change of description would go unseen.
struct StaticRuns {
  /// What every row of a vessel is compared with; its description lies elsewhere, seldom needed.
  private struct Run {
    var hash: UInt64
    var first: Int64
    var last: Int64
    var firstLine: UInt32
    var lastLine: UInt32
    var messages = 1
    /// What the last row ended with.
    var tail = Tail()
  }

  /// The end of a row, from the first column that describes the vessel through its line feed.
  struct Tail {
    /// Where it starts in the block.
    var start: Int32 = 0
    /// Its bytes; none before a row was remembered.
    var length: Int32 = 0
    var status: UInt8 = .max
    var transceiver = Position.Transceiver.unknown
  }

  private let file: UInt16
  private var table = MMSITable()
  private var runs: [Run] = []
  private var particulars: [Particulars] = []
  private var finished: [StaticReport] = []

  /// Starts a block of a file.
  init(file: UInt16) { self.file = file }

  /// Whether the row begins a run; if not, it is counted to the one that goes on.
  @inline(__always)
  mutating func isNew(_ hash: UInt64, of mmsi: UInt32, at time: Int64, line: UInt32) -> Bool {
    let index = table.index(of: mmsi)
    if index < runs.count, runs[index].hash == hash {
      extend(index, to: time, line)
      return false
    }
    begin(Run(hash: hash, first: time, last: time, firstLine: line, lastLine: line), index)
    return true
  }

  /// How the row before of a vessel ended, where a row can end so that is read fast.
  struct Ending {
    fileprivate let vessel: Int
    let tail: Tail
    private let first: UInt64
    private let last: UInt64

    @inline(__always)
    fileprivate init(_ vessel: Int, _ tail: Tail, in block: UnsafePointer<UInt8>) {
      self.vessel = vessel
      self.tail = tail
      first = eightBytes(block + Int(tail.start))
      last = eightBytes(block + Int(tail.start + tail.length) - 8)
    }

    /// Whether the bytes at `place` are the same.
    @inline(__always)
    func isSame(_ block: UnsafePointer<UInt8>, _ place: Int) -> Bool {
      let (row, known) = (block + place, block + Int(tail.start))
      let end = Int(tail.length) - 8
      guard eightBytes(row) == first, eightBytes(row + end) == last else { return false }
      var index = 8
      while index < end {
        if eightBytes(row + index) != eightBytes(known + index) { return false }
        index += 8
      }
      return true
    }
  }

  /// The ending that was remembered of a vessel; `nil` for none.
  @inline(__always)
  func ending(of mmsi: UInt32, in block: UnsafePointer<UInt8>) -> Ending? {
    guard let index = table.existing(mmsi), runs[index].tail.length > 0 else { return nil }
    return Ending(index, runs[index].tail, in: block)
  }

  /// Counts a row that ends as the one before to the vessel's run.
  @inline(__always)
  mutating func count(_ ending: Ending, at time: Int64, _ line: UInt32) {
    extend(ending.vessel, to: time, line)
  }

  /// Remembers how the last row of a vessel ended, if a row can end so that is read fast.
  @inline(__always)
  mutating func remember(_ tail: Tail, of mmsi: UInt32) {
    if tail.length >= 8, Int(tail.length) <= RepeatedRow.longest / 2 {
      runs[table.index(of: mmsi)].tail = tail
    }
  }

  @inline(__always)
  private mutating func extend(_ index: Int, to time: Int64, _ line: UInt32) {
    runs[index].messages += 1
    if time > runs[index].last {
      runs[index].last = time
      runs[index].lastLine = line
    } else if time < runs[index].first {
      runs[index].first = time
      runs[index].firstLine = line
    }
  }

  private mutating func begin(_ run: Run, _ index: Int) {
    if index == runs.count {
      runs.append(run)
      particulars.append(Particulars())
    } else {
      end(index)
      runs[index] = run
    }
  }

  /// Gives the description of the run that `isNew` has begun.
  mutating func begin(_ particulars: Particulars, of mmsi: UInt32) {
    self.particulars[table.index(of: mmsi)] = particulars
  }

  /// Ends all runs and returns their reports.
  mutating func finish() -> [StaticReport] {
    finished.reserveCapacity(finished.count + 2 * runs.count)
    for index in runs.indices { end(index) }
    return finished
  }

  private mutating func end(_ index: Int) {
    let (run, mmsi, particulars) = (runs[index], table.keys[index], particulars[index])
    guard particulars != Particulars() else { return }
    let isLong = run.last > run.first
    finished.append(
      StaticReport(
        time: run.first, mmsi: mmsi, line: run.firstLine, file: file, particulars: particulars,
        messages: isLong ? 1 : run.messages))
    guard isLong else { return }
    finished.append(
      StaticReport(
        time: run.last, mmsi: mmsi, line: run.lastLine, file: file, particulars: particulars,
        messages: run.messages - 1))
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
