/// Small files in the formats of publishers that write a subject's data in elements or wide tables,
/// made up for these tests.
enum PublisherFixtures {
  static let uk = """
    Report Date: 08-Oct-2026
    Last Updated,Unique ID,Name 6,Name 1,Name type,Alias strength,Name non-latin script,Regime Name,\
    Designation Type,Sanctions Imposed,UK Statement of Reasons,Address Country,Date Designated,\
    Nationality(/ies),IMO number,Current owner/operator (s),Current believed flag of ship,\
    Previous flags,Type of ship,Year Built
    31/07/2024,RUS9001,SAMPLE PROSPECT,,Primary Name,,,The Russia Regulations,Ship,\
    Shipping sanctions: (see 'Other information'),Carries oil,,31/07/2024,,IMO9179842,\
    Sample Ship Management,Gabon,Liberia|Panama,Oil Tanker,2019
    31/07/2024,RUS9002,DOE,John,Alias,Low quality,,The Russia Regulations,Individual,\
    Asset freeze|Travel Ban,,,01/06/2022,Ruritania,,,,,,
    31/07/2024,RUS9002,DOE,Jonathan,Primary Name,,Джон,The Russia Regulations,Individual,\
    Asset freeze|Travel Ban,,,01/06/2022,Ruritania,,,,,,
    31/07/2024,PRK9003,"IMO 9161003 (""SAMPLE STAR"")",,Primary Name,,,The DPRK Regulations,Ship,\
    Shipping sanctions,,,30/03/2018,,9161003,,,,,
    31/07/2024,,NOBODY,,Primary Name,,,The DPRK Regulations,Entity,Asset freeze,,,30/03/2018,,,,,,,
    31/07/2024,PRK9004,THING,,Primary Name,,,The DPRK Regulations,Aircraft,,,,,,,,,,,

    """

  static let ukXML = """
    <?xml version="1.0" encoding="utf-8"?>
    <Designations><DateGenerated>08/10/2026</DateGenerated><Designation><UniqueID>RUS9001</UniqueID>
    <Names><Name><Name6>SAMPLE PROSPECT</Name6><NameType>Primary Name</NameType></Name>
    <Name><Name1>SAMPLE</Name1><Name6>EIGHT</Name6><NameType>Alias</NameType></Name></Names>
    <NonLatinNames><NonLatinName><NameNonLatinScript>ПРОСПЕКТ</NameNonLatinScript></NonLatinName>
    </NonLatinNames><RegimeName>The Russia Regulations</RegimeName>
    <IndividualEntityShip>Ship</IndividualEntityShip><SanctionsImposed>Shipping sanctions</SanctionsImposed>
    <DateDesignated>31/07/2024</DateDesignated><ShipDetails><Ship><IMONumbers>
    <IMONumber>IMO 9179842</IMONumber></IMONumbers><CurrentOwnerOperators>
    <CurrentOwnerOperator>Sample Ship Management</CurrentOwnerOperator></CurrentOwnerOperators>
    <CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Gabon</CurrentBelievedFlagOfShip>
    </CurrentBelievedFlagOfShips></Ship></ShipDetails></Designation>
    <Designation><UniqueID>RUS9009</UniqueID><IndividualEntityShip>Entity</IndividualEntityShip>
    </Designation></Designations>
    """

  static let ofsi = """
    Last Updated,12/02/2016
    Name 6,Name 1,Name 2,Country,Other Information,Group Type,Alias Type,Regime,Listed On,Group ID
    DOE,Jonny,,Ruritania,,Individual,AKA,Sample regime,24/04/2002,9001
    DOE,John,Q,Ruritania,A remark,Individual,Prime Alias,Sample regime,24/04/2002,9001
    SAMPLE TRADING,,,,,Entity,Prime Alias,Sample regime,16/10/2014,9002

    """

