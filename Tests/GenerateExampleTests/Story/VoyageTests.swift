import Maritime
import Testing

@testable import GenerateExample

@Suite struct VoyageTests {
  private static let voyages = Example.scenes.flatMap(\.voyages)

  @Test func sailsAtTheSpeedOfAMerchantVessel() {
    for voyage in Self.voyages where voyage.vessel.kind != .fishing {
      for leg in voyage.legs {
        #expect((8.5...14).contains(leg.knots), "\(voyage.vessel.name) \(leg.period): \(leg.knots)")
      }
    }
  }

  @Test func saysNothingInASilence() {
    for voyage in Self.voyages {
      let heard = voyage.reports.map(\.time)
      #expect(!heard.contains { time in voyage.silences.contains { $0.contains(time) } })
    }
  }

  @Test func claimsToBeElsewhereOnlyWhileDisplaced() throws {
    let casio = try #require(Self.voyages.first { $0.displacement != nil })
    let displacement = try #require(casio.displacement)
    for report in casio.reports {
      let isFarSouth = report.place.latitude < 34
      #expect(isFarSouth == displacement.period.contains(report.time))
    }
  }

  @Test func reportsInTheOrderOfTime() {
    for voyage in Self.voyages {
      let times = voyage.reports.map(\.time)
      #expect(times == times.sorted())
    }
  }
}
