import Maritime
import Testing

@Test(
  arguments: [
    (0, 10, 10, 20, true),  // the last instant counts
    (0, 9, 10, 20, false),
    (20, 30, 10, 20, false),  // the window's end does not
    (19, 30, 10, 20, true),
    (12, 13, 10, 20, true),
    (0, nil, 10, 20, true),
    (20, nil, 10, 20, false),
  ] as [(Int, Int?, Int, Int, Bool)])
func meetsAWindow(_ start: Int, _ end: Int?, _ from: Int, _ to: Int, meets: Bool) {
  let span = TimeSpan(start: UTCTime(seconds: start), end: end.map { UTCTime(seconds: $0) })
  #expect(span.meets(from: UTCTime(seconds: from), to: UTCTime(seconds: to)) == meets)
}