  static let canada = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <data-set>
    <record><Country>Russia / Russie</Country><EntityOrShip>Sample Skif</EntityOrShip>
    <TitleOrShip>General Cargo</TitleOrShip><ShipIMONumber>9179842</ShipIMONumber>
    <DateOfBirthOrShipBuildDate>1984</DateOfBirthOrShipBuildDate><Schedule>1.1</Schedule>
    <Item>3</Item><DateOfListing>2025-02-21</DateOfListing></record>
    <record><Country>Belarus / Bélarus</Country><LastName>Doe</LastName><GivenName>John</GivenName>
    <Aliases>Jon Doe; Джон До</Aliases><Item>1</Item><DateOfListing>2020-09-28</DateOfListing>
    </record>
    <record><Country>Iran</Country><EntityOrShip>Sample Co., Ltd.</EntityOrShip><Item>7</Item>
    <DateOfListing>2010-07-22</DateOfListing></record>
    <record><Country>Iran</Country><Item>8</Item></record>
    </data-set>
    """

  static let seco = """
    <?xml version="1.0" encoding="UTF-8"?>
    <swiss-sanctions-list list-type="whole-list" date="2026-08-27">
    <sanctions-program ssid="1"><program-key lang="ger">Nordkorea</program-key>
    <program-key lang="eng">North Korea</program-key>
    <sanctions-set ssid="11" lang="ger">Schiffe</sanctions-set>
    <sanctions-set ssid="11" lang="eng">Vessel-related measures</sanctions-set>
    <sanctions-set ssid="12" lang="eng">Restrictions on the capital market</sanctions-set>
    </sanctions-program>
    <target ssid="101"><sanctions-set-id>11</sanctions-set-id><object object-type="vessel">
    <identity main="true"><name name-type="alias" quality="good"><name-part order="1"><value>Other</value>
    </name-part></name><name name-type="primary-name" quality="good"><name-part order="2">
    <value>Star</value></name-part><name-part order="1"><value>Sample</value></name-part></name>
    </identity><other-information>IMO Number: 9161003</other-information></object>
    <modification modification-type="de-listed" effective-date="2020-01-02"/>
    <modification modification-type="listed" effective-date="2016-05-18"/></target>
    <target ssid="102"><sanctions-set-id>12</sanctions-set-id><entity><identity main="true">
    <name name-type="primary-name"><name-part order="1"><value>Sample Bank</value></name-part></name>
    </identity></entity><modification modification-type="listed" publication-date="2021-08-11"/>
    </target><target ssid="103"></target></swiss-sanctions-list>
    """

  static let financialXML = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2024-12-11T21:24:35.826+01:00">
    <sanctionEntity euReferenceNumber="EU.1.1" logicalId="1"><remark>A remark</remark>
    <regulation numberTitle="1210/2003 (OJ L169)" programme="IRQ"/>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias wholeName="Jonny" strong="false"/><nameAlias wholeName="John Doe" strong="true"/>
    <citizenship countryIso2Code="IQ"/></sanctionEntity>
    <sanctionEntity designationDate="2018-03-30" logicalId="2"><remark>Registered owner of a vessel. \
    IMO number: 5571322</remark><subjectType code="enterprise" classificationCode="E"/>
    <nameAlias firstName="Sample" lastName="Shipping" strong="true"/></sanctionEntity>
    <sanctionEntity logicalId="3"><subjectType code="enterprise" classificationCode="E"/>
    </sanctionEntity></export>
    """

  static let financialCSV = """
    fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_DesignationDate;Entity_Remark;\
    Entity_SubjectType_ClassificationCode;Entity_Regulation_Programme;\
    Entity_Regulation_NumberTitle;NameAlias_WholeName;Address_CountryIso2Code
    23/09/2026;1;EU.1.1;;A remark;P;IRQ;1210/2003 (OJ L169);John Doe;
    23/09/2026;1;EU.1.1;;A remark;P;IRQ;1210/2003 (OJ L169);Jonny;
    23/09/2026;1;EU.1.1;;A remark;P;IRQ;1210/2003 (OJ L169);;IQ
    23/09/2026;2;EU.2.2;2018-03-30;;E;PRK;2017/1509 (OJ L224);Sample Shipping;KP
    23/09/2026;3;EU.3.3;;;E;PRK;2017/1509 (OJ L224);;

    """

