import Detection
import Foundation
import Maritime
import Testing

/// `docs/facts.md` says of fields and parameters what the code says.
@Suite(.serialized) struct FactsPageTests {
  private let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/facts.md")

  private let kinds: [FactKind] = [
    Gap.schema.kind, Anomaly.schema.kind, Encounter.schema.kind, FlagChange.schema.kind,
    VesselIdentity.schema.kind, IdentityChange.schema.kind, Loitering.schema.kind,
    Observation.schema.kind, PortCall.schema.kind, CargoHandling.discharge.kind,
    CargoHandling.loading.kind, DarkEncounter.schema.kind, DraughtChange.schema.kind,
    Holding.schema.kind, Inspection.schema.kind, OwnershipChange.schema.kind, Paper.schema.kind,
    Party.schema.kind,
    Sighting.schema.kind, VesselCover.schema.kind, Voyage.schema.kind, ZoneTransit.schema.kind,
  ]

  @Test func namesEveryField() throws { try check("fields", fields) }

  @Test func namesEveryParameter() throws { try check("parameters", parameters) }

  private var fields: String {
    kinds.sorted { $0.name < $1.name }.map { kind in
      let rows = kind.fields.map { field in
        "| `\(field.name)` | \(words(field.type))\(field.isOptional ? ", may be missing" : "") "
          + "| \(field.summary) |"
      }
      return
        (["### " + kind.name, "", kind.summary, "", "| field | holds | meaning |", "|---|---|---|"]
        + rows).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private var parameters: String {
    let rows = DetectionParameter.all.map {
      "| `\($0.name)` | \($0.standard) | \($0.meaning) | \($0.source) |"
    }
    return (["| name | default | meaning | source |", "|---|---|---|---|"] + rows)
      .joined(separator: "\n")
  }

  private func words(_ type: FieldType) -> String {
    switch type {
    case .quantity(let dimension): dimension.rawValue
    case .word(let words): words.map { "`\($0)`" }.joined(separator: " ")
    case .bool: "true or false"
    default: "\(type)"
    }
  }

  /// Compares a part of the page, or rewrites it with `RECORD_SNAPSHOTS=1`.
  private func check(_ name: String, _ expected: String) throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    let marks = ["<!-- from the code: \(name) -->\n", "\n<!-- end -->"]
    let start = try #require(text.range(of: marks[0])).upperBound
    let end = try #require(text.range(of: marks[1], range: start..<text.endIndex)).lowerBound
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try (text[..<start] + expected + text[end...]).description
        .write(to: page, atomically: true, encoding: .utf8)
    } else {
      #expect(String(text[start..<end]) == expected, "run RECORD_SNAPSHOTS=1 swift test")
    }
  }
}
