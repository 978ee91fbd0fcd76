import Detection
import InputFiles
public import Maritime

/// What all feed files of a run held, before it is sorted into tracks.
struct FeedReading: Sendable {
  let files: FeedFiles
  var batches: [FeedBatch]
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
  /// How many blocks are parsed at a time.
  let threads: Int

  /// Reads all files; the result does not depend on the order of `paths` or on `threads`.
  func read(_ paths: [String]) async throws -> FeedReading {
    let files = FeedFiles(paths)
    var batches: [FeedBatch] = []
    var statistics: [FeedStatistics] = []
    for (index, name) in files.names.enumerated() {
      let read = try await read(name, index: UInt16(index))
      statistics.append(Self.statistics(of: read.batches, name: name, format: read.format))
      batches += read.batches
    }
    return FeedReading(files: files, batches: batches, statistics: statistics)
  }

  private func read(
    _ path: String, index: UInt16
  ) async throws -> (format: String, batches: [FeedBatch]) {
    var blocks = LineBlocks(try InputFile(path: path))
    guard let first = try blocks.next() else { throw unknown(.empty, path) }
    switch FeedFormat.recognise(first.bytes, mapping: mapping, named: format) {
    case .failure(let problem): throw unknown(problem, path)
    case .success(.nmea):
      return ("nmea", [try readNMEA(first, &blocks, name: path, index: index)])
    case .success(.csv(let layout)):
      let place = FeedPlace(layout: layout, index: index, name: path)
      return ("csv", try await readCSVBlocks(first, &blocks, place))
    }
  }

  /// Sentences depend on those before them, so the blocks of one file are read in order.
  private func readNMEA(
    _ first: LineBlock, _ blocks: inout LineBlocks, name: String, index: UInt16
  ) throws -> FeedBatch {
    var decoder = NMEADecoder(file: index, name: name)
    decoder.read(first.bytes)
    while let block = try blocks.next() { decoder.read(block.bytes) }
    return decoder.finish()
  }

  private func readCSVBlocks(
    _ first: LineBlock, _ blocks: inout LineBlocks, _ place: FeedPlace
  ) async throws -> [FeedBatch] {
    var pending: LineBlock? = first
    return try await withThrowingTaskGroup(of: (Int, FeedBatch).self) { group in
      var results: [(Int, FeedBatch)] = []
      var started = 0
      while let block = pending {
        if started - results.count == threads, let result = try await group.next() {
          results.append(result)
        }
        let order = started
        group.addTask { (order, place.read(block)) }
        started += 1
        pending = try blocks.next()
      }
      for try await result in group { results.append(result) }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private func unknown(_ problem: UnknownFeed, _ path: String) -> WorkflowError {
    .badInput(path: path, message: problem.message, advice: problem.advice)
  }

  private static func statistics(
    of batches: [FeedBatch], name: String, format: String
  ) -> FeedStatistics {
    var counts: [String: Int] = [:]
    var rejections = RejectionTally()
    for batch in batches {
      counts.merge(batch.counts, uniquingKeysWith: +)
      rejections.merge(batch.rejections)
    }
    counts["positions"] = batches.reduce(0) { $0 + $1.positions.count }
    counts["static reports"] = batches.reduce(0) { $0 + $1.reports.count }
    return FeedStatistics(name: name, format: format, counts: counts, rejections: rejections)
  }
}

/// Which file a block of CSV belongs to and how it is written.
private struct FeedPlace: Sendable {
  let layout: CSVLayout
  let index: UInt16
  let name: String

  func read(_ block: LineBlock) -> FeedBatch {
    readCSV(
      block.bytes, firstLine: block.firstLine, layout: layout, file: index, name: name)
  }
}