  /// The older layout as a spreadsheet leaves it.
  static let wrappedCSV = """
    "Date_file;Entity_logical_id;Subject_type;Leba_numtitle;Programme;Entity_remark;Naal_wholename\t"
    "04/07/2018;1;P;2018/223 (OJ L43);ZWE;;John ""JD"" Doe\t\t"
    "04/07/2018;1;P;2018/223 (OJ L43);ZWE;;Jonny\t\t"

    """

  static let ofacXML = """
    <?xml version="1.0" standalone="yes"?>
    <sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
    <publshInformation><Publish_Date>09/10/2026</Publish_Date><Record_Count>3</Record_Count>
    </publshInformation>
    <sdnEntry><uid>37059</uid><lastName>SAMPLE ANGARA</lastName><sdnType>Vessel</sdnType>
    <remarks>(Linked To: SAMPLE LEASING LLC)</remarks><programList><program>RUSSIA-EO14024</program>
    </programList><idList><id><uid>1</uid><idType>Vessel Registration Identification</idType>
    <idNumber>IMO 9179842</idNumber></id><id><uid>2</uid><idType>MMSI</idType>
    <idNumber>273000001</idNumber></id></idList><akaList><aka><uid>3</uid><type>f.k.a.</type>
    <category>strong</category><lastName>SAMPLE STAR</lastName></aka></akaList><vesselInfo>
    <callSign>UBAA</callSign><vesselType>Roll-on Roll-off</vesselType><vesselFlag>Russia</vesselFlag>
    <grossRegisteredTonnage>8,811</grossRegisteredTonnage><vesselOwner>SAMPLE OWNER</vesselOwner>
    </vesselInfo></sdnEntry>
    <sdnEntry><uid>6000</uid><firstName>John</firstName><lastName>DOE</lastName>
    <sdnType>Individual</sdnType><akaList><aka><type>a.k.a.</type><category>weak</category>
    <lastName>JD</lastName></aka></akaList></sdnEntry>
    <sdnEntry><uid>6001</uid><sdnType>Entity</sdnType></sdnEntry></sdnList>
    """

  static let advanced = """
    <?xml version="1.0" encoding="utf-8" standalone="yes"?>
    <Sanctions xmlns="http://www.un.org/sanctions/1.0" Version="3"><DateOfIssue CalendarTypeID="1">
    <Year>2024</Year><Month>2</Month><Day>23</Day></DateOfIssue><ReferenceValueSets>
    <AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType>
    <FeatureType ID="2">VESSEL TYPE</FeatureType><FeatureType ID="1">Vessel Call Sign</FeatureType>
    <FeatureType ID="25">Location</FeatureType><FeatureType ID="3">Vessel Flag</FeatureType>
    <DetailReference ID="91780">Products Tanker</DetailReference>
    <PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType>
    <PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType><PartyType ID="1">Individual</PartyType>
    <LegalBasis ID="5">Executive Order 14024</LegalBasis>
    <IDRegDocType ID="1626">Vessel Registration Identification</IDRegDocType>
    <RelationType ID="15003">Owned or Controlled By</RelationType><Country ID="9">Ruritania</Country>
    </ReferenceValueSets><Locations><Location ID="25"><LocationCountry CountryID="9"/></Location>
    </Locations><IDRegDocuments><IDRegDocument ID="1" IDRegDocTypeID="1626" IdentityID="71">
    <IDRegistrationNo>IMO 9179842</IDRegistrationNo></IDRegDocument></IDRegDocuments><DistinctParties>
    <DistinctParty FixedRef="37059"><Profile ID="37059" PartySubTypeID="1"><Identity ID="71">
    <Alias AliasTypeID="1401" Primary="false" LowQuality="false"><DocumentedName><DocumentedNamePart>
    <NamePartValue>SAMPLE STAR</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
    <Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName><DocumentedNamePart>
    <NamePartValue>SAMPLE ANGARA</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
    </Identity><Feature FeatureTypeID="2"><FeatureVersion><VersionDetail DetailReferenceID="91780"/>
    </FeatureVersion></Feature><Feature FeatureTypeID="1"><FeatureVersion>
    <VersionDetail DetailTypeID="1432">UBAA</VersionDetail></FeatureVersion></Feature>
    <Feature FeatureTypeID="3"><FeatureVersion><VersionDetail>Russia</VersionDetail></FeatureVersion>
    </Feature></Profile></DistinctParty><DistinctParty FixedRef="6000"><Profile ID="6000"
    PartySubTypeID="4"><Identity ID="72"><Alias Primary="true" LowQuality="false"><DocumentedName>
    <DocumentedNamePart><NamePartValue>DOE</NamePartValue></DocumentedNamePart><DocumentedNamePart>
    <NamePartValue>John</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity>
    <Feature FeatureTypeID="25"><FeatureVersion><VersionLocation LocationID="25"/></FeatureVersion>
    </Feature></Profile></DistinctParty><DistinctParty FixedRef="6001"><Profile ID="6001"/>
    </DistinctParty></DistinctParties><ProfileRelationships><ProfileRelationship ID="1"
    From-ProfileID="37059" To-ProfileID="6000" RelationTypeID="15003"/></ProfileRelationships>
    <SanctionsEntries><SanctionsEntry ID="1" ProfileID="37059"><EntryEvent LegalBasisID="5"><Date>
    <Year>2022</Year><Month>5</Month><Day>8</Day></Date></EntryEvent><SanctionsMeasure>
    <Comment>RUSSIA-EO14024</Comment></SanctionsMeasure></SanctionsEntry></SanctionsEntries></Sanctions>
    """

