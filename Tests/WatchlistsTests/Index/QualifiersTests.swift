import Testing

@testable import Watchlists

struct QualifiersTests {
  private func particulars(_ change: (inout Particulars) -> Void) -> Particulars {
    var particulars = Particulars()
    change(&particulars)
    return particulars
  }

  @Test(
    arguments: [
      [2007, 2007, 10], [2007, 2008, 10], [2007, 2009, -25], [nil, 2007, 0], [2007, nil, 0],
    ] as [[Int?]])
  func comparesYearsOfBuild(_ row: [Int?]) throws {
    let (ours, listed, points) = (row[0], row[1], try #require(row[2]))
    let qualifiers = Qualifiers(
      particulars { $0.built = ours }, against: particulars { $0.built = listed })
    #expect(qualifiers.points == points)
    #expect(qualifiers.agrees == (points > 0))
    #expect(qualifiers.differs == (points < 0))
  }

  @Test(arguments: [
    (10_000, 10_500, 10), (10_000, 11_500, 0), (10_000, 13_000, -20), (0, 10_000, 0),
    (Int.max, 10_000, 0),
  ])
  func comparesSizes(_ ours: Int, _ listed: Int, _ points: Int) {
    let qualifiers = Qualifiers(
      particulars { $0.grossTonnage = ours }, against: particulars { $0.grossTonnage = listed })
    #expect(qualifiers.points == points)
  }

  @Test(arguments: [
    ("crude tanker", "Crude Oil Tanker", 5), ("bulk carrier", "Crude Oil Tanker", -15),
    ("tug", "Crude Oil Tanker", 0), ("container", "General Cargo", 5),
  ])
  func comparesTypesAsFarAsRegistersAgree(_ ours: String, _ listed: String, _ points: Int) {
    let qualifiers = Qualifiers(
      particulars { $0.vesselType = ours }, against: particulars { $0.vesselType = listed })
    #expect(qualifiers.points == points)
  }

  @Test func anotherFlagSaysNothingAndAFormerOneAgrees() {
    let listed = particulars {
      $0.flag = "Russia"
      $0.formerFlags = ["Panama"]
    }
    #expect(Qualifiers(particulars { $0.flag = "PA" }, against: listed).points == 5)
    #expect(Qualifiers(particulars { $0.flag = "RU" }, against: listed).points == 5)
    #expect(Qualifiers(particulars { $0.flag = "LR" }, against: listed).points == 0)
    let company = particulars { $0.country = "China" }
    #expect(Qualifiers(particulars { $0.country = "CN" }, against: company).points == 5)
    #expect(
      Qualifiers(particulars { $0.country = "IR" }, against: company).words
        == ["country IR, listed as China -10"])
  }
}
