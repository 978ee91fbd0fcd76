import Maritime

/// Turns whole messages into positions, static reports and rejections.
extension NMEADecoder {
  /// Reads a message; whatever is wrong with it first is why it is rejected.
  mutating func readMessage(_ bits: MessageBits, time: Int64?) {
    let type = bits.unsigned(0, 6)
    counts.messages[type] += 1
    do {
      switch type {
      case 1, 2, 3, 18, 19, 27: try readPosition(bits, type: type, time: time ?? baseTime)
      case 5, 24: try readStatic(bits, type: type, time: time ?? baseTime)
      default:
        counts.rejectedMessages += 1
        rejections.add(messageType: type, line: line)
      }
    } catch {
      counts.rejectedMessages += 1
      rejections.add(error, line: line)
    }
  }

  private mutating func readPosition(
    _ bits: MessageBits, type: Int, time: Int64?
  ) throws(NMEAFault) {
    let mmsi = try sender(bits)
    // Type 19 also has particulars, which count even when it has no position.
    if type == 19 {
      let particulars = try particulars(bits, type: type, mmsi: mmsi)
      if let time { add(particulars, mmsi: mmsi, time: time) }
    }
    let message = try positionMessage(bits, type: type)
    guard let time else { throw .noTime }
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
    _ bits: MessageBits, type: Int, time: Int64?
  ) throws(NMEAFault) {
    let mmsi = try sender(bits)
    let particulars = try particulars(bits, type: type, mmsi: mmsi)
    guard let time else { throw .noTime }
    add(particulars, mmsi: mmsi, time: time)
    counts.staticMessages += 1
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

  private mutating func add(_ particulars: Particulars, mmsi: UInt32, time: Int64) {
    reports.add(
      StaticReport(time: time, mmsi: mmsi, line: line, file: file, particulars: particulars))
  }

  private func sender(_ bits: MessageBits) throws(NMEAFault) -> UInt32 {
    guard bits.count >= 38 else { throw .shortMessage }
    guard let mmsi = MMSI(UInt32(bits.unsigned(8, 30))) else { throw .invalidMMSI }
    return mmsi.value
  }
}
