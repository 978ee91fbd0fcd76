import Detection
import Maritime
import TestSupport
import Testing

/// The kinds that only facts files bring: each has a typed form, and its line reads back as itself.
struct ImportedFactsTests {
  private static let port = PortReference(code: "KPNAM", name: "Nampo")
  private static let russia = CountryCode("RU")
  private static let partner = sampleVessel(imo: 9_179_842)

  static let facts: [(fact: Fact, members: String)] = [
    (
      make(DraughtChange.schema, DraughtChange(change: 4.5)) {
        $0.before = 8.6
        $0.after = 13.1
        $0.classThreshold = 1.5
        $0.basis = "gap"
      },
      #""change_m":4.5,"before_m":8.6,"after_m":13.1,"class_threshold_m":1.5,"basis":"gap""#
    ),
    (
      make(ZoneTransit.schema, ZoneTransit(zone: "kp-eez", share: 0.25)),
      #""zone":"kp-eez","share":0.25"#
    ),
    (
      make(Voyage.schema, Voyage()) {
        $0.from = port
        $0.to = PortReference(code: "PLGDN")
        $0.declaredDestination = PortReference(code: "KRPUS")
        $0.destinationDistance = 555_600
        $0.detourRatio = 1.5
        $0.isDetourExplained = false
        $0.isLaden = true
        $0.cargo = "oil_products"
        $0.originCountry = russia
        $0.destinationCountry = CountryCode("PL")
        $0.usesCoalitionService = true
      },
      #""from":"KPNAM","from_name":"Nampo","to":"PLGDN","declared_destination":"KRPUS","#
        + #""destination_distance_m":555600,"detour_ratio":1.5,"detour_explained":false,"#
        + #""laden":true,"cargo":"oil_products","origin_country":"RU","destination_country":"PL","#
        + #""coalition_service":true"#
    ),
    (make(CargoHandling.loading, fullCargo), cargoMembers),
    (make(CargoHandling.discharge, fullCargo), cargoMembers),
    (
      make(
        DarkEncounter.schema, DarkEncounter(tier: "high", partner: partner, distance: 3704)),
      #""tier":"high","partner_imo":9179842,"distance_m":3704"#
    ),
    (
      make(OwnershipChange.schema, OwnershipChange(role: "registered_owner")) {
        $0.from = "OLD SHIPPING"
        $0.to = "NEW SHIPPING"
        $0.fromCountry = russia
        $0.toCountry = CountryCode("HK")
        $0.staysInGroup = true
      },
      #""role":"registered_owner","from":"OLD SHIPPING","to":"NEW SHIPPING","from_country":"RU","#
        + #""to_country":"HK","same_group":true"#
    ),
    (
      make(Party.schema, Party(role: "ship_manager")) {
        $0.company = CompanyReference(number: "6016988", name: "TRANSMORFLOT LLC")
        $0.country = russia
      },
      #""role":"ship_manager","company_imo":"6016988","company_name":"TRANSMORFLOT LLC","#
        + #""country":"RU""#
    ),
    (
      make(VesselCover.schema, VesselCover()) {
        $0.club = "A CLUB"
        $0.isInInternationalGroup = false
        $0.isVetted = false
        $0.insurance = "unverified"
        $0.classSociety = "A REGISTER"
        $0.isInIACS = false
        $0.classStatus = "withdrawn"
      },
      #""club":"A CLUB","ig_member":false,"vetted":false,"insurance":"unverified","#
        + #""class_society":"A REGISTER","iacs_member":false,"class_status":"withdrawn""#
    ),
    (
      make(Inspection.schema, Inspection(result: "detention")) {
        $0.authority = "Tokyo MoU"
        $0.port = port
        $0.deficiencies = 12
      },
      #""result":"detention","authority":"Tokyo MoU","port":"KPNAM","port_name":"Nampo","#
        + #""deficiencies":12"#
    ),
    (
      make(Sighting.schema, Sighting()) {
        $0.port = port
        $0.country = CountryCode("KP")
        $0.activity = "covered_loading"
        $0.partner = partner
        $0.aisDistance = 18_520
        $0.aisInterval = 90_000_000
        $0.match = "high"
      },
      #""port":"KPNAM","port_name":"Nampo","country":"KP","activity":"covered_loading","#
        + #""partner_imo":9179842,"ais_distance_m":18520,"ais_interval_s":90000,"match":"high""#
    ),
    (
      make(Paper.schema, Paper(kind: "sts_notice", status: "present")) {
        $0.loadingPort = port
        $0.originCountry = russia
        $0.destinationCountry = CountryCode("CN")
        $0.cargo = "coal"
        $0.notice = 108_000_000
        $0.price = Money("62.50 USD")
      },
      #""kind":"sts_notice","status":"present","loading_port":"KPNAM","loading_port_name":"Nampo","#
        + #""origin_country":"RU","destination_country":"CN","cargo":"coal","notice_s":108000,"price":"62.50 USD""#
    ),
  ]

