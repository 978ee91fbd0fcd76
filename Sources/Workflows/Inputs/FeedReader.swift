import Detection
import InputFiles
public import Maritime

/// What all feed files of a run held.
struct FeedReading: Sendable {
  let tracks: TrackCollection
  let statistics: [FeedStatistics]
}

/// What one feed file held, counted.
public struct FeedStatistics: Hashable, Sendable {
  /// The name as the user gave it.
  public let name: String
  /// `csv` or `nmea`.
  public let format: String
  /// What was counted: lines, rows, sentences, messages by type, positions.
  public let counts: [String: Int]
  /// The rows that became nothing, by reason.
  public let rejections: RejectionTally
}

/// Reads AIS files of any known format, blocks of one file side by side.
struct FeedReader: Sendable {
  /// The user's mapping for CSV files with other headers.
  let mapping: FeedMapping?
  /// A format that the user named.
  let format: String?
  /// How wrong a receiver's clock may be, and how much later a copy may come.
  let parameters: DetectionParameters
  /// How many blocks are parsed at a time.
  let threads: Int

  /// Where positions are kept.
  let room: PositionRoom

  /// Reads all files; the result does not depend on the order of `paths` or on `threads`.
  func read(_ paths: [String]) async throws -> FeedReading {
    let files = FeedFiles(paths)
    var builder = TrackBuilder(relayWindow: parameters[.relayWindow].steps) { [room] in
      try room.allocate($0, givingUp: $1)
    }
    var statistics: [FeedStatistics] = []
    for (index, name) in files.names.enumerated() {
      statistics.append(try await read(name, index: UInt16(index), into: &builder))
    }
    let parts = builder.takeParts(files: files)
    let sorted = await inParallel(parts.count, threads: threads) { index in
      Result { try parts[index].tracks() }
    }
    return FeedReading(
      tracks: TrackCollection(joining: try sorted.map { try $0.get() }), statistics: statistics)
  }

  private func read(
    _ path: String, index: UInt16, into builder: inout TrackBuilder
  ) async throws -> FeedStatistics {
    var blocks = LineBlocks(try InputFile(path: path))
    guard let first = try blocks.next() else { throw unknown(.empty, path) }
    switch FeedFormat.recognise(first.bytes, mapping: mapping, named: format) {
    case .failure(let problem): throw unknown(problem, path)
    case .success(.nmea):
      let batch = try readNMEA(first, &blocks, name: path, index: index)
      try builder.add(batch)
      var tally = FeedTally(name: path, format: "nmea")
      tally.add(batch)
      return tally.statistics
    case .success(.csv(let layout)):
      let reader = CSVFeedReader(layout: layout, file: index, name: path)
      return try await readCSVBlocks(first, &blocks, reader, name: path, into: &builder)
    }
  }

  /// Sentences depend on those before them, so the blocks of one file are read in order.
  private func readNMEA(
    _ first: LineBlock, _ blocks: inout LineBlocks, name: String, index: UInt16
  ) throws -> FeedBatch {
    var decoder = NMEADecoder(
      file: index, name: name,
      clockTolerance: parameters[.clockTolerance].steps)
    decoder.read(first.bytes)
    while let block = try blocks.next() { decoder.read(block.bytes) }
    return decoder.finish()
  }

  /// Parses blocks side by side and takes them in file order, so that few wait for their turn.
  private func readCSVBlocks(
    _ first: LineBlock, _ blocks: inout LineBlocks, _ reader: CSVFeedReader, name: String,
    into builder: inout TrackBuilder
  ) async throws -> FeedStatistics {
    var pending: LineBlock? = first
    var tally = FeedTally(name: name, format: "csv")
    var idle = Array(repeating: reader, count: threads + 1)
    var spare: (bytes: [[UInt8]], positions: [[Position]]) = ([], [])
    try await withThrowingTaskGroup(of: BlockReading.self) { group in
      var waiting: [Int: FeedBatch] = [:]
      var started = 0
      var taken = 0
      while pending != nil || taken < started {
        // A block more than threads, so that none waits; one thread does one thing at a time.
        while let block = pending, started - taken < (threads == 1 ? 1 : threads + 1) {
          let (order, reader) = (started, idle.popLast() ?? reader)
          let positions = spare.positions.popLast() ?? []
          group.addTask { BlockReading(order, block, reader, in: positions) }
          started += 1
          pending = try blocks.next(in: spare.bytes.popLast() ?? [])
        }
        if let reading = try await group.next() {
          waiting[reading.order] = reading.batch
          idle.append(reading.reader)
          spare.bytes.append(reading.bytes)
        }
        while let batch = waiting.removeValue(forKey: taken) {
          tally.add(batch)
          try builder.add(batch)
          spare.positions.append(batch.positions)
          taken += 1
        }
      }
    }
    return tally.statistics
  }

  private func unknown(_ problem: UnknownFeed, _ path: String) -> WorkflowError {
    .badInput(path: path, message: problem.message, advice: problem.advice)
  }
}

/// What one task read, and what the next can use.
private struct BlockReading: Sendable {
  let order: Int
  let batch: FeedBatch
  let reader: CSVFeedReader
  /// The block, whose memory the next one can take.
  let bytes: [UInt8]

  init(_ order: Int, _ block: LineBlock, _ reader: CSVFeedReader, in spare: [Position]) {
    var reader = reader
    self.order = order
    batch = reader.read(block.bytes, firstLine: block.firstLine, in: spare)
    self.reader = reader
    bytes = block.bytes
  }
}

/// Counts what the batches of one file hold.
private struct FeedTally {
  let name: String
  let format: String
  private var counts = ["positions": 0, "static reports": 0]
  private var rejections = RejectionTally()

  init(name: String, format: String) {
    self.name = name
    self.format = format
  }

  mutating func add(_ batch: FeedBatch) {
    for (name, count) in batch.counts where name != "positions" {
      counts[name, default: 0] += count
    }
    counts["positions", default: 0] += batch.positions.count
    counts["static reports", default: 0] += batch.reports.count
    rejections.merge(batch.rejections)
  }

  var statistics: FeedStatistics {
    FeedStatistics(name: name, format: format, counts: counts, rejections: rejections)
  }
}
