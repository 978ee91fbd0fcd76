import Foundation
import InputFiles
import Maritime
public import Reporting
import RuleLanguage
import Screening
import Storage

/// Which verdicts to reproduce, and from which inputs.
public struct ReplayRequest: Sendable {
  /// The file with verdicts: an object, an array or one a line; `nil` for those of a run.
  public var file: String?
  /// The run whose verdicts to reproduce; `nil` for those of the file.
  public var run: Int64?
  /// The store's file; the user's own when `nil`.
  public var store: String?
  /// Rules to use instead of the pinned ones.
  public var rules: String?
  /// A policy to use instead of the pinned one.
  public var policy: String?
  /// Lists to use instead of the pinned ones.
  public var lists: String?

  /// Creates a request.
  public init(
    file: String? = nil, run: Int64? = nil, store: String? = nil, rules: String? = nil,
    policy: String? = nil, lists: String? = nil
  ) {
    self.file = file
    self.run = run
    self.store = store
    self.rules = rules
    self.policy = policy
    self.lists = lists
  }
}

/// Reproduces verdicts byte for byte from the inputs that the store pinned, or names the first
/// input that differs.
///
/// - Throws: `WorkflowError`, `InputFileError` or `StorageError`.
public func replayVerdicts(_ request: ReplayRequest) throws -> ReplayReport {
  let store = try openStore(request.store, access: .reading)
  var session = ReplaySession(store: store, request: request)
  if let run = request.run {
    let verdicts = try store.verdicts(of: run)
    guard !verdicts.isEmpty else {
      throw WorkflowError.badInput(
        path: store.path, message: "there is no run \(run) with verdicts",
        advice: "see the runs with: pratique store runs")
    }
    return ReplayReport(
      try verdicts.map {
        try session.replay($0, of: run, text: String(decoding: store.bytes($0.body), as: UTF8.self))
      })
  }
  let texts = try verdictTexts(request.file ?? "-")
  return ReplayReport(try texts.map { try session.replay($0) })
}

/// The verdicts of a file, each as the bytes that were written.
private func verdictTexts(_ path: String) throws -> [String] {
  let bytes = try InputFile.readAll(path: path)
  let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
  let texts = lines.filter { $0.hasPrefix("{") }.map { line in
    String(line.hasSuffix(",") ? line.dropLast() : line)
  }
  guard !texts.isEmpty else {
    throw WorkflowError.badInput(
      path: path, message: "the file holds no verdict",
      advice: "give a file that screen --format json wrote")
  }
  return texts
}

/// Replays verdicts one after the other; those of one run share their inputs.
private struct ReplaySession {
  let store: ScreeningStore
  let request: ReplayRequest
  private var run: Int64?
  private var prepared: (terms: ScreeningTerms, grouping: VesselGrouping)?

  init(store: ScreeningStore, request: ReplayRequest) {
    self.store = store
    self.request = request
  }

  mutating func replay(_ text: String) throws -> ReplayReport.Outcome {
    guard let found = try store.verdict(body: Digest(of: text).description) else {
      return ReplayReport.Outcome(
        subject: Self.subject(of: text) ?? "?", difference: try difference(of: text))
    }
    return try replay(found.verdict, of: found.run, text: text)
  }

  mutating func replay(
    _ verdict: StoredVerdict, of run: Int64, text: String
  ) throws -> ReplayReport.Outcome {
    let (terms, grouping) = try prepare(run)
    guard let key = grouping.key(String(verdict.subject.dropFirst(verdict.subject.prefixLength)))
    else { throw StorageError(.damaged, path: store.path, detail: verdict.subject).ofScreenings }
    let again = screen(grouping.subject(key), under: terms).json
    return ReplayReport.Outcome(
      subject: verdict.subject, difference: text == again ? nil : Difference(text, again).found)
  }