  private static var fullCargo: CargoHandling {
    var cargo = CargoHandling()
    cargo.port = port
    cargo.country = CountryCode("KP")
    cargo.originCountry = russia
    cargo.destinationCountry = CountryCode("KP")
    cargo.cargo = "oil_products"
    cargo.volume = Quantity(.volume, steps: 6_290_000)
    cargo.volumeLow = Quantity(.volume, steps: 3_145_000)
    cargo.volumeHigh = Quantity(.volume, steps: 12_580_000)
    cargo.mass = Quantity(.mass, steps: 800_000)
    cargo.massLow = Quantity(.mass, steps: 400_000)
    cargo.massHigh = Quantity(.mass, steps: 1_600_000)
    return cargo
  }

  private static let cargoMembers =
    #""port":"KPNAM","port_name":"Nampo","country":"KP","origin_country":"RU","#
    + #""destination_country":"KP","cargo":"oil_products","volume_m3":1000,"volume_low_m3":500,"#
    + #""volume_high_m3":2000,"mass_t":800,"mass_low_t":400,"mass_high_t":1600"#

  private static func make<Subject>(
    _ schema: FactSchema<Subject>, _ subject: Subject, _ fill: (inout Subject) -> Void = { _ in }
  ) -> Fact {
    var subject = subject
    fill(&subject)
    return schema.fact(
      subject,
      FactHeader(
        vessel: sampleVessel(imo: 9_000_003),
        span: TimeSpan(start: utc("2026-01-04"), end: utc("2026-01-05")), position: nil,
        source: "import:register", evidence: [Evidence(file: "f", line: 1, time: nil)],
        detector: nil))
  }

  @Test(arguments: facts.indices)
  func readsBackItsOwnLine(_ index: Int) {
    let (fact, members) = Self.facts[index]
    #expect(fact.jsonLine.contains("\"duration_s\":86400,\(members),\"source\""))
    let (read, rejections) = FactFile.read(
      Array(fact.jsonLine.utf8), file: "f", catalog: FactCatalog([fact.kind]))
    #expect(rejections == [])
    #expect(read == [fact])
    #expect(read.map(\.values) == [fact.values])
  }

  @Test(arguments: facts.indices)
  func needsOnlyWhatMakesItsKind(_ index: Int) {
    let kind = Self.facts[index].fact.kind
    let needed = kind.fields.filter { !$0.isOptional }.map(\.name)
    let values = [
      "change": #""change_m":1"#, "zone": #""zone":"z""#, "tier": #""tier":"low""#,
      "role": #""role":"operator""#, "result": #""result":"passed""#, "kind": #""kind":"manifest""#,
      "status": #""status":"missing""#,
    ]
    let line =
      #"{"fact":"\#(kind.name)","imo":9000003,"start":"2026-01-04""#
      + needed.map { "," + (values[$0] ?? "") }.joined() + "}"
    let (facts, rejections) = FactFile.read(
      Array(line.utf8), file: "f", catalog: FactCatalog([kind]))
    #expect(rejections == [])
    #expect(facts.count == 1)
    #expect(facts.first?.values.count { $0 != nil } == needed.count)
  }

  @Test(arguments: [
    (#"{"fact":"party","imo":9000003,"start":"2026-01-04","role":"captain"}"#, "bad-value"),
    (#"{"fact":"party","imo":9000003,"start":"2026-01-04"}"#, "missing-field"),
    (#"{"fact":"paper","imo":9000003,"start":"2026-01-04","kind":"manifest"}"#, "missing-field"),
    (#"{"fact":"loading","imo":9000003,"start":"2026-01-04","volume_bbl":9}"#, "unknown-key"),
    (#"{"fact":"loading","imo":9000003,"start":"2026-01-04","cargo":"Coal"}"#, "bad-value"),
    (#"{"fact":"dark_encounter","imo":9000003,"start":"2026-01-04","tier":1}"#, "bad-value"),
  ])
  func rejectsWhatTheKindCannotHold(_ line: String, _ reason: String) {
    let catalog = FactCatalog([
      Party.schema.kind, Paper.schema.kind, CargoHandling.loading.kind, DarkEncounter.schema.kind,
    ])
    let (facts, rejections) = FactFile.read(Array(line.utf8), file: "f", catalog: catalog)
    #expect(facts.isEmpty)
    #expect(rejections.map(\.reason) == [reason])
  }
}
