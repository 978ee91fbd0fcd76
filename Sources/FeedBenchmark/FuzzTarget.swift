import Detection
import Maritime

/// A parser, inputs that it accepts, and how to see that it loses nothing.
struct FuzzTarget: Sendable, CustomStringConvertible {
  /// What a parser made of an input.
  struct Outcome {
    var records: Int
    var rejections: Int
    /// Whether every row became a record or a rejection.
    var isWhole: Bool
  }

  let name: String
  let seeds: [[UInt8]]
  /// Whether the input ends in an NMEA sentence that needs a right checksum to be looked at.
  var isSigned = false
  let parse: @Sendable ([UInt8]) -> Outcome

  var description: String { name }

  /// Every parser of feeds and of the files beside them.
  static let all: [FuzzTarget] =
    feeds + [registry, parties, papers, sightings, identities, anyFact, gfw, followTheMoney]
}

extension FuzzTarget {
  private static let marineCadastre =
    "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,"
    + "Length,Width,Draft,Cargo,TransceiverClass"
  private static let danish =
    "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,"
    + "IMO,Callsign,Name,Ship type,Cargo type,Width,Length,Type of position fixing device,"
    + "Draught,Destination,ETA,Data source type,A,B,C,D"
  private static let mapping = """
    kind: ais-mapping
    columns: {mmsi: id, time: when, latitude: y, longitude: x}
    time_format: unix_seconds
    delimiter: ";"

    """

  private static var feeds: [FuzzTarget] {
    [
      csv(
        "csv", marineCadastre,
        [
          "367379190,2022-01-03T00:00:03,30.3706,-88.56408,17.9,51.5,230,\"EA, II\",IMO8207721,WT"
            + ",31,0,28,11,3.3,52,A\n367379190,2022-01-03T00:01:03,30.3,-88.5,,,,,,,,,,,,,\n"
        ]),
      csv(
        "aisdk", danish,
        [
          "01/03/2024 00:00:06,Class A,219000123,55.1034,12.56123,Under way using engine,0,11.4"
            + ",171.3,170,9074729,OABC2,NORDIC,Tanker,,32,183,GPS,11.2,PRIMORSK,,AIS,1,2,3,4\n",
          "01/03/2024 00:00:08,Base Station,2190068,56.44,10.94,Unknown value,,,,,Unknown,Unknown,,"
            + "Undefined,,,,GPS,,Unknown,,AIS,,,,\n",
        ]),
      FuzzTarget(name: "mapping", seeds: [Array(mapping.utf8)]) { bytes in
        let (mapping, diagnostics) = FeedMapping.read(bytes, file: "m.yaml")
        // A header that the mapping names and the file lacks is one way to be of no use.
        let isUsable = (try? mapping?.layout(for: ["id", "when", "y", "x"]).get()) != nil
        return Outcome(
          records: isUsable ? 1 : 0, rejections: diagnostics.count,
          isWhole: mapping != nil || !diagnostics.isEmpty)
      },
      FuzzTarget(
        name: "recognition",
        seeds: [marineCadastre, danish, sentence].map { Array(($0 + "\n").utf8) }
      ) { bytes in
        let isKnown = (try? FeedFormat.recognise(bytes).get()) != nil  // any reason will do
        return Outcome(records: isKnown ? 1 : 0, rejections: isKnown ? 0 : 1, isWhole: true)
      },
      nmea,
    ]
  }

  private static func csv(_ name: String, _ header: String, _ rows: [String]) -> FuzzTarget {
    let names = header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let layout = CSVLayout.recognise(header: names, delimiter: UInt8(ascii: ","))
    return FuzzTarget(name: name, seeds: rows.map { Array($0.utf8) }) { bytes in
      guard let layout else { return Outcome(records: 0, rejections: 0, isWhole: false) }
      let batch = readCSV(bytes, firstLine: 2, layout: layout, file: 0, name: "f")
      let rows = bytes.split(separator: 0x0A).count { $0 != [0x0D] }
      return Outcome(
        records: batch.positions.count, rejections: batch.rejections.total,
        isWhole: batch.positions.count + batch.rejections.total == rows
          && batch.counts["rows"] == rows)
    }
  }

  private static let sentence = "!AIVDM,1,1,,A,1815:?Pu@SPl2`LQ4kaeRr0400SS,0*14"
  private static let logs = [
    "\\s:r1,c:1767492000*77\\" + sentence, sentence + ",1767492000",
    "\\g:1-2-68,s:r1,c:1767492000*0B\\" + sentence + "\n\\g:2-2-68*53\\" + sentence,
    "$PGHP,1,2026,1,4,2,0,0,11,219,,2190067,1,62*17\n" + sentence,
    "!AIVDM,2,1,3,A,53@ndh@2:N2TuL4;800pu8@T>1=@58000000,0*0A\n!AIVDM,2,2,3,A,0000000000,2*17",
    "!AIVDM,1,1,,B,K5MBsb1LVPGvSHNt,4*2A", "!AIVDM,1,1,,A,H5M@jt@tpnT00000000000000000,2*04",
    "!AIVDM,1,1,,A,402R3QQvDu`00o>4H0Op0?w00000,0*3C",
  ]

  private static var nmea: FuzzTarget {
    FuzzTarget(name: "nmea", seeds: logs.map { Array($0.utf8) }, isSigned: true) { bytes in
      var decoder = NMEADecoder(file: 0, name: "f")
      decoder.read(bytes)
      let batch = decoder.finish()
      let count = { batch.counts[$0, default: 0] }
      let lines = ["sentences", "time lines", "tag block lines", "comment lines", "blank lines"]
      let messages = batch.positions.count + count("static messages") + count("rejected messages")
      let rejected =
        count("rejected lines") + count("incomplete parts") + count("rejected messages")
      return Outcome(
        records: batch.positions.count + count("static messages"), rejections: rejected,
        isWhole: count("lines") == lines.map(count).reduce(0, +) + count("rejected lines")
          && count("messages") == messages && batch.rejections.total == rejected)
    }
  }
}
