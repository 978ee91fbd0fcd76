import Maritime

/// The values of one row as they are read, column by column.
struct RowValues {
  var time: Int64?
  var mmsi: UInt32 = 0
  var latitude: Int32?
  var longitude: Int32?
  var speed: UInt16 = .max
  var heading: UInt16 = .max
  var status: UInt8 = .max
  var transceiver = Position.Transceiver.unknown
  /// A digest of the bytes that describe the vessel, to see at once whether they changed.
  var staticHash: UInt64 = 0
  /// The course as its own column has it.
  var course: UInt16 = .max
  private var sine: Double?
  private var cosine: Double?

  /// Takes a field; returns the reason to reject the row when the field cannot be what it should.
  @inline(__always)
  mutating func take(_ column: FeedColumn, _ field: FieldBytes, _ clock: inout FeedClock) -> String?
  {
    switch column {
    case .mmsi: takeMMSI(field)
    case .time: takeTime(field, &clock)
    case .latitude: takeLatitude(field)
    case .longitude: takeLongitude(field)
    case .speed: takeSpeed(field)
    case .course: takeCourse(field)
    case .heading: takeHeading(field)
    case .status: takeStatus(field)
    case .transceiver: takeTransceiver(field)
    case .mobile: takeMobile(field)
    case .courseSine: takeShare(field, into: \.sine)
    case .courseCosine: takeShare(field, into: \.cosine)
    default: takeStatic(field)
    }
  }

  /// The course in tenths of a degree, from its own column or from its sine and cosine.
  var courseTenths: UInt16 {
    guard course == .max, let sine, let cosine, sine != 0 || cosine != 0 else { return course }
    return UInt16((bearing(sine: sine, cosine: cosine) * 10).rounded()) % 3600
  }

  private mutating func takeMMSI(_ field: FieldBytes) -> String? {
    guard let whole = field.whole ?? wholeWithFraction(field), (1...999_999_999).contains(whole)
    else { return "bad-mmsi" }
    mmsi = UInt32(whole)
    return nil
  }

  /// Spreadsheets and data frames write whole numbers as `219000001.0`.
  private func wholeWithFraction(_ field: FieldBytes) -> UInt64? {
    field.scaled(digits: 0).flatMap { UInt64(exactly: $0) }
  }

  private mutating func takeTime(_ field: FieldBytes, _ clock: inout FeedClock) -> String? {
    time = clock.read(field)
    return time == nil ? "bad-time" : nil
  }

  private mutating func takeLatitude(_ field: FieldBytes) -> String? {
    if field.isEmpty { return nil }
    guard let value = field.scaled(digits: 7) else { return "bad-latitude" }
    if value == 910_000_000 { return nil }
    guard (-900_000_000...900_000_000).contains(value) else { return "latitude-off-earth" }
    latitude = Int32(value)
    return nil
  }

  private mutating func takeLongitude(_ field: FieldBytes) -> String? {
    if field.isEmpty { return nil }
    guard let value = field.scaled(digits: 7) else { return "bad-longitude" }
    if value == 1_810_000_000 { return nil }
    guard (-1_800_000_000...1_800_000_000).contains(value) else { return "longitude-off-earth" }
    longitude = Int32(value)
    return nil
  }

  /// 102.3 kn is "not available"; a vessel faster than 102.2 kn does not exist (ITU-R M.1371).
  private mutating func takeSpeed(_ field: FieldBytes) -> String? {
    if field.isEmpty { return nil }
    guard let tenths = field.scaled(digits: 1) else { return "bad-speed" }
    speed = (0...1022).contains(tenths) ? UInt16(tenths) : .max
    return nil
  }

  /// 360 is "not available" (ITU-R M.1371), and so is anything beyond.
  private mutating func takeCourse(_ field: FieldBytes) -> String? {
    if field.isEmpty { return nil }
    guard let tenths = field.scaled(digits: 1) else { return "bad-course" }
    course = (0..<3600).contains(tenths) ? UInt16(tenths) : .max
    return nil
  }

  /// 511 is "not available" (ITU-R M.1371).
  private mutating func takeHeading(_ field: FieldBytes) -> String? {
    if field.isEmpty { return nil }
    guard let degrees = field.scaled(digits: 0) else { return "bad-heading" }
    heading = (0..<360).contains(degrees) ? UInt16(degrees) : .max
    return nil
  }

  /// 15 is "not defined", which says no more than an empty field or a word that is not known.
  private mutating func takeStatus(_ field: FieldBytes) -> String? {
    if let code = field.whole ?? field.code(in: FeedWords.statuses), code < 15 {
      status = UInt8(code)
    }
    return nil
  }

  /// One digit is read at once; any other status as ever.
  @inline(__always)
  mutating func takePlainStatus(_ field: FieldBytes) {
    if field.count == 1, field.base[0] &- 48 <= 9 {
      status = field.base[0] &- 48
    } else {
      _ = takeStatus(field)
    }
  }

  /// Base stations, aids to navigation and the like send no vessel's position.
  private mutating func takeMobile(_ field: FieldBytes) -> String? {
    if field.isEmpty { return nil }
    guard let code = field.code(in: FeedWords.mobiles) else { return "not-a-vessel-station" }
    transceiver = code == 0 ? .classA : .classB
    return nil
  }

  @discardableResult
  mutating func takeTransceiver(_ field: FieldBytes) -> String? {
    guard field.count == 1 else { return nil }
    if field.base[0] | 0x20 == UInt8(ascii: "a") { transceiver = .classA }
    if field.base[0] | 0x20 == UInt8(ascii: "b") { transceiver = .classB }
    return nil
  }

  private mutating func takeShare(
    _ field: FieldBytes, into share: WritableKeyPath<RowValues, Double?>
  ) -> String? {
    guard !field.isEmpty else { return nil }
    guard let value = field.scaled(digits: 9) else { return "bad-course" }
    self[keyPath: share] = Double(value) / 1e9
    return nil
  }

  @inline(__always)
  private mutating func takeStatic(_ field: FieldBytes) -> String? {
    var hash = staticHash ^ (UInt64(field.count) &* 0x9E37_79B9_7F4A_7C15)
    for index in 0..<field.count {
      hash = (hash ^ UInt64(field.base[index])) &* 0x0000_0100_0000_01B3
    }
    staticHash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return nil
  }
}
