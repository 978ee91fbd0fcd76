import Glibc

/// Lines of a facts file that follow each other and are about one vessel.
public struct FactRun: Hashable, Sendable {
  /// The vessel, as all the lines name it.
  public let vessel: VesselReference
  /// Where the lines begin, in bytes from the start of what was looked through.
  public var offset: Int
  /// How many bytes they have, with their ends.
  public var count: Int
  /// The number of the first line.
  public let firstLine: Int
  /// The SHA-256 digest of the bytes; `nil` for the first and the last run of a block, which may go
  /// on in another.
  public var digest: Digest?
  /// Whether every line names its evidence, so that it does not matter where it stands; said
  /// together with the digest.
  public var namesEvidence = false
}

/// Where a line stands.
public struct FactPlace: Hashable, Sendable {
  /// Where it begins, in bytes from the start of what was looked through.
  public var offset: Int
  /// How many bytes it has, without its end.
  public let count: Int
  /// Its number.
  public let line: Int

  /// Creates a place.
  public init(offset: Int, count: Int, line: Int) {
    (self.offset, self.count, self.line) = (offset, count, line)
  }
}

/// What a look through a part of a facts file found.
public struct FactRuns: Sendable {
  /// The runs in order; lines that are rejected are in none of them.
  public fileprivate(set) var runs: [FactRun] = []
  /// The facts that were asked for, in order.
  public fileprivate(set) var facts: [Fact] = []
  /// Where the facts stand that were asked for.
  public fileprivate(set) var places: [FactPlace] = []
  /// The lines that are no facts; of the others, only those asked for were read whole.
  public fileprivate(set) var rejections: [Rejection] = []
  /// The latest moment that a fact knows about, when asked for.
  public fileprivate(set) var latest: UTCTime?
}

extension FactFile {
  /// Reads the facts of a file line by line; what `FactFile.read` promises.
  static func readLines(
    _ bytes: [UInt8], file: String, firstLine: Int, catalog: FactCatalog
  ) -> (facts: [Fact], rejections: [Rejection]) {
    var facts: [Fact] = []
    var rejections: [Rejection] = []
    var reader = FactLineReader(catalog, file: file)
    forEachLine(of: bytes) { line, range, index in
      switch reader.fact(line, bytes[range], number: firstLine + index) {
      case .success(let fact): facts.append(fact)
      case .failure(let problem):
        rejections.append(problem.rejection(file, line: firstLine + index))
      }
    }
    return (facts, rejections)
  }

  /// Looks where the lines of each vessel stand, without reading more of them than the numbers.
  ///
  /// A line whose vessel cannot be told at a glance is read whole, and so are those of some kinds.
  ///
  /// - Parameters:
  ///   - bytes: A part of a file that ends at a line end.
  ///   - file: The name for rejections and evidence.
  ///   - firstLine: The number of the first line, from 1.
  ///   - catalog: The kinds of fact that exist.
  ///   - kinds: The kinds whose facts are wanted.
  ///   - readsAll: Whether to read every line, to know the latest moment.
  /// - Returns: Where the lines stand, with the facts that were asked for.
  public static func runs(
    in bytes: [UInt8], file: String, firstLine: Int, catalog: FactCatalog,
    factsOf kinds: Set<String>, readsAll: Bool
  ) -> FactRuns {
    var search = RunSearch(catalog, file: file, kinds: kinds, readsAll: readsAll)
    forEachLine(of: bytes) { line, range, index in
      search.add(line, bytes[range], range, number: firstLine + index)
    }
    search.finish(bytes)
    return search.found
  }

  /// Whether every line of some says what it rests on.
  public static func namesEvidence(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { namesEvidence($0) }
  }

  /// Counts keys: within a text their quotes would be escaped.
  fileprivate static func namesEvidence(_ memory: UnsafeRawBufferPointer) -> Bool {
    let key = Array("\"evidence\":[{".utf8)
    // Hardly any other word of a line has the third letter of the key.
    let (letter, place) = (Int32(UInt8(ascii: "v")), 2)
    var (found, lines, start) = (0, 0, 0)
    guard let base = memory.baseAddress else { return true }
    while start < memory.count, let next = memchr(base + start, letter, memory.count - start) {
      let index = UnsafeRawPointer(next) - base
      if index >= place, index - place + key.count <= memory.count,
        memcmp(base + index - place, key, key.count) == 0
      {
        found += 1
      }
      start = index + 1
    }
    start = 0
    while start < memory.count, let place = memchr(base + start, 0x0A, memory.count - start) {
      lines += 1
      start = UnsafeRawPointer(place) - base + 1
    }
    return found >= lines + (start < memory.count ? 1 : 0)
  }

  /// Calls `body` with every line that is not blank, its place and its index.
  private static func forEachLine(
    of bytes: [UInt8], _ body: (UnsafeRawBufferPointer, Range<Int>, Int) -> Void
  ) {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      var (start, index) = (0, 0)
      while start < buffer.count {
        let found = memchr(base + start, 0x0A, buffer.count - start)
        let end = found.map { UnsafeRawPointer($0) - base } ?? buffer.count
        let line = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
        if line.contains(where: { $0 > 0x20 }) { body(line, start..<end, index) }
        (start, index) = (end + 1, index + 1)
      }
    }
  }
}

