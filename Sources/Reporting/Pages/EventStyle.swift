import Maritime

/// How a kind of fact is named and coloured in drawings.
///
/// Colour is never all that tells kinds apart: every cited fact has a number, and every lane of the
/// timeline a name.
struct EventStyle {
  /// The class in the style sheet.
  let name: String
  /// The words of a legend or a lane.
  let title: String

  /// The kinds that are drawn, in the order of lanes and legends.
  private static let all: [(kind: String, style: EventStyle)] = [
    ("ais_gap", EventStyle(name: "gap", title: "AIS gap")),
    ("port_call", EventStyle(name: "port", title: "Port call")),
    ("encounter", EventStyle(name: "meeting", title: "Encounter")),
    ("dark_encounter", EventStyle(name: "meeting", title: "Possible dark encounter")),
    ("loitering", EventStyle(name: "loitering", title: "Loitering")),
    ("anomaly", EventStyle(name: "anomaly", title: "Anomaly of positions")),
    ("sighting", EventStyle(name: "sighting", title: "Sighting")),
    ("draught_change", EventStyle(name: "cargo", title: "Draught change")),
    ("loading", EventStyle(name: "cargo", title: "Loading")),
    ("discharge", EventStyle(name: "cargo", title: "Discharge")),
    ("paper", EventStyle(name: "cargo", title: "Cargo paper")),
    ("zone_transit", EventStyle(name: "other", title: "Zone transit")),
    ("voyage", EventStyle(name: "other", title: "Voyage")),
    ("inspection", EventStyle(name: "other", title: "Inspection")),
    ("identity_change", EventStyle(name: "other", title: "Identity change")),
    ("flag_change", EventStyle(name: "other", title: "Flag change")),
    ("ownership_change", EventStyle(name: "other", title: "Ownership change")),
  ]

  /// The kinds that a timeline has lanes for, in order.
  static let kinds = all.map(\.kind)

  /// The style of a kind.
  init(of kind: FactKind) { self.init(of: kind.name) }

  init(of kind: String) {
    self =
      Self.all.first { $0.kind == kind }?.style
      ?? EventStyle(name: "other", title: kind.replacing("_", with: " "))
  }

  private init(name: String, title: String) {
    self.name = name
    self.title = title
  }
}
