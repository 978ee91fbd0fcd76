import Detection
import Maritime

/// The files that people keep beside AIS, and those of other systems.
extension FuzzTarget {
  static let registry = FuzzTarget(
    name: "registry",
    seeds: [
      Array(
        """
        imo,mmsi,name,flag,type,gross_tonnage,built,length,registry_status,from,to
        9074729,219000001,NORDIC STAR,Panama,Crude Oil Tanker,160000,1995,330.5,open,2019-01-01,
        9334545,,"SEA, STAR",DK,,,,,,,2020-01-01

        """.utf8)
    ]
  ) { bytes in
    let (records, rejections) = RegistryFile.read(bytes, file: "f")
    return outcome(records.count, rejections.map(\.reason), of: bytes)
  }

  static let identities = table(
    "identity history", .identityHistory,
    """
    imo,start,fact,field,from,to,registry_status
    9074729,2023-04-01,,name,OCEAN STAR,NORDIC STAR,
    9074729,2023-04-01,flag_change,,Panama,Cook Islands,open

    """)

  static let parties = table(
    "ownership", .ownership,
    """
    imo,role,company_name,company_imo,country,start,end
    9074729,registered_owner,Alpha Shipping Ltd,5123456,MH,2019-02-01,2024-05-01
    9074729,registered_owner,Beta Marine FZE,,AE,2024-05-01,

    """)

  static let papers = table(
    "papers", .papers,
    """
    imo,start,fact,kind,status,loading_port,origin_country,port,cargo,volume_m3,price,source
    9074729,2025-03-02,,certificate_of_origin,forged,RUPRI,Malaysia,,crude_oil,,60.00 USD,customs
    9074729,2025-03-01,loading,,,,RU,RUPRI,crude_oil,115000,,agent

    """)

  static let sightings = table(
    "sightings", .sightings,
    """
    mmsi,imo,start,lat,lon,activity,partner_imo,ais_distance_m,match,source
    219000001,9074729,2025-03-05T10:20:00Z,35.1,32.9,alongside_vessel,9334545,18500,high,satellite

    """)

  static let anyFact = FuzzTarget(
    name: "facts as csv",
    seeds: [
      Array(
        """
        fact,imo,start,end,field,from,to,distance_m,positions_before,open,partner_mmsi
        identity_change,9074729,2023-04-01,,name,A,B,,,,
        ais_gap,9074729,2023-04-01,2023-04-03,,,,5000.5,12,no,

        """.utf8)
    ]
  ) { bytes in
    let table = FactTable(kinds: [
      IdentityChange.schema.kind, Gap.schema.kind, Encounter.schema.kind,
    ])
    let (facts, rejections) = table.read(bytes, file: "f")
    return outcome(facts.count, rejections.map(\.reason), of: bytes)
  }

  static let gfw = FuzzTarget(
    name: "gfw",
    seeds: [
      """
      {"entries": [{"id": "e", "start": "2026-01-04T02:00:00.000Z", "end": "", "type": "gap",
      "position": {"lat": 54.5, "lon": "-5.5"}, "vessel": {"ssvid": "219000001", "flag": "DNK"},
      "gap": {"intentionalDisabling": true, "distanceKm": "55.5", "positions12HoursBeforeSat": "23",
      "onPosition": {"lat": "54.9", "lon": "-5.1"}}}]}
      """,
      """
      {"start": "2026-01-04T02:00:00Z", "end": "2026-01-05T02:00:00Z", "type": "port_visit",\
      "vessel": {"ssvid": "219000001"}, "portVisit": {"confidence": "2",\
      "startAnchorage": {"id": "can-vancouver", "name": "VANCOUVER", "flag": "CAN"}}}
      {"start": "2026-01-04T02:00:00Z", "type": "encounter", "vessel": {"ssvid": "219000001"},\
      "encounter": {"medianDistanceKilometers": 0.034, "medianSpeedKnots": 0.7,\
      "vessel": {"ssvid": "538000001"}}}
      """,
    ].map { Array($0.utf8) }
  ) { bytes in
    let (facts, rejections) = GFWEvents.read(bytes, file: "f")
    let written = FactFile.bytes(of: facts)
    return Outcome(
      records: facts.count, rejections: rejections.count,
      isWhole: written.count { $0 == 0x0A } == facts.count)
  }

  static let followTheMoney = FuzzTarget(
    name: "ftm",
    seeds: [
      Array(
        """
        {"id":"v1","schema":"Vessel","properties":{"imoNumber":["IMO9074729"],"flag":["dk"]}}
        {"id":"c1","schema":"Company","caption":"Alpha","properties":{"jurisdiction":["mh"]}}
        {"id":"o1","schema":"Ownership","properties":{"owner":["c1"],"asset":["v1"]}}
        {"id":"s1","schema":"Sanction","properties":{"entity":["v1"]}}

        """.utf8)
    ]
  ) { bytes in
    let (facts, rejections) = FollowTheMoney.read(bytes, file: "f")
    let lines = bytes.split(separator: 0x0A).count { $0.contains { $0 > 0x20 } }
    // A company that owns a vessel is told by another line's fact.
    return Outcome(
      records: facts.count, rejections: rejections.count,
      isWhole: facts.count + rejections.count + 1 >= min(lines, 1))
  }

  private static func table(_ name: String, _ table: FactTable, _ seed: String) -> FuzzTarget {
    FuzzTarget(name: name, seeds: [Array(seed.utf8)]) { bytes in
      let (facts, rejections) = table.read(bytes, file: "f", usualKind: table.kinds.first)
      return outcome(facts.count, rejections.map(\.reason), of: bytes)
    }
  }

  /// A header that cannot be read is one rejection for all rows.
  private static func outcome(
    _ records: Int, _ reasons: [String], of bytes: [UInt8]
  ) -> Outcome {
    let rows = max(0, delimitedRows(in: bytes).count - 1)
    let isHeader = reasons.count == 1 && reasons[0].hasSuffix("-column")
    return Outcome(
      records: records, rejections: reasons.count,
      isWhole: isHeader ? records == 0 : records + reasons.count == rows)
  }
}
