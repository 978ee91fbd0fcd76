import Maritime
import Reporting
import RuleLanguage
import Screening
import Storage
import Watchlists

/// A run whose verdicts are made again from what the store pinned.
struct ReplayedRun: Sendable {
  private let store: ScreeningStore
  private let run: StoredRun
  private let terms: ScreeningTerms
  private let reach: CompiledRule.Reach
  /// The numbers that facts of the run gave together.
  private let radios: [VesselReference]
  /// Which hull used which radio, as all facts of the run told.
  private let hulls: HullsByRadio
  /// Every fact of the run, when rules look at more than a vessel's contacts.
  private let everything: VesselGrouping?
  /// What differs within the inputs that the user replaced, by input.
  private let parts: [String: [String]]

  init(_ run: StoredRun, in store: ScreeningStore, _ request: ReplayRequest) throws {
    self.store = store
    self.run = run
    let pinned = try RunManifest.material(run.manifest, in: store)
    let material = try pinned.replacing(request)
    parts = pinned.differences(to: material)
    let library = try material.library()
    reach = library.reach
    let policy = try ScreeningMaterial.policy(material.policyFile)
    if let page = run.radios, !reach.isEverything, reach.kinds.isEmpty {
      everything = nil
      radios = RadioPages.vessels(in: try store.bytes(page))
      hulls = HullsByRadio(radios)
      let key = VesselGrouping.Key.companies.text
      let companies =
        try store.factsDigests(of: [key], in: run.id)[key]
        .map { try store.facts($0) } ?? []
      terms = try material.terms(
        library, policy: policy, fleet: FleetFacts(companies.withoutRepeats, hulls: hulls))
    } else {
      let digests = try store.verdicts(of: run.id).map(\.facts) + store.bystanders(of: run.id)
      let facts = try digests.flatMap { try store.facts($0) }
      everything = VesselGrouping(facts.withoutRepeats)
      radios = Set(facts.map(\.header.vessel)).sorted()
      hulls = HullsByRadio(radios)
      terms = try material.terms(library, policy: policy, fleet: FleetFacts(facts.withoutRepeats))
    }
  }

  /// So many verdicts are made together (our own default, as for screenings).
  private static let together = 64

  /// Makes verdicts again and compares the bytes.
  func outcomes(
    of verdicts: [StoredVerdict], threads: Int
  ) async throws -> [ReplayReport.Outcome] {
    var outcomes: [ReplayReport.Outcome] = []
    var start = 0
    try await inOrder(
      threads: threads,
      next: { () -> ArraySlice<StoredVerdict>? in
        guard start < verdicts.count else { return nil }
        let group = verdicts[start..<min(start + Self.together, verdicts.count)]
        start = group.endIndex
        return group
      },
      { try replay($0) },
      { outcomes += $0 })
    return outcomes
  }

  private func replay(_ verdicts: ArraySlice<StoredVerdict>) throws -> [ReplayReport.Outcome] {
    let subjects = try verdicts.map { verdict in
      guard let key = VesselGrouping.Key(text: verdict.subject) else {
        throw StorageError(.damaged, path: store.path, detail: verdict.subject).ofScreenings
      }
      return ScreeningSubject(
        key, try everything?.facts(key) ?? store.facts(verdict.facts).withoutRepeats)
    }
    let again = screen(subjects, under: try terms(for: subjects))
    return try zip(verdicts, again).map { verdict, again in
      try store.outcome(
        on: verdict.subject, body: verdict.body, again: again.json, parts: parts)
    }
  }

  /// The terms with the facts of the vessels and of those that their contacts name.
  private func terms(for subjects: [ScreeningSubject]) throws -> ScreeningTerms {
    guard everything == nil else { return terms }
    let own = subjects.flatMap(\.facts).filter { reach.contacts.contains($0.kind.name) }
    let facts = own + (try contacts(of: own))
    return terms.with(fleet: FleetFacts(facts.withoutRepeats, hulls: hulls))
  }

  /// The facts, of the kinds that count, of the vessels that facts name.
  private func contacts(of facts: [Fact]) throws -> [Fact] {
    let named = Set(facts.flatMap(\.otherVessels).map { VesselGrouping.Key($0, hulls).text })
    let digests = try store.factsDigests(of: named.sorted(), in: run.id)
    return try digests.sorted { $0.key < $1.key }.flatMap { _, digest in
      try store.facts(digest).filter { reach.contacts.contains($0.kind.name) }
    }
  }
}

extension ReplayedRun {
  /// What verdicts depend on beyond the vessels' own facts: facts of others, as far as some rule
  /// looks at them, and the numbers that tell which hull used which radio.
  func surroundings(
    of verdicts: [StoredVerdict]
  ) throws -> (facts: [Fact], radios: [VesselReference]) {
    let own = try verdicts.flatMap { try store.facts($0.facts) }
    let others = try others(than: own).withoutRepeats
    let named = (own + others).flatMap { [$0.header.vessel] + $0.otherVessels }
    let seen = Set(named.compactMap(\.mmsi))
    return (others, radios.filter { $0.mmsi.map(seen.contains) ?? false })
  }

  private func others(than own: [Fact]) throws -> [Fact] {
    let ids = Set(own.map(\.id))
    if let everything {
      let kinds = reach.kinds.union(reach.contacts)
      return (everything.keys + [.companies]).flatMap(everything.facts).filter { fact in
        !ids.contains(fact.id)
          && (reach.isEverything || !fact.kind.isAboutVessel || kinds.contains(fact.kind.name))
      }
    }
    let contacts = try contacts(of: own.filter { reach.contacts.contains($0.kind.name) })
    return (terms.fleet.all + contacts).filter { !ids.contains($0.id) }
  }
}

extension ScreeningMaterial {
  /// The material with the inputs that the user named in place of the pinned ones.
  func replacing(_ request: ReplayRequest) throws -> ScreeningMaterial {
    var material = self
    if let rules = request.rules {
      // Pinned ports and zones stay: the rules may name them.
      material.ruleFiles = try RuleLibrary(paths: [rules], gazetteer: gazetteer, readsTests: false)
        .libraryFiles
    }
    if let policy = request.policy {
      material.policyFile = try ScreeningMaterial.policyFile(policy)
    }
    if let lists = request.lists {
      material.snapshots = try ListFolder(path: lists).snapshots(knownAsOf: dates.knownAsOf)
    }
    return material
  }

  /// The files and lists that one of two materials has and the other has not, by input.
  func differences(to other: ScreeningMaterial) -> [String: [String]] {
    let (old, new) = (Self.digests(ruleFiles), Self.digests(other.ruleFiles))
    let files =
      new.filter { old[$0.key] == nil }.map(\.value)
      + old.filter { new[$0.key] == nil }.map(\.value)
    let lists = Set(snapshots.map(\.summary)).symmetricDifference(other.snapshots.map(\.summary))
    return [
      "rules": Set(files).sorted(), "policy": [other.policyFile.name],
      "lists": Set(lists.map(\.list)).sorted(),
    ]
  }

  private static func digests(_ files: [LibraryFile]) -> [Digest: String] {
    Dictionary(files.map { (Digest(of: $0.bytes), $0.name) }) { first, _ in first }
  }
}
