import InputFiles
import Maritime
public import Reporting
import RuleLanguage
import Screening
import Storage

/// Writes verdicts with everything they depend on into one archive, and replays them from it.
///
/// - Parameters:
///   - file: The verdicts, which the store keeps.
///   - vessels: Those to take; all of the file when empty.
///   - store: The store's file; the user's own when `nil`.
///   - path: The archive.
/// - Returns: What a replay from the archive found; the archive is written whatever that is, since
///   a verdict of an older version of the program differs and must be filed all the same.
/// - Throws: `WorkflowError`, `InputFileError` or `StorageError`; then there is no archive.
public func bundleVerdicts(
  _ file: String, vessels: [String] = [], store: String? = nil, to path: String
) throws -> ReplayReport {
  let store = try openStore(store, access: .reading)
  let verdicts = try selectedVerdicts(file, vessels: vessels)
  let bundle = try BundleSource(verdicts, of: file, in: store).bundle(path: path)
  let report = try bundle.replayed()
  try OutputFile.write(bundle.archive.bytes, to: path)
  return report
}

/// Verdicts of one run of a store, with all they depend on.
private struct BundleSource {
  let store: ScreeningStore
  let run: StoredRun
  let verdicts: [StoredVerdict]

  init(_ verdicts: [Verdict], of file: String, in store: ScreeningStore) throws {
    self.store = store
    let kept = try verdicts.map { verdict in
      guard let kept = try store.verdict(body: Digest(of: verdict.json).description) else {
        throw WorkflowError.badInput(
          path: file,
          message: "\(store.path) does not have the verdict on \(verdict.subject.vessel)",
          advice: "name the store that screen --db kept it in with --db")
      }
      return kept
    }
    let runs = Set(kept.map(\.run))
    guard runs.count == 1, let run = try store.runs().first(where: { runs.contains($0.id) }) else {
      throw WorkflowError.badInput(
        path: file, message: "the verdicts are of \(runs.count) runs of the store",
        advice: "make a bundle of the verdicts of each run; --vessel picks some")
    }
    self.run = run
    self.verdicts = kept.map(\.verdict)
  }

  func bundle(path: String) throws -> VerdictBundle {
    let replayed = try ReplayedRun(run, in: store, ReplayRequest())
    let (others, radios) = try replayed.surroundings(of: verdicts)
    var names = BundleNames()
    let manifest = try store.bytes(run.manifest)
    var files = [(name: "manifest.json", bytes: manifest)]
    for content in try RunManifest.contents(of: manifest) {
      let name = names.name(in: content.folder, content.name)
      files.append((name, try store.bytes(content.digest)))
    }
    for verdict in verdicts {
      let subject = verdict.subject.replacing(":", with: "-")
      files.append(("verdicts/\(subject).json", try store.bytes(verdict.body)))
      files.append(("facts/\(subject).ndjson", try store.bytes(verdict.facts)))
    }
    let (lines, pairs) = (FactFile.bytes(of: others), RadioPages.bytes(of: radios))
    files += [("facts/others.ndjson", lines), ("facts/radios.txt", pairs)]
    return VerdictBundle(
      path: path, manifest: run.manifest,
      members: verdicts.map {
        VerdictBundle.Member(subject: $0.subject, verdict: $0.body, facts: $0.facts)
      }, others: Digest(of: lines).description, radios: Digest(of: pairs).description,
      files: files)
  }
}

/// Names for files in an archive, each once.
private struct BundleNames {
  private var taken: Set<String> = []

  mutating func name(in folder: String, _ path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    let plain = String(
      last.suffix(60).map { character in
        character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
          ? character : "-"
      })
    let parts = plain.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    var (name, number) = ("\(folder)/\(plain)", 1)
    while !TarArchive.isSafe(name) || !taken.insert(name).inserted {
      number += 1
      let end = parts.count > 1 ? "." + parts[1] : ""
      name = "\(folder)/\(parts[0])-\(number)\(end)"
    }
    return name
  }
}

extension VerdictBundle {
  /// Makes the verdicts again from the bundle alone.
  ///
  /// - Parameter request: Inputs to use instead of those of the bundle; nothing else of it counts.
  /// - Returns: What differs, verdict by verdict.
  /// - Throws: `WorkflowError` when the bundle lacks something, or an input cannot be used.
  func replayed(_ request: ReplayRequest = ReplayRequest()) throws -> ReplayReport {
    let pinned = try RunManifest.material(manifest, in: self)
    let material = try pinned.replacing(request)
    let parts = pinned.differences(to: material)
    let own = try members.map { try facts($0.facts) }
    let fleet = FleetFacts(
      (try own.flatMap(\.self) + facts(others)).withoutRepeats,
      hulls: HullsByRadio(RadioPages.vessels(in: try bytes(radios))))
    let terms = try material.terms(
      material.library(), policy: ScreeningMaterial.policy(material.policyFile), fleet: fleet)
    return ReplayReport(
      try zip(members, own).map { member, facts in
        let again = VesselGrouping.Key(text: member.subject).map {
          screen(ScreeningSubject($0, facts.withoutRepeats), under: terms).json
        }
        return try outcome(on: member.subject, body: member.verdict, again: again, parts: parts)
      })
  }
}
