import StrictYAML
import Testing

struct NearestNameTests {
  @Test(arguments: [
    ("duraton", "duration"),
    ("lenght", "length"),  // neighbours swapped
    ("colour", nil),
  ])
  func findsWhatWasMeant(_ name: String, meant: String?) {
    #expect(nearestName(to: name, in: ["length", "duration", "start"]) == meant)
  }
}
