import InputFiles
import Maritime
import Reporting
import Screening

/// The verdicts of a file that `screen --format json` wrote: an object, an array or one a line.
struct VerdictFile {
  let verdicts: [Verdict]

  /// Reads every verdict, and makes sure that each says all that the file says.
  ///
  /// - Throws: `WorkflowError.badInput` for a file that holds anything else, `InputFileError`.
  init(_ path: String) throws {
    let values = try Self.values(InputFile.readAll(path: path), path)
    guard !values.isEmpty else { throw Self.problem(path, "the file holds no verdict") }
    let reader = VerdictReader(catalog: .standard)
    verdicts = try values.enumerated().map { index, value in
      let place = values.count == 1 ? "" : "verdict \(index + 1): "
      do throws(VerdictError) {
        let verdict = try reader.verdict(value)
        try Self.check(verdict, says: value)
        return verdict
      } catch {
        throw Self.problem(path, place + error.description)
      }
    }
  }

  /// What is read must be all that was written, or a report would leave something out.
  private static func check(_ verdict: Verdict, says value: JSONValue) throws(VerdictError) {
    // A verdict always writes JSON; text that is none differs as a whole.
    let again = try? JSONValue(reading: verdict.json)
    guard let place = JSONDifference(value, again ?? .null).place else { return }
    throw VerdictError(
      place: place,
      message: "version \(engineVersion) of this program would not say that"
        + " (the verdict is by version \(verdict.digests.engine))")
  }

  private static func values(_ bytes: [UInt8], _ path: String) throws -> [JSONValue] {
    do throws(JSONError) {
      let value = try JSONValue(reading: bytes)
      return value.elements ?? [value]
    } catch {
      let lines = bytes.split(separator: 0x0A).filter { $0.contains { $0 > 0x20 } }
      guard lines.count > 1 else {
        throw problem(path, "line \(error.line): \(error.message)")
      }
      return try lines.enumerated().map { index, line in
        do throws(JSONError) {
          return try JSONValue(reading: line)
        } catch {
          throw problem(path, "line \(index + 1): \(error.message)")
        }
      }
    }
  }

  private static func problem(_ path: String, _ message: String) -> WorkflowError {
    .badInput(
      path: path, message: message, advice: "give a file that screen --format json wrote, unchanged"
    )
  }
}

/// The first place at which two JSON values differ.
struct JSONDifference {
  /// A path such as `findings[2].points`; `nil` for equal values.
  let place: String?

  init(_ a: JSONValue, _ b: JSONValue) { place = Self.place(a, b, "") }

  private static func place(_ a: JSONValue, _ b: JSONValue, _ path: String) -> String? {
    guard a != b else { return nil }
    switch (a, b) {
    case (.object(let own), .object):
      let prefix = path.isEmpty ? "" : path + "."
      for member in own {
        guard let other = b[member.key] else { return prefix + member.key }
        if let place = place(member.value, other, prefix + member.key) { return place }
      }
      // The order of keys says nothing; a key more on the other side does.
      let keys = Set(own.map(\.key))
      return b.members?.first { !keys.contains($0.key) }.map { prefix + $0.key }
    case (.array(let own), .array(let others)):
      for (index, pair) in zip(own, others).enumerated() {
        if let place = place(pair.0, pair.1, "\(path)[\(index)]") { return place }
      }
      return own.count == others.count ? nil : "\(path)[\(min(own.count, others.count))]"
    default: return path.isEmpty ? "verdict" : path
    }
  }
}
