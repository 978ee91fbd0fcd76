import Testing

/// The same input must give the same verdict, byte for byte, whenever and wherever it is read.
struct DeterminismTests {
  static let targets = [
    "StrictYAML", "Maritime", "RuleLanguage", "Detection", "Watchlists", "Screening",
  ]

  /// A `random(in:using:)` with a seeded generator is as sure as any function, so `using` saves it.
  @Test(arguments: targets)
  func readsNoClockFileNetworkEnvironmentOrRandomNumber(_ target: String) throws {
    for source in try Repository.sources(in: "Sources/\(target)") {
      let culprits = source.culprits { Self.outsideWorld.contains($0) }
      #expect(culprits.filter { !$0.text.contains("using:") } == [])
    }
  }

  /// The system's functions differ in the last bit between C libraries.
  @Test(arguments: targets)
  func usesNoMathematicsOfTheSystem(_ target: String) throws {
    for source in try Repository.sources(in: "Sources/\(target)") {
      #expect(source.culprits { Self.systemMathematics.contains($0) } == [])
    }
  }

  /// `UTCTime` stands for `Date`, so even the name of the latter is a mistake here.
  private static let outsideWorld: Set<String> = [
    "Date", "Date(", ".now(", "ContinuousClock", "ContinuousClock(", "SuspendingClock",
    "SuspendingClock(", "DispatchTime", "clock_gettime(", "gettimeofday(", "time(nil",
    "FileManager", "FileHandle", "FileHandle(", "fopen(", "URL(", "URLSession", "ProcessInfo",
    "CommandLine", "getenv(", "setenv(", "SystemRandomNumberGenerator",
    "SystemRandomNumberGenerator(", "UUID(", ".random(", ".shuffled(", ".shuffle(",
    ".randomElement(", "arc4random(", "Locale", "TimeZone", "Calendar", "Hasher(", "print(",
  ]

  private static let systemMathematics: Set<String> = [
    "sin(", "cos(", "tan(", "asin(", "acos(", "atan(", "atan2(", "exp(", "exp2(", "pow(", "log(",
    "log2(", "log10(", "hypot(", "cbrt(",
  ]
}
