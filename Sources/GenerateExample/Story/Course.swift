import Foundation
import Maritime

/// The course in degrees from one point of the chart to another.
///
/// The C library's arctangent may differ in the last bit between machines; the file holds tenths.
func course(from: Place, to: Place) -> Double {
  let east = (to.longitude - from.longitude) * cosineOfDegrees(from.latitude)
  let degrees = atan2(east, to.latitude - from.latitude) * 180 / .pi
  return degrees < 0 ? degrees + 360 : degrees
}
