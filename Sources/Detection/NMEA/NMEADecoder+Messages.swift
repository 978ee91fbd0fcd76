import Maritime

/// Turns whole messages into positions, static reports and rejections.
extension NMEADecoder {
  /// Reads a message; whatever is wrong with it first is why it is rejected.
  mutating func readMessage(_ bits: MessageBits, _ stamp: Stamp) {
    let type = bits.unsigned(0, 6)
    counts.messages[type] += 1
    do {
      switch type {
      case 1, 2, 3, 18, 19, 27: try readPosition(bits, type: type, stamp)
      case 5, 24: try readStatic(bits, type: type, stamp)
      default:
        if type == 4 { compareClock(bits, stamp) }
        counts.rejectedMessages += 1
        rejections.add(messageType: type, line: line)
      }
    } catch {
      counts.rejectedMessages += 1
      rejections.add(error, line: line)
    }
  }

  /// Reads a position report in its usual form.
  mutating func readReport(_ report: PositionSentence, _ stamp: Stamp) {
    let type = report.unsigned(0, 6)
    counts.messages[type] += 1
    do {
      let mmsi = try sender(report)
      let message = try PositionMessage(report, type == 18 ? .classB : .classA)
      try keep(message, of: mmsi, stamp)
    } catch {
      counts.rejectedMessages += 1
      rejections.add(error, line: line)
    }
  }

  private mutating func readPosition(
    _ bits: MessageBits, type: Int, _ stamp: Stamp
  ) throws(NMEAFault) {
    let mmsi = try sender(bits)
    // Type 19 also has particulars, which count even when it has no position.
    if type == 19 {
      let particulars = try particulars(bits, type: type, mmsi: mmsi)
      if let time = stamp.time ?? baseTime {
        add(particulars, mmsi: mmsi, time: time, stamp.station)
      }
    }
    try keep(try positionMessage(bits, type: type), of: mmsi, stamp)
  }

  private mutating func keep(
    _ message: PositionMessage, of mmsi: UInt32, _ stamp: Stamp
  ) throws(NMEAFault) {
    guard let time = stamp.time ?? baseTime else {
      throw stamp.isClockUnset ? .clockNotSet : .noTime
    }
    positionStations.append(clocks.note(stamp.station, at: time, line: line))
    positions.append(
      Position(
        time: time, latitudeE7: message.latitudeE7, longitudeE7: message.longitudeE7, mmsi: mmsi,
        line: line, file: file, speedTenths: message.speedTenths,
        courseTenths: message.courseTenths, headingDegrees: message.headingDegrees,
        statusCode: message.statusCode, transceiver: message.transceiver))
  }

  private func positionMessage(
    _ bits: MessageBits, type: Int
  ) throws(NMEAFault) -> PositionMessage {
    switch type {
    case 27: try PositionMessage(longRange: bits)
    case 18, 19: try PositionMessage(bits, .classB)
    default: try PositionMessage(bits, .classA)
    }
  }

  private mutating func readStatic(
    _ bits: MessageBits, type: Int, _ stamp: Stamp
  ) throws(NMEAFault) {
    let mmsi = try sender(bits)
    let time = stamp.time ?? baseTime
    // Most vessels say what they said before: then the text need not be read again.
    if type == 5, let time, isRepeated(bits, by: mmsi, at: time, stamp.station) { return }
    let particulars = try particulars(bits, type: type, mmsi: mmsi)
    guard let time else { throw stamp.isClockUnset ? .clockNotSet : .noTime }
    add(particulars, mmsi: mmsi, time: time, stamp.station, digest: type == 5 ? bits.digest : nil)
    counts.staticMessages += 1
  }

  private mutating func isRepeated(
    _ bits: MessageBits, by mmsi: UInt32, at time: Int64, _ station: Station
  ) -> Bool {
    let index = clocks.index(of: station, line: line)
    guard reports.extend(mmsi, station: index, digest: bits.digest, time: time, line: line) else {
      return false
    }
    _ = clocks.note(station, at: time, line: line)
    counts.staticMessages += 1
    return true
  }

  /// Compares the time that a base station sends in type 4 with that which the receiver stamped.
  ///
  /// Source: ITU-R M.1371-5, annex 8, table 51; a base station without a time sends zeros.
  private mutating func compareClock(_ bits: MessageBits, _ stamp: Stamp) {
    guard let time = stamp.time, bits.count >= 78,
      let day = CivilDate(
        year: bits.unsigned(38, 14), month: bits.unsigned(52, 4), day: bits.unsigned(56, 5)),
      bits.unsigned(61, 5) < 24, bits.unsigned(66, 6) < 60, bits.unsigned(72, 6) < 60
    else { return }
    let minutes = (day.daysSince1970 * 24 + bits.unsigned(61, 5)) * 60 + bits.unsigned(66, 6)
    let sent = Int64(minutes * 60 + bits.unsigned(72, 6)) * 1000
    clocks.note(report: sent, by: stamp.station, at: time, line: line)
  }

  /// What the vessel says of itself now: types 19 and 24 tell a part, the rest stays as it was.
  private func particulars(
    _ bits: MessageBits, type: Int, mmsi: UInt32
  ) throws(NMEAFault) -> Particulars {
    if type == 5 { return try Particulars(voyageData: bits) }
    var particulars = reports.latest(mmsi)
    if type == 19 {
      try particulars.update(extendedReport: bits)
    } else {
      try particulars.update(classBData: bits, mmsi: mmsi)
    }
    return particulars
  }

  private mutating func add(
    _ particulars: Particulars, mmsi: UInt32, time: Int64, _ station: Station,
    digest: UInt64? = nil
  ) {
    reports.add(
      StaticReport(time: time, mmsi: mmsi, line: line, file: file, particulars: particulars),
      station: clocks.note(station, at: time, line: line), digest: digest)
  }

  private func sender(_ bits: some MessageFields) throws(NMEAFault) -> UInt32 {
    guard bits.count >= 38 else { throw .shortMessage }
    guard let mmsi = MMSI(UInt32(bits.unsigned(8, 30))) else { throw .invalidMMSI }
    return mmsi.value
  }
}
