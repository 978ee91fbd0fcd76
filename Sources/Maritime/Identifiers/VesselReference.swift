/// The numbers by which a fact or a rule names a vessel.
///
/// At least one is present, but in `noVessel`. The IMO number identifies the hull; the MMSI only
/// the radio.
public struct VesselReference: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The number in the AIS messages, when there were any.
  public let mmsi: MMSI?
  /// The hull's number, when known and valid.
  public let imo: IMONumber?

  /// What stands in facts that are about companies alone.
  public static let noVessel = VesselReference()

  private init() {
    mmsi = nil
    imo = nil
  }

  /// Creates a reference.
  ///
  /// Returns `nil` when both numbers are missing.
  public init?(mmsi: MMSI?, imo: IMONumber?) {
    guard mmsi != nil || imo != nil else { return nil }
    self.mmsi = mmsi
    self.imo = imo
  }

  /// Creates a reference to whatever sent `mmsi`.
  public init(mmsi: MMSI) {
    self.mmsi = mmsi
    imo = nil
  }

  /// Creates a reference to a hull.
  public init(imo: IMONumber, mmsi: MMSI? = nil) {
    self.imo = imo
    self.mmsi = mmsi
  }

  /// The numbers that are known, hull first.
  public var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text of `description`.
  func write(to bytes: inout [UInt8]) {
    if let imo {
      bytes.append(contentsOf: "IMO ".utf8)
      bytes.appendDecimal(UInt64(imo.value))
    }
    guard let mmsi else { return }
    bytes.append(contentsOf: (imo == nil ? "MMSI " : ", MMSI ").utf8)
    // Leading zeros are part of the number.
    bytes.appendDigits(UInt64(mmsi.value), count: 9)
  }

  /// Orders by MMSI, then IMO number; missing numbers come first.
  public static func < (a: VesselReference, b: VesselReference) -> Bool {
    (a.mmsi?.value ?? 0, a.imo?.value ?? 0) < (b.mmsi?.value ?? 0, b.imo?.value ?? 0)
  }
}
