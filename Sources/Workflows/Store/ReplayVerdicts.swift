import InputFiles
import Maritime
public import Reporting
import Storage

/// Which verdicts to reproduce, and from which inputs.
public struct ReplayRequest: Sendable {
  /// The file with verdicts (an object, an array or one a line), or a bundle; `nil` for those of a
  /// run.
  public var file: String?
  /// The run whose verdicts to reproduce.
  public var run: Int64?
  /// Whether to reproduce every verdict that the store holds, run by run.
  public var isAll: Bool
  /// The store's file; the user's own when `nil`.
  public var store: String?
  /// Rules to use instead of the pinned ones.
  public var rules: String?
  /// A policy to use instead of the pinned one.
  public var policy: String?
  /// Lists to use instead of the pinned ones.
  public var lists: String?
  /// How many tasks work side by side.
  public var threads: Int

  /// Creates a request.
  public init(
    file: String? = nil, run: Int64? = nil, isAll: Bool = false, store: String? = nil,
    rules: String? = nil,
    policy: String? = nil, lists: String? = nil, threads: Int = 2
  ) {
    self.file = file
    self.run = run
    self.isAll = isAll
    self.store = store
    self.rules = rules
    self.policy = policy
    self.lists = lists
    self.threads = threads
  }
}

/// Reproduces verdicts byte for byte from the inputs that a store or a bundle pinned, or names the
/// first input that differs.
///
/// - Throws: `WorkflowError`, `InputFileError` or `StorageError`.
public func replayVerdicts(_ request: ReplayRequest) async throws -> ReplayReport {
  let given = try request.file.map { try InputFile.readAll(path: $0) }
  if let file = request.file, let given, TarArchive.isArchive(given) {
    return try VerdictBundle(reading: given, path: file).replayed(request)
  }
  let store = try openStore(request.store, access: .reading)
  let runs = try store.runs()
  if let file = request.file, let given {
    return ReplayReport(
      try await outcomes(ofTexts: try verdictTexts(given, file), store, runs, request))
  }
  var outcomes: [ReplayReport.Outcome] = []
  for run in runs where request.isAll || run.id == request.run {
    // A verdict that was taken over is reproduced with the run that made it.
    let verdicts = try store.verdicts(of: run.id).filter { !request.isAll || !$0.isCarried }
    if verdicts.isEmpty { continue }
    outcomes += try await ReplayedRun(run, in: store, request)
      .outcomes(of: verdicts, threads: request.threads)
  }
  guard !outcomes.isEmpty else {
    throw WorkflowError.badInput(
      path: store.path,
      message: request.run.map { "there is no run \($0) with verdicts" }
        ?? "there is no run with verdicts",
      advice: "see the runs with: pratique store runs")
  }
  return ReplayReport(outcomes)
}

/// Those of one run are reproduced together, wherever they stand in the file.
private func outcomes(
  ofTexts texts: [String], _ store: ScreeningStore, _ runs: [StoredRun], _ request: ReplayRequest
) async throws -> [ReplayReport.Outcome] {
  var found: [Int: ReplayReport.Outcome] = [:]
  var places: [Int64: [(place: Int, verdict: StoredVerdict)]] = [:]
  for (place, text) in texts.enumerated() {
    if let known = try store.verdict(body: Digest(of: text).description) {
      places[known.run, default: []].append((place, known.verdict))
    } else {
      found[place] = ReplayReport.Outcome(
        subject: subject(of: text) ?? "?", difference: try difference(of: text, store, runs))
    }
  }
  for run in runs {
    guard let own = places[run.id] else { continue }
    let outcomes = try await ReplayedRun(run, in: store, request)
      .outcomes(of: own.map(\.verdict), threads: request.threads)
    for (place, outcome) in zip(own.map(\.place), outcomes) { found[place] = outcome }
  }
  return texts.indices.compactMap { found[$0] }
}

/// What is wrong with a verdict that the store does not have.
private func difference(
  of text: String, _ store: ScreeningStore, _ runs: [StoredRun]
) throws -> ReplayReport.Difference {
  let subject = subject(of: text)
  for run in runs.reversed() {
    guard let own = try store.verdicts(of: run.id).first(where: { $0.subject == subject })
    else { continue }
    let kept = String(decoding: try store.bytes(own.body), as: UTF8.self)
    return VerdictDifference(kept, text).found
  }
  return ReplayReport.Difference(
    input: "verdict", pinned: "none in the store", now: Digest(of: text).description)
}

private func subject(of text: String) -> String? {
  // A text that is no JSON has no subject; then the store has no such verdict.
  guard let value = try? JSONValue(reading: Array(text.utf8)[...]) else { return nil }
  if let imo = value["subject"]?["imo"]?.integer { return "imo:\(imo)" }
  return value["subject"]?["mmsi"]?.integer.map { "mmsi:\($0)" }
}

/// The verdicts of a file, each as the bytes that were written.
private func verdictTexts(_ bytes: [UInt8], _ path: String) throws -> [String] {
  let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
  let texts = lines.filter { $0.hasPrefix("{") }.map { line in
    String(line.hasSuffix(",") ? line.dropLast() : line)
  }
  guard !texts.isEmpty else {
    throw WorkflowError.badInput(
      path: path, message: "the file holds no verdict",
      advice: "give a file that screen --format json wrote, or a bundle")
  }
  return texts
}
