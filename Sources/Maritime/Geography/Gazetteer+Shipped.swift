extension Gazetteer {
  /// The ports and zones that ship with the program.
  public static let shipped = Gazetteer(
    ports: PortTable.read(EmbeddedFile.ports.bytes, file: EmbeddedFile.ports.rawValue).ports,
    zones: ZoneTable.read(EmbeddedFile.zones.bytes, file: EmbeddedFile.zones.rawValue).zones)
}
