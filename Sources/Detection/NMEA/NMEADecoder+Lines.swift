/// Finds the sentence in a line and what is said about it.
extension NMEADecoder {
  mutating func readLine(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    counts.lines += 1
    guard let first = range.first else {
      counts.blankLines += 1
      return
    }
    switch bytes[first] {
    case UInt8(ascii: "!"): readSentence(bytes, range, stamp: announced)
    case UInt8(ascii: "\\"): readTagged(bytes, range, stamp: announced)
    case UInt8(ascii: "$"): readOther(bytes, range)
    case UInt8(ascii: "#"): counts.commentLines += 1
    default: readPrefixed(bytes, range)
    }
  }

  /// Reads a line whose sentence follows something that a logger wrote.
  private mutating func readPrefixed(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard let start = firstIndex(of: UInt8(ascii: "!"), in: bytes, range) else {
      return rejectLine(.notNMEA)
    }
    let backslash = firstIndex(of: UInt8(ascii: "\\"), in: bytes, range.lowerBound..<start)
    var stamp = announced
    stamp.refine(Stamp(prefix: bytes, range.lowerBound..<(backslash ?? start)))
    if let backslash {
      readTagged(bytes, backslash..<range.upperBound, stamp: stamp)
    } else {
      readSentence(bytes, start..<range.upperBound, stamp: stamp)
    }
  }

  /// Reads one or more tag blocks and the sentence after them; alone, they are about the next line.
  private mutating func readTagged(_ bytes: Span<UInt8>, _ range: Range<Int>, stamp: Stamp) {
    let backslash = UInt8(ascii: "\\")
    var own = Stamp()
    var rest = range
    while let start = rest.first, bytes[start] == backslash {
      let inside = start + 1..<range.upperBound
      guard let end = firstIndex(of: backslash, in: bytes, inside) else {
        return rejectLine(.badTagBlock)
      }
      if let block = Stamp(tagBlock: bytes, start + 1..<end) {
        own.refine(block)
      } else {
        counts.untrustedTagBlocks += 1
      }
      rest = bytes.trimmed(end + 1..<range.upperBound)
    }
    let (grouped, isTimeOfGroup) = groups.complete(own, line: line)
    var stamp = stamp
    stamp.refine(grouped)
    switch rest.first.map({ bytes[$0] }) {
    case nil:
      counts.tagBlockLines += 1
      announced = stamp
    case UInt8(ascii: "$"): readOther(bytes, rest)
    case UInt8(ascii: "!"):
      if isTimeOfGroup { counts.groupedTimes += 1 }
      readSentence(bytes, rest, stamp: stamp)
    default: rejectLine(.notNMEA)
    }
  }

  /// Reads a line that starts with `$`: a time line, or a sentence that is not AIS.
  private mutating func readOther(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard TimeLine.matches(bytes, range) else {
      announced = Stamp()
      return rejectLine(.otherSentence)
    }
    guard let time = TimeLine.time(bytes, range) else { return rejectLine(.badTimeLine) }
    counts.timeLines += 1
    announced.time = time
  }

  private mutating func readSentence(_ bytes: Span<UInt8>, _ range: Range<Int>, stamp: Stamp) {
    announced = Stamp()
    if let report = PositionSentence(bytes, range) {
      counts.sentences += 1
      return readReport(report, stamp)
    }
    do {
      let sentence = try NMEASentence(bytes, range)
      counts.sentences += 1
      var stamp = stamp
      if stamp.time == nil { stamp.refine(Stamp(trailer: bytes, sentence.trailer)) }
      assemble(sentence, stamp)
    } catch {
      rejectLine(error)
    }
  }

  private mutating func assemble(_ sentence: NMEASentence, _ stamp: Stamp) {
    if sentence.total == 1 {
      readMessage(sentence.bits, stamp)
    } else if let whole = assembler.add(sentence, stamp: stamp, line: line) {
      counts.assembledMessages += 1
      readMessage(whole.bits, whole.stamp)
    }
    rejectAbandonedParts()
  }

  /// Counts the parts that the assembler gave up.
  mutating func rejectAbandonedParts() {
    for line in assembler.abandonedLines {
      counts.incompleteParts += 1
      rejections.add(.incompleteMessage, line: line)
    }
    assembler.abandonedLines.removeAll(keepingCapacity: true)
  }

  private mutating func rejectLine(_ fault: NMEAFault) {
    counts.rejectedLines += 1
    rejections.add(fault, line: line)
  }
}
