import Maritime
import RuleLanguage
import Storage

/// The digests that tell whether a vessel's verdict can have changed.
///
/// A verdict depends on the vessel's facts, on the manifest, on the facts of other vessels of the
/// kinds that some rule looks for beyond its vessel, and on which hull used which MMSI.
struct FleetDigests: Sendable {
  /// The digest of the facts of each vessel asked about, by its place.
  let facts: [String]
  /// The digest of all that the verdict of each depends on.
  let inputs: [String]
  /// What is not screened and has facts: other vessels, and the companies.
  let bystanders: [VesselGrouping.Key]

  init(
    _ keys: [VesselGrouping.Key], in prepared: PreparedScreening, manifest: String, threads: Int
  ) async {
    let grouping = prepared.grouping
    let facts = await inParallel(keys.count, threads: threads) { index in
      Digest(of: grouping.lines(keys[index])).description
    }
    let beyond = Self.beyond(grouping, prepared.library.reach)
    inputs = zip(keys, facts).map { key, own in
      Digest(ofParts: [manifest, beyond, key.text, own]).description
    }
    self.facts = facts
    let chosen = Set(keys)
    bystanders = grouping.allKeys.filter { !chosen.contains($0) }
  }

  /// The digest of the whole run.
  func run(_ manifest: String) -> String { Digest(ofParts: [manifest] + inputs).description }

  private static func beyond(
    _ grouping: VesselGrouping, _ reach: CompiledRule.Reach
  ) -> String {
    var parts: [String] = []
    for key in grouping.allKeys {
      var numbers: Set<String> = []
      for fact in grouping.facts(key) {
        if let mmsi = fact.header.vessel.mmsi, let imo = fact.header.vessel.imo {
          numbers.insert("\(imo) \(mmsi)")
        }
        switch reach {
        case _ where key == .companies: parts.append(fact.jsonLine)
        case .everything: parts.append(fact.jsonLine)
        case .kinds(let kinds) where kinds.contains(fact.kind.name): parts.append(fact.jsonLine)
        case .kinds: break
        }
      }
      parts += numbers.sorted()
    }
    return Digest(ofParts: parts).description
  }
}

extension CompiledLibrary {
  /// What any rule of the library looks for beyond its vessel.
  fileprivate var reach: CompiledRule.Reach {
    rules.reduce(.kinds([])) { all, rule in
      switch (all, rule.reach) {
      case (.kinds(let some), .kinds(let more)): .kinds(some.union(more))
      default: .everything
      }
    }
  }
}

extension VesselGrouping.Key {
  /// The key as the store writes it: `imo:9074729` or `mmsi:273000001`.
  var text: String {
    switch self {
    case .hull(let imo): "imo:\(imo)"
    case .radio(let mmsi): "mmsi:\(mmsi)"
    case .companies: "companies"
    }
  }
}
