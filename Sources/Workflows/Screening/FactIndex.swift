import Foundation
import InputFiles
import Maritime

/// Where the lines of facts files stand, by vessel: files are larger than memory.
///
/// Files that are sorted by vessel, as `detect` writes them, need a place for each vessel; others
/// one for each change from a vessel to another, 40 bytes each.
struct FactIndex: Sendable {
  /// Lines of one file that are about one vessel.
  struct Run: Sendable {
    var file: Int
    let offset: Int
    var count: Int
    let firstLine: Int
    /// The digest of the bytes, and of the place where that matters; `nil` until it is asked for.
    var digest: String?
  }

  /// The facts of the kinds that were asked for, in the order of the files.
  private(set) var facts: [Fact] = []
  private(set) var rejections: [Rejection] = []
  /// The latest moment that a fact knows about, when asked for.
  private(set) var latest: UTCTime?
  private var files: [RandomInput] = []
  private var runs: [VesselReference: [Run]] = [:]

  /// Looks through the files, sorted by name.
  ///
  /// - Parameters:
  ///   - paths: The facts files.
  ///   - kinds: The kinds whose facts are wanted in memory.
  ///   - readsAll: Whether to read every line, to know the latest moment.
  ///   - threads: How many tasks look through them.
  ///   - pages: What was found before, for files that did not change since.
  /// - Throws: `InputFileError`; `WorkflowError` for a file in which no line is a fact.
  init(
    _ paths: [String], factsOf kinds: Set<String>, readsAll: Bool, threads: Int,
    pages: FactPages? = nil
  ) async throws {
    for path in paths.sorted() {
      let spool = FileManager.default.temporaryDirectory.path
      let file = try RandomInput(path: path, spoolingIn: spool)
      files.append(file)
      let name = FactPages.name(of: file, factsOf: kinds, readsAll: readsAll)
      if let name, let page = try pages?.page(named: name) {
        try await add(page, of: file, threads: threads)
      } else {
        let page = try await read(file, factsOf: kinds, readsAll: readsAll, threads: threads)
        if let name, let page { try pages?.keep(page, named: name) }
      }
    }
  }

  /// Takes over what an earlier look found.
  private mutating func add(
    _ page: FactPages.Page, of file: RandomInput, threads: Int
  ) async throws {
    for (vessel, run) in page.runs {
      var own = run
      own.file = files.count - 1
      runs[vessel, default: []].append(own)
    }
    latest = [latest, page.latest].compactMap(\.self).max()
    facts += try await inParallel(page.places.count, threads: threads) { index in
      Result {
        let place = page.places[index]
        let bytes = try file.read(from: place.offset, count: place.count)
        return FactFile.read(
          bytes, file: file.path, firstLine: place.line, catalog: .standard
        ).facts
      }
    }.flatMap { try $0.get() }
    try file.checkUnchanged()
  }

  /// Looks through a file; what was found can be kept when every line is a fact.
  private mutating func read(
    _ file: RandomInput, factsOf kinds: Set<String>, readsAll: Bool, threads: Int
  ) async throws -> FactPages.Page? {
    let rejected = rejections.count
    var isEmpty = true
    var page = FactPages.Page()
    var (offset, line) = (0, 1)
    try await inOrder(
      threads: threads,
      next: { () throws -> (start: Int, block: LineBlock)? in
        guard let (block, lines) = try file.lines(from: offset, firstLine: line) else {
          return nil
        }
        defer { (offset, line) = (offset + block.bytes.count, line + lines) }
        return (offset, block)
      },
      { (place: (start: Int, block: LineBlock)) in
        let found = FactFile.runs(
          in: place.block.bytes, file: file.path, firstLine: place.block.firstLine,
          catalog: .standard, factsOf: kinds, readsAll: readsAll)
        return (place.start, found)
      },
      { (start: Int, found: FactRuns) in
        isEmpty = isEmpty && found.runs.isEmpty
        page.latest = [page.latest, found.latest].compactMap(\.self).max()
        page.places += found.places.map {
          FactPlace(offset: start + $0.offset, count: $0.count, line: $0.line)
        }
        add(found, from: start, of: files.count - 1)
      })
    if isEmpty, rejected < rejections.count {
      throw noFacts(rejections[rejected], in: file.path)
    }
    guard rejected == rejections.count else { return nil }
    try completeDigests(of: files.count - 1)
    let own = files.count - 1
    page.runs = runs.flatMap { vessel, runs in
      runs.filter { $0.file == own }.map { (vessel, $0) }
    }.sorted { $0.run.offset < $1.run.offset }
    return page
  }

  /// Digests the runs that a block's end cut in two.
  private mutating func completeDigests(of file: Int) throws {
    for (vessel, own) in runs where own.contains(where: { $0.file == file && $0.digest == nil }) {
      runs[vessel] = try own.map { run in
        var run = run
        if run.file == file { run.digest = try digest(of: run) }
        return run
      }
    }
  }

  /// The vessels, as lines name them.
  var vessels: Dictionary<VesselReference, [Run]>.Keys { runs.keys }

  /// The lines about a vessel that is named in exactly this way.
  func runs(about vessel: VesselReference) -> [Run] { runs[vessel] ?? [] }

  /// The bytes of a run; they end with a line end.
  func bytes(of run: Run) throws -> [UInt8] {
    var bytes = try files[run.file].read(from: run.offset, count: run.count)
    try files[run.file].checkUnchanged()
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    return bytes
  }

  /// The digest of a run.
  func digest(of run: Run) throws -> String {
    if let digest = run.digest { return digest }
    let bytes = try bytes(of: run)
    return Self.digest(
      Digest(of: bytes), namesEvidence: FactFile.namesEvidence(in: bytes), path(of: run),
      run.firstLine)
  }

  /// A fact without evidence rests on its own line, which a verdict then names.
  private static func digest(
    _ content: Digest, namesEvidence: Bool, _ path: String, _ line: Int
  ) -> String {
    let text = content.description
    return namesEvidence ? text : Digest(ofParts: [text, path, String(line)]).description
  }

  /// The name of the file that holds a run.
  func path(of run: Run) -> String { files[run.file].path }

  private mutating func add(_ found: FactRuns, from start: Int, of file: Int) {
    facts += found.facts
    rejections += found.rejections
    latest = [latest, found.latest].compactMap(\.self).max()
    for run in found.runs {
      let own = Run(
        file: file, offset: start + run.offset, count: run.count, firstLine: run.firstLine,
        digest: run.digest.map {
          Self.digest($0, namesEvidence: run.namesEvidence, files[file].path, run.firstLine)
        })
      // A run that a block's end cut in two is one.
      if let last = runs[run.vessel]?.last, last.file == file,
        last.offset + last.count == own.offset
      {
        let index = (runs[run.vessel]?.count ?? 1) - 1
        runs[run.vessel]?[index].count += own.count
        runs[run.vessel]?[index].digest = nil
      } else {
        runs[run.vessel, default: []].append(own)
      }
    }
  }
}
