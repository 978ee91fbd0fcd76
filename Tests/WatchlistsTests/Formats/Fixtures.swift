import Maritime
import Watchlists

/// Small files in the publishers' formats, written for these tests.
enum Fixtures {
  static let ofacEntries = """
    37059,"ANGARA","vessel","RUSSIA-EO14024",-0- ,-0- ,"Roll-on Roll-off",-0- ,"8,811","Russia",-0- \
    ,"Vessel Year of Build 1998; Vessel Registration Identification IMO 9179842; MMSI 273000001; \
    Linked To: M LEASING LLC."
    15074,"NAVARZ","vessel","IRAN] [IFSR",-0- ,"T2DQ4","Crude Oil Tanker","298,731","156,809",\
    "Panama",-0- ,"Former Vessel Flag Malta; alt. Former Vessel Flag Tuvalu; Vessel Registration \
    Identification IMO 9079079; f.k.a. 'ELVIRA'; a.k.a. 'NAV'."
    5300,"SAMPLE SHIPPING CO LTD",-0- ,"DPRK4",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Identification \
    Number IMO 5571322; see the com"
    6000,"DOE, John","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\u{20}
    6001,"TWO FIELDS"
    6002,"EP-ABC","aircraft","IFSR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\u{20}

    """ + "\u{1A}"
  static let ofacAlternateNames = """
    37059,1,"fka","BALTIC STAR",-0-\u{20}
    9999,2,"aka","NOBODY",-0-\u{20}

    """ + "\u{1A}"
  static let ofacAddresses = """
    5300,1,"1 Pier Road","Nampo","North Korea",-0-\u{20}
    5300,2,"2 Pier Road","Dalian","China",-0-\u{20}

    """ + "\u{1A}"
  static let ofacComments = """
    5300,"pany register; Linked To: SOMEBODY."

    """ + "\u{1A}"

  static let journalHeader =
    "celex,recordId,programKey,annex,measure,startDate,reason,schema,name,alias,weakAlias,"
    + "previousName,country,nationality,jurisdiction,imoNumber,mmsi,flag,notes\n"

  static let danish = """
    Vessel name;IMO number ;Date of application
    Angara;9179842;25.06.2024
    Saathi (formerly Onrim);9402732 ;21.05.2025
    ;9402733;21.05.2025
    Nameless;;21.05.2025

    """

  static let un = """
    <?xml version="1.0" encoding="UTF-8"?>
    <CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">
    <INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>JON</FIRST_NAME>
    <SECOND_NAME>DOE</SECOND_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>
    <REFERENCE_NUMBER>QDi.001</REFERENCE_NUMBER><LISTED_ON>2012-12-31</LISTED_ON>
    <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Johnny</ALIAS_NAME></INDIVIDUAL_ALIAS>
    <NATIONALITY><VALUE>Ruritania</VALUE></NATIONALITY></INDIVIDUAL></INDIVIDUALS>
    <ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>SAMPLE SHIPPING CO</FIRST_NAME>
    <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.900</REFERENCE_NUMBER>
    <LISTED_ON>2018-03-30</LISTED_ON><COMMENTS1>Registered owner of SAMPLE 1, a DPRK-flagged vessel.
    IMO number: 9358010.</COMMENTS1></ENTITY>
    <ENTITY><DATAID>3</DATAID><FIRST_NAME>SAMPLE STAR</FIRST_NAME><UN_LIST_TYPE>Libya</UN_LIST_TYPE>
    <REFERENCE_NUMBER>LYe.900</REFERENCE_NUMBER><LISTED_ON>2018-04-02</LISTED_ON>
    <COMMENTS1>IMO: 9161003. Listed: prohibition to enter ports. Current flag state: unknown.</COMMENTS1>
    </ENTITY><ENTITY><DATAID>4</DATAID></ENTITY></ENTITIES></CONSOLIDATED_LIST>
    """

  static let houseTable = """
    id,schema,name,aliases,imo,mmsi,flag,country,listed_from,authority
    1,Vessel,MAIA-1,MAIYA|MAIA ONE,9358010,,RU,,2022-05-08,OFAC
    2,Company,Sample Leasing LLC,,,,,RU,,
    3,Plane,EP-ABC,,,,,,,
    4,Vessel,SAMPLE,,9358011,273000002,,,31/07/2024,

    """

  static let houseYAML = """
    list: my-fleet
    publisher: Sample Underwriters
    published: 2026-01-31
    authority: Sample Underwriters, circular 7
    entries:
      - name: MAIA-1
        imo: 9358010
        aliases: [MAIYA]
        listed_from: 2025-04-01
        source: circular 7
      - id: w1
        name: DEYI
        measures: watch
      - id: c1
        name: Sample Leasing LLC
        schema: Company
        imo_company: 6246853
        regime: us
        measures: [asset_freeze]
        linked_to: ANGARA
    """
}

/// A file of text.
func file(_ name: String, _ text: String) -> WatchlistFile {
  WatchlistFile(name: name, bytes: Array(text.utf8))
}

/// Midnight of a day that a test wrote.
func day(_ text: String) -> UTCTime {
  guard let time = UTCTime(text) else { preconditionFailure("'\(text)' is no day") }
  return time
}

/// A number that a test wrote.
func imo(_ text: String) -> IMONumber {
  guard let number = IMONumber(text) else { preconditionFailure("'\(text)' is no IMO number") }
  return number
}
