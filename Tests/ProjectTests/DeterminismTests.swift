import Testing

/// The same input must give the same verdict, byte for byte, whenever and wherever it is read.
struct DeterminismTests {
  static let targets = [
    "StrictYAML", "Maritime", "RuleLanguage", "Detection", "Watchlists", "Screening",
  ]

  @Test(arguments: targets)
  func readsNoClockFileNetworkEnvironmentOrRandomNumber(_ target: String) throws {
    for source in try Repository.sources(in: "Sources/\(target)") {
      #expect(source.culprits(Self.outsideWorld) == [])
    }
  }

  /// The system's functions differ in the last bit between C libraries.
  @Test(arguments: targets)
  func usesNoMathematicsOfTheSystem(_ target: String) throws {
    for source in try Repository.sources(in: "Sources/\(target)") {
      #expect(source.culprits(Self.systemMathematics) == [])
    }
  }

  nonisolated(unsafe) private static let outsideWorld =
    /\b(?:Date\(\)|Date\.now|ContinuousClock|SuspendingClock|DispatchTime|clock_gettime|gettimeofday|time\(nil\)|FileManager|FileHandle|fopen|URLSession|ProcessInfo|CommandLine|getenv|setenv|SystemRandomNumberGenerator|UUID\(\)|Locale\.current|TimeZone\.current|Calendar\.current)|\.random\(in: [^,()]*\)|\.(?:shuffled|randomElement)\(\)|\barc4random/

  nonisolated(unsafe) private static let systemMathematics =
    /(?:^|[^.\w])(?:sin|cos|tan|asin|acos|atan|atan2|exp|exp2|pow|log|log2|log10|hypot|cbrt)\(/
}
