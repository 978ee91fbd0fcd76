import Testing

struct BuildFilesTests {
  @Test(arguments: [".build", "Package.resolved"])
  func keepsWhatToolsMakeOutOfTheRepository(_ name: String) throws {
    let ignored = try Repository.text(".gitignore").split(separator: "\n")
    #expect(ignored.contains { $0 == name || $0 == "\(name)/" })
  }

  /// What a reader is told to type is what the checks run.
  @Test(arguments: ["swift build", "swift test"])
  func runsTheCommandsThatTheReadmeNames(_ command: String) throws {
    let commands = try Repository.text("README.md").split(separator: "\n")
      .filter { $0 == command || $0.hasPrefix(command + " ") }
    let script = try Repository.text(".ci/run").split(separator: "\n")
    #expect(!commands.isEmpty, "README.md has no line that starts with '\(command)'")
    for line in commands { #expect(script.contains(line), ".ci/run lacks '\(line)'") }
  }
}
