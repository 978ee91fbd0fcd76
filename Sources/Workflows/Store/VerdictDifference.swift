import Maritime
import Reporting

/// Compares two verdicts by the inputs they name, then by everything else they say.
struct VerdictDifference {
  let found: ReplayReport.Difference

  private static let inputs = [
    "engine", "rules", "policy", "lists", "facts", "gazetteer", "exceptions", "decisions",
  ]

  /// Compares texts; `parts` names what differs within an input.
  init(_ pinned: String, _ now: String, parts: [String: [String]] = [:]) {
    // Texts that are no JSON differ as a whole.
    guard let old = try? JSONValue(reading: Array(pinned.utf8)[...]),
      // The same for the other one.
      let new = try? JSONValue(reading: Array(now.utf8)[...])
    else {
      found = ReplayReport.Difference(input: "verdict", pinned: pinned, now: now)
      return
    }
    for input in Self.inputs where old["digests"]?[input] != new["digests"]?[input] {
      found = ReplayReport.Difference(
        input: input, pinned: old["digests"]?[input]?.string ?? "none",
        now: new["digests"]?[input]?.string ?? "none", parts: parts[input] ?? [])
      return
    }
    let key = old.members?.first { new[$0.key] != $0.value }?.key ?? "verdict"
    found = ReplayReport.Difference(
      input: key, pinned: Self.short(old[key]), now: Self.short(new[key]))
  }

  private static func short(_ value: JSONValue?) -> String {
    let text = value?.text ?? "nothing"
    return text.utf8.count <= 80 ? text : Digest(of: text).description
  }
}
