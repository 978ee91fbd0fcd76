import Maritime

/// The numbers that facts give together, as the store keeps them: a line each, `MMSI IMO`.
enum RadioPages {
  /// The lines, sorted.
  static func bytes(of vessels: [VesselReference]) -> [UInt8] {
    let lines = Set(vessels).sorted().compactMap { vessel -> String? in
      guard let mmsi = vessel.mmsi, let imo = vessel.imo else { return nil }
      return "\(mmsi) \(imo)\n"
    }
    return Array(lines.joined().utf8)
  }

  /// The numbers in the lines.
  static func vessels(in bytes: [UInt8]) -> [VesselReference] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ")
      guard parts.count == 2 else { return nil }
      return VesselReference(mmsi: MMSI(parts[0]), imo: IMONumber(parts[1]))
    }
  }
}
