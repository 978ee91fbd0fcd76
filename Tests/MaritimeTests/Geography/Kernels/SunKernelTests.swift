import Maritime
import Testing

struct SunKernelTests {
  /// Published times, to the minute, in UTC.
  ///
  /// Sources: Birmingham and Boston, US Naval Observatory, rise and set for one day; Golden, NREL
  /// TP-560-34302 (the example of its solar position algorithm); Wayne, Almanac for Computers 1990;
  /// Sydney, timeanddate.com.
  @Test(arguments: [
    ("Birmingham", 33.53, -86.81, "2013-11-17T12:21Z", true),
    ("Birmingham", 33.53, -86.81, "2013-11-17T22:43Z", false),
    ("Boston", 42.3, -71.1, "2014-02-12T11:45Z", true),
    ("Golden", 39.742_476, -105.1786, "2003-10-17T13:12:43Z", true),
    ("Golden", 39.742_476, -105.1786, "2003-10-18T00:20:19Z", false),
    ("Wayne", 40.9, -74.3, "1990-06-25T09:26Z", true),
    ("Sydney", -33.87, 151.21, "2019-12-14T18:38Z", true),
    ("Sydney", -33.87, 151.21, "2019-12-15T09:01Z", false),
    ("Sydney", -33.87, 151.21, "2019-12-31T09:09Z", false),
  ])
  func agreesWithPublishedTimes(
    _ place: String, _ latitude: Double, _ longitude: Double, _ time: String, _ isSunrise: Bool
  ) throws {
    let published = try #require(UTCTime(time)).milliseconds
    let night = { (time: Int64) in isNight(latitude: latitude, longitude: longitude, at: time) }
    // Half a minute of the table's rounding and a minute of ours.
    #expect(night(published - 90_000) == isSunrise)
    #expect(night(published + 90_000) != isSunrise)
  }

  @Test(arguments: [(80.0, "2024-06-21"), (-80.0, "2024-12-21")])
  func knowsThePolarDay(_ latitude: Double, _ day: String) throws {
    let midnight = try #require(UTCTime(day + "T00:00Z")).milliseconds
    for hour in 0..<24 {
      let time = midnight + Int64(hour) * 3_600_000
      #expect(!isNight(latitude: latitude, longitude: 20, at: time))
      #expect(isNight(latitude: -latitude, longitude: 20, at: time))
    }
  }
}
