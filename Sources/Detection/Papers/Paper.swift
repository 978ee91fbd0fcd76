public import Maritime

/// A document of a voyage or a cargo, or its absence, as someone checked it.
public struct Paper: Hashable, Sendable {
  /// One of `kinds`.
  public var kind: String
  /// One of `statuses`.
  public var status: String
  /// The port of loading it names.
  public var loadingPort: PortReference?
  /// The country of origin it names.
  public var originCountry: CountryCode?
  /// The country of destination it names.
  public var destinationCountry: CountryCode?
  /// One of `CargoHandling.cargoes`.
  public var cargo: String?
  /// Of a notice: the milliseconds from it to what it announces.
  public var notice: Int64?
  /// Of an attestation or an invoice: the price it states for one barrel or tonne of the cargo.
  public var price: Money?

  /// Creates a document.
  public init(kind: String, status: String) {
    self.kind = kind
    self.status = status
  }

  /// The documents that rules ask for, in snake case.
  ///
  /// `attestation` and `cost_itemisation` are those of the oil price cap; `exemption` is a licence
  /// or a committee's approval; `gap_explanation` what an owner says of a silence; `sts_notice` the
  /// notice of a transfer at sea under Article 3eb of Regulation (EU) 833/2014; `lrit_report` a
  /// position by long-range identification (SOLAS V/19-1).
  public static let kinds = [
    "attestation", "bill_of_lading", "certificate_of_origin", "cost_itemisation", "exemption",
    "gap_explanation", "insurance_certificate", "lrit_report", "manifest", "sts_notice",
  ]

  /// What a check of a document can say of it.
  public static let statuses = ["contradicted", "forged", "missing", "present"]

  /// How rules see a document.
  public static let schema = FactSchema<Paper>(
    "paper", "A document of a voyage or a cargo, or its absence, as someone checked it.",
    fields: [
      FactField("kind", .word(kinds), "Which document.") { .word($0.kind) },
      FactField("status", .word(statuses), "What the check says of it.") { .word($0.status) },
      FactField(optional: "loading_port", .port, "The port of loading it names.") {
        $0.loadingPort.map(FactValue.port)
      },
      FactField(optional: "origin_country", .country, "The country of origin it names.") {
        $0.originCountry.map(FactValue.country)
      },
      FactField(optional: "destination_country", .country, "The country of destination it names.") {
        $0.destinationCountry.map(FactValue.country)
      },
      FactField(optional: "cargo", .word(CargoHandling.cargoes), "The class of cargo it names.") {
        $0.cargo.map(FactValue.word)
      },
      FactField(
        optional: "notice", .quantity(.duration),
        "Of a notice: how long before what it announces it was given."
      ) { $0.notice.map { .quantity(.duration(milliseconds: $0)) } },
      FactField(
        optional: "price", .money, "The price it states for one barrel or tonne of the cargo."
      ) { $0.price.map(FactValue.money) },
    ])
}
