import Maritime
import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct PackManifestTests {
  private static let digest = String(repeating: "0f", count: 32)
  private static let sample = PackManifest(
    id: "acme-rules", revision: 7,
    files: [.init(path: "ais/dark \"1\".yaml", digest: digest)],
    lock: [.init(rule: "dark", version: 2, digest: digest)])

  @Test func readsWhatItWrites() {
    let reading = PackManifest.read(Array(Self.sample.yaml.utf8), file: "pack.yaml")
    #expect(reading.manifest == Self.sample && reading.diagnostics == [])
  }

  /// A program writes it and a signature covers its bytes, so the formatter keeps out of it.
  @Test func isNotFormatted() {
    let bytes = Array(Self.sample.yaml.utf8)
    #expect(SampleRules.compiler.format(bytes, file: "pack.yaml") == .unchanged)
  }

  @Test(arguments: [
    ("0f0f\"}\nlock", "0f0F\"}\nlock", "invalid-manifest"),
    ("0f0f\"}\nlock", "0f\"}\nlock", "invalid-manifest"),
    ("digest: \"0f", "digest: \"0g", "invalid-manifest"),
    ("\"ais/dark", "\"../dark", "invalid-manifest"),
    ("\"ais/dark", "\"ais/../../dark", "invalid-manifest"),
    ("\"ais/dark", "\"/etc/dark", "invalid-manifest"),
    ("revision: 7", "revision: 0", "invalid-number"),
    ("revision: 7\n", "", "missing-key"), ("version: 2", "version: two", "invalid-number"),
    ("lock:", "locks:", "unknown-key"), ("id: acme-rules", "id: Acme Rules", "invalid-name"),
  ])
  func refuses(_ old: String, _ new: String, _ id: String) {
    let text = Self.sample.yaml.replacing(old, with: new)
    #expect(text != Self.sample.yaml)
    let reading = PackManifest.read(Array(text.utf8), file: "pack.yaml")
    #expect(reading.manifest == nil)
    #expect(reading.diagnostics.map(\.id).contains(id), "\(reading.diagnostics.map(\.id))")
  }

  @Test func refusesAFileNamedTwice() {
    let line = "  - {path: \"a.yaml\", sha256: \"\(Self.digest)\"}\n"
    let text = "kind: pack\nlanguage: 1\nid: a\nrevision: 1\nfiles:\n\(line)\(line)lock: []\n"
    let reading = PackManifest.read(Array(text.utf8), file: "pack.yaml")
    #expect(reading.diagnostics.map(\.id) == ["duplicate-name"])
  }

  /// A rule whose meaning changed needs a version above that of the lock.
  @Test func findsRulesWhoseVersionWasNotRaised() {
    let other = String(repeating: "ab", count: 32)
    let current: [PackManifest.LockedRule] = [
      .init(rule: "dark", version: 2, digest: other), .init(rule: "new", version: 1, digest: other),
    ]
    #expect(Self.sample.unraised(among: current).map(\.rule) == ["dark"])
    let raised = [PackManifest.LockedRule(rule: "dark", version: 3, digest: other)]
    #expect(Self.sample.unraised(among: raised) == [])
    #expect(Self.sample.unraised(among: Self.sample.lock) == [])
  }
}
