public import Maritime

/// Cargo that a vessel took on or gave off, with how sure its amount is.
public struct CargoHandling: Hashable, Sendable {
  /// The port.
  public var port: PortReference?
  /// The country of the port or of the waters.
  public var country: CountryCode?
  /// The country the cargo comes from.
  public var originCountry: CountryCode?
  /// The country the cargo is for.
  public var destinationCountry: CountryCode?
  /// One of `cargoes`.
  public var cargo: String?
  /// The best estimate of the volume.
  public var volume: Quantity?
  /// The least volume it can have been.
  public var volumeLow: Quantity?
  /// The most volume it can have been.
  public var volumeHigh: Quantity?
  /// The best estimate of the mass.
  public var mass: Quantity?
  /// The least mass it can have been.
  public var massLow: Quantity?
  /// The most mass it can have been.
  public var massHigh: Quantity?

  /// Creates a handling of which nothing is known but its time.
  public init() {}

  /// The classes of cargo that sanctions tell apart, in snake case.
  ///
  /// `military` is arms and related materiel; the rest follows the sectoral bans of UNSCR 2371,
  /// 2375 and 2397 and of Regulation (EU) 833/2014.
  public static let cargoes = [
    "coal", "containers", "crude_oil", "dual_use", "food", "gas", "iron_ore", "luxury", "machinery",
    "metals", "military", "minerals", "oil_products", "other", "sand", "seafood", "textiles",
    "timber", "vehicles",
  ]

  /// How rules see cargo taken on.
  public static let loading = schema("loading", "Cargo that a vessel took on.")

  /// How rules see cargo given off.
  public static let discharge = schema("discharge", "Cargo that a vessel gave off.")

  private static func schema(_ name: String, _ summary: String) -> FactSchema<CargoHandling> {
    FactSchema(name, summary, fields: placeFields + amountFields)
  }

  private static var placeFields: [FactField<CargoHandling>] {
    [
      FactField(optional: "port", .port, "The port.") { $0.port.map(FactValue.port) },
      FactField(optional: "country", .country, "The country of the port or of the waters.") {
        $0.country.map(FactValue.country)
      },
      FactField(optional: "origin_country", .country, "The country the cargo comes from.") {
        $0.originCountry.map(FactValue.country)
      },
      FactField(optional: "destination_country", .country, "The country the cargo is for.") {
        $0.destinationCountry.map(FactValue.country)
      },
      FactField(optional: "cargo", .word(cargoes), "The class of cargo.") {
        $0.cargo.map(FactValue.word)
      },
    ]
  }

  private static var amountFields: [FactField<CargoHandling>] {
    [
      FactField(optional: "volume", .quantity(.volume), "The best estimate of the volume.") {
        $0.volume.map(FactValue.quantity)
      },
      FactField(optional: "volume_low", .quantity(.volume), "The least it can have been.") {
        $0.volumeLow.map(FactValue.quantity)
      },
      FactField(optional: "volume_high", .quantity(.volume), "The most it can have been.") {
        $0.volumeHigh.map(FactValue.quantity)
      },
      FactField(optional: "mass", .quantity(.mass), "The best estimate of the mass.") {
        $0.mass.map(FactValue.quantity)
      },
      FactField(optional: "mass_low", .quantity(.mass), "The least it can have been.") {
        $0.massLow.map(FactValue.quantity)
      },
      FactField(optional: "mass_high", .quantity(.mass), "The most it can have been.") {
        $0.massHigh.map(FactValue.quantity)
      },
    ]
  }
}
