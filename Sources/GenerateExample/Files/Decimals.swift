/// A number with a fixed count of decimals and a point, whatever the locale.
func decimal(_ number: Double, digits: Int) -> String {
  let scale = (0..<digits).reduce(1) { power, _ in power * 10 }
  let scaled = Int((number * Double(scale)).rounded())
  let fraction = String(scaled.magnitude % UInt(scale) + UInt(scale)).dropFirst()
  return (scaled < 0 ? "-" : "") + "\(scaled.magnitude / UInt(scale)).\(fraction)"
}

/// A count of tenths as a decimal number.
func tenths(_ count: Int) -> String { "\(count / 10).\(count % 10)" }
