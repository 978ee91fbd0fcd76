/// Where a layout has the columns that a row without oddities is read from, one after the other.
///
/// Most rows of most feeds have no quotes and plain numbers. They are read from known places; any
/// other row is left to the reader that looks at one field after the other and knows what to say
/// of it.
struct PlainColumns {
  fileprivate let mmsi: Int
  fileprivate let time: Int
  fileprivate let latitude: Int
  fileprivate let longitude: Int
  fileprivate let speed: Int
  fileprivate let course: Int
  fileprivate let heading: Int
  fileprivate let status: Int
  fileprivate let transceiver: Int
  /// Columns side by side that describe the vessel.
  fileprivate let statics: [Range<Int>]
  private let count: Int

  /// Finds the columns; `nil` when the layout has some that only the other reader knows.
  init?(_ columns: [FeedColumn?]) {
    let others: [FeedColumn] = [.courseSine, .courseCosine, .mobile]
    guard !columns.contains(where: { $0.map(others.contains) ?? false }) else { return nil }
    func place(_ column: FeedColumn) -> Int { columns.firstIndex(of: column) ?? -1 }
    mmsi = place(.mmsi)
    time = place(.time)
    latitude = place(.latitude)
    longitude = place(.longitude)
    speed = place(.speed)
    course = place(.course)
    heading = place(.heading)
    status = place(.status)
    transceiver = place(.transceiver)
    var statics: [Range<Int>] = []
    for index in columns.indices where columns[index]?.isStatic ?? false {
      if let last = statics.last, last.upperBound == index {
        statics[statics.count - 1] = last.lowerBound..<index + 1
      } else {
        statics.append(index..<index + 1)
      }
    }
    self.statics = statics
    count = columns.count
  }

  /// Whether a row has a field for every column.
  func fit(_ delimiters: Int) -> Bool { delimiters >= count - 1 }
}

/// One row whose fields lie between delimiters.
struct PlainRow {
  let base: UnsafePointer<UInt8>
  let start: Int
  /// Where each field ends, the last one too.
  let ends: UnsafeMutablePointer<Int32>

  /// The fields at some places, with the delimiters between them.
  @inline(__always)
  private func fields(_ first: Int, through last: Int) -> FieldBytes {
    let from = first == 0 ? start : Int(ends[first - 1]) + 1
    return FieldBytes(base: base + from, count: Int(ends[last]) - from)
  }

  @inline(__always)
  private func field(_ column: Int) -> FieldBytes { fields(column, through: column) }

  /// The values of the row; `nil` when any is not plain.
  @inline(__always)
  func values(_ columns: PlainColumns, _ clock: inout FeedClock) -> RowValues? {
    var values = RowValues()
    guard let mmsi = mmsi(field(columns.mmsi)), let time = clock.plain(field(columns.time)),
      place(field(columns.latitude), 900_000_000, none: 910_000_000, &values.latitude),
      place(field(columns.longitude), 1_800_000_000, none: 1_810_000_000, &values.longitude),
      measure(columns.speed, 1, below: 1023, &values.speed),
      measure(columns.course, 1, below: 3600, &values.course),
      measure(columns.heading, 0, below: 360, &values.heading)
    else { return nil }
    values.mmsi = mmsi
    values.time = time
    if columns.status >= 0 { values.takePlainStatus(field(columns.status)) }
    if columns.transceiver >= 0 { values.takeTransceiver(field(columns.transceiver)) }
    for range in columns.statics {
      values.staticHash = digest(
        fields(range.lowerBound, through: range.upperBound - 1), values.staticHash)
    }
    return values
  }

  @inline(__always)
  private func mmsi(_ field: FieldBytes) -> UInt32? {
    guard field.count == 9, let eight = decimal(field.base, 8) else { return nil }
    let last = field.base[8] &- 48
    let value = UInt32(truncatingIfNeeded: eight) &* 10 &+ UInt32(last)
    return last <= 9 && value > 0 ? value : nil
  }

  /// A latitude or longitude; an empty field and the sentinel leave it out.
  @inline(__always)
  private func place(
    _ field: FieldBytes, _ limit: Int64, none: Int64, _ value: inout Int32?
  ) -> Bool {
    if field.isEmpty { return true }
    guard let number = field.plainNumber(digits: 7) else { return false }
    if number == none { return true }
    guard number.magnitude <= limit else { return false }
    value = Int32(truncatingIfNeeded: number)
    return true
  }

  /// A speed, course or heading; beyond its range it is "not available".
  @inline(__always)
  private func measure(
    _ column: Int, _ digits: Int, below limit: Int64, _ value: inout UInt16
  ) -> Bool {
    guard column >= 0 else { return true }
    let field = field(column)
    if field.isEmpty { return true }
    guard let number = field.plainNumber(digits: digits) else { return false }
    value = number >= 0 && number < limit ? UInt16(truncatingIfNeeded: number) : .max
    return true
  }

  /// Digests bytes eight at a time, so that a changed description is seen at once.
  @inline(__always)
  private func digest(_ field: FieldBytes, _ start: UInt64) -> UInt64 {
    var hash = start ^ (UInt64(field.count) &* 0x9E37_79B9_7F4A_7C15)
    var index = 0
    while index + 8 <= field.count {
      hash = (hash ^ eightBytes(field.base + index)) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 32
      index += 8
    }
    let rest = field.count - index
    if rest > 0 {
      hash ^= eightBytes(field.base + index) &<< UInt64(64 &- 8 &* rest)
    }
    hash = hash &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 29)
  }
}
