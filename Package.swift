// swift-tools-version: 6.2
import PackageDescription

/// Targets are listed low to high: a target may import only those above it in this file.
let package = Package(
  name: "pratique",
  products: [.executable(name: "pratique", targets: ["pratique"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    // The calls of libcurl that Swift cannot make itself, because they take any number of arguments.
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .target(
      name: "CEmbeddedData",
      exclude: [
        "ports.csv", "zones.geojson", "mids.csv", "countries.csv", "report.css",
        "report-drawing.css", "report.mustache", "report-finding.mustache", "report-map.mustache",
        "report-timeline.mustache",
      ]),
    .target(name: "StrictYAML", dependencies: ["CLibYAML"]),
    .target(
      name: "Maritime",
      dependencies: ["CEmbeddedData", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "RuleLanguage", dependencies: ["Maritime", "StrictYAML"]),
    .target(name: "Detection", dependencies: ["Maritime", "StrictYAML"]),
    .target(name: "Watchlists", dependencies: ["Maritime", "StrictYAML"]),
    .target(
      name: "Screening", dependencies: ["Maritime", "StrictYAML", "RuleLanguage", "Watchlists"]),
    .target(
      name: "Storage",
      dependencies: ["Maritime", "Watchlists", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "InputFiles", dependencies: ["CZlib", "CZstd"]),
    .target(name: "Downloads", dependencies: ["CCurl", "Maritime"]),
    .target(
      name: "Reporting",
      dependencies: [
        "CEmbeddedData", "Maritime", "StrictYAML", "RuleLanguage", "Watchlists", "Screening",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Workflows",
      dependencies: [
        "Maritime", "StrictYAML", "RuleLanguage", "Detection", "Watchlists", "Screening",
        "Storage", "InputFiles", "Downloads", "Reporting",
      ]),
    .executableTarget(
      name: "pratique",
      dependencies: [
        "Workflows", "Maritime", "Screening", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .executableTarget(name: "GenerateExample", dependencies: ["Maritime"]),
    .executableTarget(
      name: "RuleBenchmark",
      dependencies: [
        "Maritime", "RuleLanguage", "Watchlists", "Screening", "InputFiles", "Reporting",
        "Workflows",
      ]),
    .executableTarget(name: "FeedBenchmark", dependencies: ["Maritime", "Detection"]),

    .executableTarget(name: "NameBenchmark", dependencies: ["Maritime", "Watchlists", "InputFiles"]),

    .target(
      name: "TestSupport", dependencies: ["Maritime", "StrictYAML", "RuleLanguage"],
      path: "Tests/TestSupport"),
    .testTarget(name: "StrictYAMLTests", dependencies: ["StrictYAML"]),
    .testTarget(name: "MaritimeTests", dependencies: ["Maritime", "TestSupport"]),
    .testTarget(
      name: "RuleLanguageTests",
      dependencies: ["Maritime", "StrictYAML", "RuleLanguage", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "DetectionTests",
      dependencies: ["Detection", "Maritime", "StrictYAML", "TestSupport"]),
    .testTarget(
      name: "WatchlistsTests",
      dependencies: ["Watchlists", "Maritime", "StrictYAML", "TestSupport"]),
    .testTarget(
      name: "ScreeningTests",
      dependencies: [
        "Screening", "RuleLanguage", "Watchlists", "Maritime", "StrictYAML", "TestSupport",
      ]),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Storage", "Watchlists", "Maritime", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "InputFilesTests", dependencies: ["InputFiles", "TestSupport"]),
    .testTarget(name: "DownloadsTests", dependencies: ["Downloads", "Maritime", "TestSupport"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Screening", "Watchlists", "RuleLanguage", "StrictYAML", "Maritime",
        "TestSupport",
      ],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "WorkflowsTests",
      dependencies: [
        "Workflows", "Screening", "Detection", "Watchlists", "Storage", "Downloads", "Reporting",
        "Maritime", "RuleLanguage", "StrictYAML", "TestSupport",
      ],
      exclude: ["WorkedRules"]),
    .testTarget(name: "CommandLineTests", dependencies: ["pratique", "TestSupport"]),
    .testTarget(name: "GenerateExampleTests", dependencies: ["GenerateExample", "TestSupport"]),
    .testTarget(name: "FeedBenchmarkTests", dependencies: ["FeedBenchmark"]),
    .testTarget(name: "ProjectTests"),
  ]
)

let inC = ["CCurl", "CEmbeddedData"]
for target in package.targets where target.type != .system && !inC.contains(target.name) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}