  private mutating func prepare(
    _ wanted: Int64
  ) throws -> (terms: ScreeningTerms, grouping: VesselGrouping) {
    if run == wanted, let prepared { return prepared }
    guard let known = try store.runs().first(where: { $0.id == wanted }) else {
      throw StorageError(.damaged, path: store.path, detail: "there is no run \(wanted)")
        .ofScreenings
    }
    var material = try RunManifest.material(known.manifest, in: store)
    try replaceInputs(of: &material)
    let digests = try store.verdicts(of: wanted).map(\.facts) + store.bystanders(of: wanted)
    let facts = try digests.flatMap { digest in
      FactFile.read(try store.bytes(digest), file: digest, catalog: .standard).facts
    }
    let library = try material.library()
    let terms = try material.terms(
      library, policy: try ScreeningMaterial.policy(material.policyFile), facts: facts)
    let made = (terms, VesselGrouping(withoutRepeats(facts)))
    (run, prepared) = (wanted, made)
    return made
  }

  /// Puts the inputs that the user named in place of the pinned ones.
  private func replaceInputs(of material: inout ScreeningMaterial) throws {
    if let rules = request.rules {
      let library = try RuleLibrary(
        paths: [rules], gazetteer: .shipped, readsTests: false)
      material.ruleFiles = library.libraryFiles
    }
    if let policy = request.policy {
      material.policyFile = try ScreeningMaterial.policyFile(policy)
    }
    if let lists = request.lists {
      material.snapshots = try ListFolder(path: lists).snapshots(
        knownAsOf: material.dates.knownAsOf)
    }
  }

  /// What is wrong with a verdict that the store does not have.
  private func difference(of text: String) throws -> ReplayReport.Difference {
    let subject = Self.subject(of: text)
    for run in try store.runs().reversed() {
      guard let own = try store.verdicts(of: run.id).first(where: { $0.subject == subject })
      else { continue }
      let kept = String(decoding: try store.bytes(own.body), as: UTF8.self)
      return Difference(kept, text).found
    }
    return ReplayReport.Difference(
      input: "verdict", pinned: "none in the store", now: Digest(of: text).description)
  }

  private static func subject(of text: String) -> String? {
    // A text that is no JSON has no subject; then the store has no such verdict.
    guard let value = try? JSONValue(reading: Array(text.utf8)[...]) else { return nil }
    if let imo = value["subject"]?["imo"]?.integer { return "imo:\(imo)" }
    return value["subject"]?["mmsi"]?.integer.map { "mmsi:\($0)" }
  }
}

extension String {
  /// The length of `imo:` or `mmsi:`.
  fileprivate var prefixLength: Int { hasPrefix("imo:") ? 4 : 5 }
}

/// Compares two verdicts by the inputs they name, then by everything else they say.
private struct Difference {
  let found: ReplayReport.Difference

  private static let inputs = [
    "engine", "rules", "policy", "lists", "facts", "gazetteer", "exceptions", "decisions",
  ]

  init(_ pinned: String, _ now: String) {
    // Texts that are no JSON differ as a whole.
    guard let old = try? JSONValue(reading: Array(pinned.utf8)[...]),
      // The same for the other one.
      let new = try? JSONValue(reading: Array(now.utf8)[...])
    else {
      found = ReplayReport.Difference(input: "verdict", pinned: pinned, now: now)
      return
    }
    for input in Self.inputs where old["digests"]?[input] != new["digests"]?[input] {
      found = ReplayReport.Difference(
        input: input, pinned: old["digests"]?[input]?.string ?? "none",
        now: new["digests"]?[input]?.string ?? "none")
      return
    }
    let key = old.members?.first { new[$0.key] != $0.value }?.key ?? "verdict"
    found = ReplayReport.Difference(
      input: key, pinned: Self.short(old[key]), now: Self.short(new[key]))
  }

  private static func short(_ value: JSONValue?) -> String {
    let text = value?.text ?? "nothing"
    return text.utf8.count <= 80 ? text : Digest(of: text).description
  }
}
