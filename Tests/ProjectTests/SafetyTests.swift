import Testing

struct SafetyTests {
  @Test func keepsUnsafeCodeInKernels() throws {
    for source in try Repository.sources(in: "Sources") where !source.isKernel {
      #expect(source.culprits(Self.isUnsafe) == [])
    }
  }

  @Test func neverTriesWithForceOrHidesAnError() throws {
    for source in try Repository.sources(in: "Sources", "Tests") {
      #expect(source.culprits { $0 == "try!" } == [])
      #expect(!source.code.joined().contains("catch {}"), "\(source.path)")
    }
  }

  /// A `try?` loses an error, so a comment beside it says why that is right.
  @Test func saysWhyAnErrorIsLost() throws {
    for source in try Repository.sources(in: "Sources") {
      for culprit in source.culprits({ $0 == "try?" }) {
        let lines = source.lines[max(0, culprit.line - 3)..<culprit.line]
        #expect(lines.contains { $0.contains("//") }, "\(culprit)")
      }
    }
  }

  @Test func leavesNothingForLater() throws {
    let marks = ["TO" + "DO", "FIX" + "ME"]
    for source in try Repository.sources(in: "Sources", "Tests") {
      let notes = source.lines.indices.filter { index in
        marks.contains { source.lines[index].contains($0) }
      }
      #expect(notes.isEmpty, "\(notes.map(source.culprit))")
    }
  }

  private static func isUnsafe(_ word: String) -> Bool {
    let name = word.drop { $0 == "." }
    return ["Unsafe", "withUnsafe", "unsafe", "SIMD", "@inlin", "@unchecked", "@usableFromInline"]
      .contains { name.hasPrefix($0) }
  }
}
