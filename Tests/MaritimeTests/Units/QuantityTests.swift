import Maritime
import Testing

struct QuantityTests {
  @Test(
    arguments: [
      (.duration, 45_000_000, "12 h 30 min"),
      (.duration, 43_200_000, "12 h"),
      (.duration, 90_000, "1 min 30 s"),
      (.duration, 60_000, "1 min"),
      (.duration, 999, "0 s"),
      (.duration, -45_000_000, "-12 h 30 min"),
      (.duration, 259_200_000, "3 d"),
      (.duration, 262_800_000, "3 d 1 h"),
      (.duration, 255_600_000, "71 h"),
      (.months, 24, "2 y"),
      (.months, 18, "18 mo"),
      (.months, 0, "0 mo"),
      (.length, 555_600, "0.3 nm"),
      (.length, 1_852_000, "1 nm"),
      (.length, 1_851_999, "1 nm"),
      (.length, 2_315_000_000, "1,250 nm"),
      (.metre, 12_349, "12.3 m"),
      (.metre, -1500, "-1.5 m"),
      (.speed, 102_300, "102.3 kn"),
      (.volume, 500_000_000, "500,000 bbl"),
      (.mass, 5_020_000, "5,020 t"),
      (.ratio, 333_333, "0.33"),
      (.ratio, 995_000, "1"),
      (.ratio, 0, "0"),
      (.count, 1_234_567, "1,234,567"),
      (.count, -1000, "-1,000"),
      (.angle, 454_321_000, "45.4321 deg"),
    ] as [(Dimension, Int64, String)])
  func readsAsAPersonWritesIt(_ dimension: Dimension, _ steps: Int64, _ text: String) {
    #expect(Quantity(dimension, steps: steps).description == text)
  }

  @Test func roundsToTheNearestStepAndRefusesWhatDoesNotFit() {
    let hour = Dimension.duration.units[0]
    #expect(Quantity(.duration, 0.1, unit: hour)?.steps == 360_000)
    #expect(Quantity(.duration, .nan, unit: hour) == nil)
    #expect(Quantity(.duration, .infinity, unit: hour) == nil)
    #expect(Quantity(.duration, 1e18, unit: hour) == nil)
  }

  @Test func cutsWhatNoShipCanDo() {
    #expect(Quantity.length(metres: -1).steps == 0)
    #expect(Quantity.length(metres: 1e12) == Quantity.length(metres: 1e9))
    #expect(Quantity.speed(knots: 12.3456).steps == 12_346)
  }
}
