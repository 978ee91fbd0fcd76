import Testing

struct SafetyTests {
  @Test func keepsUnsafeCodeInKernels() throws {
    for source in try Repository.sources(in: "Sources") where !source.isKernel {
      #expect(
        source.culprits(
          /Unsafe|withUnsafe|unsafe[A-Z]|\bunsafe\b|\bSIMD\d|@inlinable|@inline|@unchecked|@usableFromInline/
        ) == [])
    }
  }

  @Test func neverTriesWithForceOrHidesAnError() throws {
    for source in try Repository.sources(in: "Sources", "Tests") {
      #expect(source.culprits(/\btry!/) == [])
      #expect(source.culprits(/\bcatch\b[^{]*\{\s*\}/) == [])
    }
  }

  /// A `try?` loses an error, so the line before, or its own, says why that is right.
  @Test func saysWhyAnErrorIsLost() throws {
    for source in try Repository.sources(in: "Sources") {
      for culprit in source.culprits(/\btry\?/) {
        let lines = source.lines[max(0, culprit.line - 3)..<culprit.line]
        #expect(lines.contains { $0.contains("//") }, "\(culprit)")
      }
    }
  }

  @Test func leavesNothingForLater() throws {
    for source in try Repository.sources(in: "Sources", "Tests") {
      let notes = source.lines.indices.filter { source.lines[$0].contains(/\b(?:TO\DO|FIX\ME)\b/) }
      #expect(notes.isEmpty, "\(notes.map(source.culprit))")
    }
  }
}