/// Reads lines by the quick reader, and where that one gives up by the careful one.
private struct FactLineReader {
  private var plain: PlainFactReader
  private let file: String
  private let catalog: FactCatalog

  init(_ catalog: FactCatalog, file: String) {
    plain = PlainFactReader(catalog.plans, file: file)
    self.file = file
    self.catalog = catalog
  }

  mutating func fact(
    _ line: UnsafeRawBufferPointer, _ bytes: @autoclosure () -> ArraySlice<UInt8>, number: Int
  ) -> Result<Fact, RowProblem> {
    if let fact = plain.fact(line, number: number) { return .success(fact) }
    do throws(RowProblem) {
      let place = Evidence(file: file, line: number, time: nil)
      return .success(try FactReader(bytes(), at: place, catalog).fact())
    } catch {
      return .failure(error)
    }
  }
}

/// Gathers runs.
private struct RunSearch {
  private(set) var found = FactRuns()
  private var reader: FactLineReader
  private let file: String
  private let kinds: [[UInt8]]
  private let readsAll: Bool
  private var spare: [PlainLine.Member] = []

  init(_ catalog: FactCatalog, file: String, kinds: Set<String>, readsAll: Bool) {
    reader = FactLineReader(catalog, file: file)
    self.file = file
    self.kinds = kinds.map { Array($0.utf8) }
    self.readsAll = readsAll
  }

  mutating func add(
    _ line: UnsafeRawBufferPointer, _ bytes: @autoclosure () -> ArraySlice<UInt8>,
    _ range: Range<Int>, number: Int
  ) {
    let glance = readsAll ? nil : glance(line)
    if let glance, !glance.isWanted { return extend(glance.vessel, range, number) }
    switch reader.fact(line, bytes(), number: number) {
    case .failure(let problem): found.rejections.append(problem.rejection(file, line: number))
    case .success(let fact):
      extend(fact.header.vessel, range, number)
      if kinds.contains(where: fact.kind.name.utf8.elementsEqual) {
        found.facts.append(fact)
        found.places.append(
          FactPlace(offset: range.lowerBound, count: range.count, line: number))
      }
      if readsAll {
        let moment = fact.header.span.end ?? fact.header.span.start
        found.latest = max(found.latest ?? moment, moment)
      }
    }
  }

  /// Digests the runs that cannot go on in another block.
  mutating func finish(_ bytes: [UInt8]) {
    // The last line of a file may lack its end.
    if let last = found.runs.indices.last {
      found.runs[last].count = min(found.runs[last].count, bytes.count - found.runs[last].offset)
    }
    guard found.runs.count > 2 else { return }
    bytes.withUnsafeBytes { buffer in
      for place in 1..<found.runs.count - 1 {
        let run = found.runs[place]
        let memory = UnsafeRawBufferPointer(
          rebasing: buffer[run.offset..<run.offset + run.count])
        found.runs[place].digest = Digest(of: memory)
        found.runs[place].namesEvidence = FactFile.namesEvidence(memory)
      }
    }
  }

  private mutating func extend(_ vessel: VesselReference, _ range: Range<Int>, _ number: Int) {
    let last = found.runs.count - 1
    if last >= 0, found.runs[last].vessel == vessel,
      found.rejections.last.map({ $0.line < found.runs[last].firstLine }) ?? true
    {
      found.runs[last].count = range.upperBound + 1 - found.runs[last].offset
    } else {
      found.runs.append(
        FactRun(
          vessel: vessel, offset: range.lowerBound, count: range.count + 1, firstLine: number,
          digest: nil))
    }
  }

  /// The vessel that a plain line names, and whether its fact is wanted; `nil` for other lines.
  ///
  /// Numbers that stand at the front of a line, where we write them, cost no look at the rest.
  private mutating func glance(
    _ bytes: UnsafeRawBufferPointer
  ) -> (vessel: VesselReference, isWanted: Bool)? {
    var seen = 0
    var members: [PlainLine.Member] = []
    swap(&members, &spare)
    let read = PlainLine(bytes, spare: members) { member in
      if FactLinePlans.fact.isKey(of: member, in: bytes)
        || FactLinePlans.mmsi.isKey(of: member, in: bytes)
        || FactLinePlans.imo.isKey(of: member, in: bytes)
      {
        seen += 1
      }
      return seen == 3
    }
    guard var line = read else { return nil }
    defer { spare = line.members }
    guard let kind = line.take(FactLinePlans.fact), kind.form == .text else { return nil }
    var (mmsi, imo): (MMSI?, IMONumber?)
    if let radio = line.take(FactLinePlans.mmsi) {
      guard let number = line.integer(radio).flatMap({ MMSI(UInt32($0)) }) else { return nil }
      mmsi = number
    }
    if let hull = line.take(FactLinePlans.imo) {
      guard let number = line.integer(hull).flatMap({ IMONumber($0) }) else { return nil }
      imo = number
    }
    guard let vessel = VesselReference(mmsi: mmsi, imo: imo) else { return nil }
    return (vessel, kinds.contains { line.has(kind.value, $0) })
  }
}
