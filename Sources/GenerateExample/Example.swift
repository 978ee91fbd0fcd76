/// A file of the example: its name and what stands in it.
struct ExampleFile {
  let name: String
  let text: String
}

/// The scenes of the example and the files made from them.
enum Example {
  static let scenes: [Scene] = [
    .shuttle, .maiaVoyage, .yellowSea, .seaOfJapan, .feedOutage,
  ]

  static let files: [ExampleFile] =
    scenes.map { ExampleFile(name: $0.fileName, text: aisFile(of: $0)) } + [
      ExampleFile(name: "registry.csv", text: registryFile()),
      ExampleFile(name: "sightings.ndjson", text: sightingsFile(of: scenes)),
    ]
}
