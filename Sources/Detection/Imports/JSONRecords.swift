import Maritime

/// One JSON object of a file that holds many, and where it begins.
struct JSONRecord {
  let line: Int
  let value: JSONValue
}

/// Finds the objects of a file: one a line, one alone, a list, or a list under a key of an object.
enum JSONRecords {
  /// The most objects that are read (our own default); a file beyond it is cut with a rejection.
  static let most = 5_000_000

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: The name for rejections.
  ///   - key: Where answers of a service have their list.
  /// - Returns: The objects in file order, and a rejection for each piece that is no JSON object.
  static func read(
    _ bytes: [UInt8], file: String, listKey key: String
  ) -> (records: [JSONRecord], rejections: [Rejection]) {
    do throws(JSONError) {
      return whole(try JSONValue(reading: bytes), bytes, file: file, key)
    } catch {
      if hasObjectOnALine(bytes) { return lines(bytes, file: file) }
      let problem = Rejection(
        reason: "bad-json", file: file, line: error.line, detail: error.message)
      return ([], [problem])
    }
  }

  /// Whether one of the first lines is an object alone, as in a file with one on each.
  ///
  /// The first may be damaged; and the lines of one indented object are none.
  private static func hasObjectOnALine(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: 0x0A, maxSplits: 64).prefix(64).contains { line in
      // A line that cannot be read is no whole object: why does not matter here.
      line.contains { $0 > 0x20 } && (try? JSONValue(reading: line))?.members != nil
    }
  }

  private static func whole(
    _ value: JSONValue, _ bytes: [UInt8], file: String, _ key: String
  ) -> (records: [JSONRecord], rejections: [Rejection]) {
    guard let elements = value.elements ?? value[key]?.elements else {
      return value.members == nil
        ? ([], [notAnObject(value, file, line: 1)]) : ([JSONRecord(line: 1, value: value)], [])
    }
    let starts = objectLines(bytes, depth: value.elements == nil ? 2 : 1)
    let objects = elements.count { $0.members != nil }
    var records: [JSONRecord] = []
    var rejections: [Rejection] = []
    for element in elements {
      // Objects elsewhere at the same depth would shift the lines; then the first has to do.
      let line =
        starts.count == objects && objects > 0
        ? starts[min(records.count, objects - 1)] : 1
      if element.members == nil {
        rejections.append(notAnObject(element, file, line: line))
      } else {
        records.append(JSONRecord(line: line, value: element))
      }
    }
    return (records, rejections)
  }

  /// The lines on which objects begin inside `depth` arrays and objects.
  private static func objectLines(_ bytes: [UInt8], depth wanted: Int) -> [Int] {
    var lines: [Int] = []
    var (line, depth) = (1, 0)
    var (isText, isEscaped) = (false, false)
    for byte in bytes {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: "{"):
        if depth == wanted { lines.append(line) }
        depth += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return lines
  }

  private static func lines(
    _ bytes: [UInt8], file: String
  ) -> (records: [JSONRecord], rejections: [Rejection]) {
    var records: [JSONRecord] = []
    var rejections: [Rejection] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      guard records.count < most else {
        rejections.append(
          Rejection(
            reason: "too-many-records", file: file, line: index + 1,
            detail: "the file has more than \(most); split it"))
        break
      }
      do throws(JSONError) {
        let value = try JSONValue(reading: line)
        if value.members == nil {
          rejections.append(notAnObject(value, file, line: index + 1))
        } else {
          records.append(JSONRecord(line: index + 1, value: value))
        }
      } catch {
        rejections.append(
          Rejection(reason: "bad-json", file: file, line: index + 1, detail: error.message))
      }
    }
    return (records, rejections)
  }

  private static func notAnObject(_ value: JSONValue, _ file: String, line: Int) -> Rejection {
    Rejection(
      reason: "bad-json", file: file, line: line,
      detail: "\(value.text.prefix(40)) is not a JSON object")
  }
}
