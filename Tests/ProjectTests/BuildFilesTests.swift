import Testing

struct BuildFilesTests {
  @Test(arguments: [".build", "Package.resolved"])
  func keepsWhatToolsMakeOutOfTheRepository(_ name: String) throws {
    let ignored = try Repository.text(".gitignore").split(separator: "\n")
    #expect(ignored.contains { $0 == name || $0 == "\(name)/" })
  }

  /// What a reader is told to type is what the checks run, on a machine with nothing installed.
  @Test(arguments: ["swift run -c release pratique screen --example", "swift test"])
  func runsTheCommandsThatTheReadmeNames(_ command: String) throws {
    let commands = try Repository.text("README.md").split(separator: "\n")
      .filter { $0.hasPrefix("apt-get ") && $0.contains(command) }
    let script = try Repository.text(".ci/run").split(separator: "\n")
    #expect(commands.count == 1, "README.md has one line that installs, and then '\(command)'")
    for line in commands { #expect(script.contains(line), ".ci/run lacks '\(line)'") }
  }
}
