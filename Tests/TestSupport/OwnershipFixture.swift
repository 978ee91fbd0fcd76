/// Vessels, their owners, and who holds those: a chain of three, a sum of 30 and 25 %, a cycle, a
/// share that is not known, and one that was sold.
public enum OwnershipFixture {
  /// A table for `--ownership`.
  public static let table = """
    imo,role,company_name,company_imo,holder_name,holder_imo,share_percent,start,end
    9074729,registered_owner,ALPHA SHIPPING LTD,5000001,,,,2020-01-01,
    ,shareholder,ALPHA SHIPPING LTD,5000001,BETA HOLDING LTD,5000002,60,2020-01-01,
    ,shareholder,BETA HOLDING LTD,5000002,GAMMA GROUP LTD,5000003,51,2020-01-01,
    ,shareholder,GAMMA GROUP LTD,5000003,OMEGA LLC,5900001,100,2020-01-01,
    9334545,registered_owner,DELTA MARINE LTD,5000004,,,,2020-01-01,
    ,shareholder,DELTA MARINE LTD,5000004,OMEGA LLC,5900001,30,2020-01-01,
    ,shareholder,DELTA MARINE LTD,5000004,SIGMA LLC,5900002,25,2020-01-01,
    9000003,registered_owner,CIRCLE ONE LTD,5000005,,,,2020-01-01,
    ,shareholder,CIRCLE ONE LTD,5000005,CIRCLE TWO LTD,5000006,60,2020-01-01,
    ,shareholder,CIRCLE TWO LTD,5000006,CIRCLE ONE LTD,5000005,70,2020-01-01,
    ,shareholder,CIRCLE ONE LTD,5000005,CIRCLE ONE LTD,5000005,10,2020-01-01,
    ,shareholder,CIRCLE ONE LTD,5000005,OMEGA LLC,5900001,20,2020-01-01,
    9000015,registered_owner,EPSILON LTD,5000007,,,,2020-01-01,
    ,shareholder,EPSILON LTD,5000007,OMEGA LLC,5900001,,2020-01-01,
    ,shareholder,EPSILON LTD,5000007,PLAIN HOLDING LTD,5000009,40,2020-01-01,
    9358010,registered_owner,ZETA LTD,5000008,,,,2020-01-01,
    ,shareholder,ZETA LTD,5000008,OMEGA LLC,5900001,100,2020-01-01,2024-01-01
    ,shareholder,ZETA LTD,5000008,PLAIN HOLDING LTD,5000009,100,2024-01-01,
    9358010,ship_manager,SOLO MANAGERS LTD,,,,,2020-01-01,

    """

  /// A house list in which OMEGA and SIGMA are frozen by three regimes, and a name is listed alone.
  public static let list: String = {
    let entries = ["us", "eu", "uk"].flatMap { regime in
      [("OMEGA LLC", "5900001"), ("SIGMA LLC", "5900002")].map { name, number in
        "  - {id: \(regime)-\(number), schema: Company, name: \(name), imo_company: \(number),"
          + " regime: \(regime), listed_from: 2022-05-08}\n"
      }
    }
    return """
      list: freezes
      publisher: Sample Authority
      published: 2025-05-20
      covers: [us, eu, uk]
      measures: [asset_freeze]
      entries:
      \(entries.joined())  - {id: us-9, schema: Company, name: SOLO MANAGERS LTD, regime: us}

      """
  }()
}
