import ArgumentParser
import Workflows

/// Ports and zones that rules may name beside the shipped ones.
struct GeographyOptions: ParsableArguments {
  @Option(name: .long, parsing: .upToNextOption, help: "Port files beside the shipped gazetteer.")
  var ports: [String] = []

  @Option(name: .long, parsing: .upToNextOption, help: "Zone files beside the shipped gazetteer.")
  var zones: [String] = []

  /// The files as the workflow takes them.
  var sources: GeographySources { GeographySources(portFiles: ports, zoneFiles: zones) }
}
