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
    [imo.map { "IMO \($0)" }, mmsi.map { "MMSI \($0)" }].compactMap(\.self).joined(separator: ", ")
  }

  /// Orders by MMSI, then IMO number; missing numbers come first.
  public static func < (a: VesselReference, b: VesselReference) -> Bool {
    (a.mmsi?.value ?? 0, a.imo?.value ?? 0) < (b.mmsi?.value ?? 0, b.imo?.value ?? 0)
  }
}
