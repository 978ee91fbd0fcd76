import Maritime

extension Disposition {
  /// What it asks of the reader.
  var advice: String {
    switch self {
    case .prohibited: "do not deal"
    case .escalate: "a person with authority must decide"
    case .review: "a person should look before you deal"
    case .inconclusive: "what must be known is not; not the same as clear"
    case .monitor: "deal, and keep watching"
    case .clear: "nothing speaks against the vessel"
    }
  }

  /// The word in capitals, for a headline.
  var headline: String { rawValue.uppercased() }

  var tone: Paint.Tone {
    switch self {
    case .prohibited, .escalate: .red
    case .review: .yellow
    case .inconclusive: .cyan
    case .monitor: .blue
    case .clear: .green
    }
  }
}