  static let simpleTable = """
    id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,dataset,first_seen
    Q1,Vessel,SAMPLE ANGARA,SAMPLE STAR;ANGARA,,ru,,IMO9179842;TAX 9,Block,OFAC,2022-05-09
    Q2,Company,Sample Leasing,,,ru,,IMO6246853;7710137066,Block,OFAC,2022-05-09
    Q3,Person,John Doe,,,,,,,Politicians,2022-05-09
    Q4,Vessel,,,,,,,Block,OFAC,2022-05-09

    """

  static let maritimeTable = """
    type,caption,imo,risk,countries,flag,mmsi,id,url,datasets,aliases
    VESSEL,SAMPLE ANGARA,IMO9179842,sanction,ru,ru,273000001,Q1,https://example.org/Q1,us_ofac_sdn,STAR
    VESSEL,SAMPLE DETAINED,9161003,mare.detained,pa,pa,,Q5,https://example.org/Q5,mou,
    ORGANIZATION,Sample Leasing,IMO6246853,sanction,ru,,,Q2,https://example.org/Q2,us_ofac_sdn,

    """

  static let followTheMoney = """
    {"id":"Q1","schema":"Vessel","properties":{"name":["SAMPLE ANGARA"],"previousName":["SAMPLE STAR"],\
    "imoNumber":["IMO9179842"],"mmsi":["273000001"],"flag":["ru"],"buildDate":["1998"]}}
    {"id":"s1","schema":"Sanction","properties":{"entity":["Q1"],"authority":["OFAC"],\
    "startDate":["2022-05-08"]}}
    {"id":"s2","schema":"Sanction","properties":{"entity":["Q1"],"authority":["EU"],\
    "startDate":["2024-06-25"],"endDate":["2025-01-01"]}}
    {"id":"Q2","schema":"Company","properties":{"name":["Sample Leasing"],"topics":["sanction"]}}
    {"id":"o1","schema":"Ownership","properties":{"owner":["Q2"],"asset":["Q1"]}}
    {"id":"Q3","schema":"Person","properties":{"name":["John Doe"],"topics":["role.pep"]}}
    {"id":"Q4","schema":"Company","properties":{}}
    not JSON
    {"id":"Q5","schema":"Vessel","properties":{"name":["SAMPLE FORMER"]}}
    {"id":"s3","schema":"Sanction","properties":{"entity":["Q5"],"startDate":["2020"],\
    "endDate":["2021-02-03"]}}

    """
}
