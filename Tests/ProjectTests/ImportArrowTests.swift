import Testing

/// SwiftPM compiles an undeclared import of a sibling target, so we check the arrows ourselves.
struct ImportArrowTests {
  /// The targets from low to high; those of one line never import each other.
  static let layers = [
    ["CLibYAML", "CZlib", "CZstd", "CCurl", "CEmbeddedData"],
    ["StrictYAML"],
    ["Maritime"],
    ["RuleLanguage", "Detection", "Watchlists"],
    ["Screening"],
    ["Storage", "InputFiles", "Downloads", "Reporting"],
    ["Workflows"],
    ["pratique", "GenerateExample", "RuleBenchmark", "NameBenchmark", "FeedBenchmark"],
  ]
  static let targets = layers.flatMap(\.self)

  /// The modules from elsewhere; more need a page in `docs/decisions`.
  static let outside: [String: Set<String>] = [
    "Maritime": ["Crypto"], "Storage": ["GRDB"], "Reporting": ["Mustache"],
    "pratique": ["ArgumentParser"],
  ]
  static let platform: Set<String> = [
    "Foundation", "FoundationEssentials", "FoundationXML", "Glibc", "Synchronization", "Dispatch",
  ]

  @Test func knowsEveryTarget() throws {
    #expect(try Repository.targets() == Self.targets.sorted())
  }

  @Test(arguments: targets)
  func declaresOnlyLowerTargets(_ target: String) throws {
    let layer = try #require(Self.layers.firstIndex { $0.contains(target) })
    let lower = Set(Self.layers[..<layer].joined())
    let declared = try Self.declaredDependencies(of: target)
    #expect(declared.isSubset(of: lower), "\(declared.subtracting(lower).sorted())")
  }

  @Test(arguments: targets)
  func importsOnlyWhatItDeclares(_ target: String) throws {
    let declared = try Self.declaredDependencies(of: target)
    let allowed = declared.union(Self.outside[target] ?? []).union(Self.platform)
    for source in try Repository.sources(in: "Sources/\(target)") {
      let forbidden = Self.imports(of: source).subtracting(allowed).sorted()
      #expect(forbidden.isEmpty, "\(source.path) imports \(forbidden)")
    }
  }

  @Test func listsTargetsFromLowToHigh() throws {
    let manifest = try Repository.text("Package.swift")
    let places = Self.layers.map { layer in
      layer.compactMap { manifest.firstRange(of: "name: \"\($0)\"")?.lowerBound }
    }
    // `pratique` is also the name of the package, at the top of the file.
    for (low, high) in zip(places.dropLast(), places.dropFirst().dropLast()) {
      #expect(low.max() ?? manifest.startIndex < high.min() ?? manifest.endIndex)
    }
  }

  /// The targets named between a target's own name and the next target of the manifest.
  private static func declaredDependencies(of target: String) throws -> Set<String> {
    let declarations = try Repository.text("Package.swift")
      .split(separator: /\.(?:target|executableTarget|systemLibrary|testTarget)\(/)
    let own = declarations.first {
      $0.prefix(60).contains("name: \"\(target)\"") && $0 != declarations[0]
    }
    return Set(targets.filter { name in name != target && own?.contains("\"\(name)\"") == true })
  }

  private static func imports(of source: SwiftSource) -> Set<String> {
    Set(
      source.words.compactMap { words in
        let rest = words.prefix(3).drop {
          $0.hasPrefix("@") || ["public", "internal"].contains($0)
        }
        return rest.first == "import" ? rest.last : nil
      })
  }
}
