import StrictYAML

extension MutationWalk {
  /// Changes what follows when the rule fires, or when it cannot be decided.
  mutating func changeHeader() {
    changeScore()
    if let floor = entry("floor", of: root) { leaveOut(floor, ["floor"]) }
    if let lookback = entry("lookback", of: root), let text = lookback.value.text {
      for other in AmountSteps(text).halfAndDouble {
        changeText(lookback.value, key: "lookback", to: other, ["lookback"])
      }
    }
    changeOnUnknown()
  }

  private mutating func changeScore() {
    guard let score = root["score"] else { return }
    for key in ["points", "per_extra", "max"] {
      guard let value = score[key], let number = value.text.flatMap({ Int($0) }) else { continue }
      for other in [number - 1, number + 1] {
        changeText(value, key: key, to: String(other), ["score", key])
      }
    }
    guard let decay = entry("decay", of: score), decay.value.text != "none" else { return }
    leaveOut(decay, ["score", "decay"])
    guard let halfLife = decay.value["half_life"], let text = halfLife.text else { return }
    for other in AmountSteps(text).halfAndDouble {
      changeText(halfLife, key: "half_life", to: other, ["score", "decay", "half_life"])
    }
  }

  /// Written or not, the rule does something when it cannot be decided.
  private mutating func changeOnUnknown() {
    let written = entry("on_unknown", of: root)
    let current = written?.value.text ?? written.map { _ in "skip" } ?? ""
    let span = written?.keySpan ?? entry("severity", of: root)?.keySpan ?? root.span
    for other in ["review", "fire"] where other != current {
      add(
        "`on_unknown` becomes `\(other)`", span, ["on_unknown"],
        YAMLNode(.scalar(other, isQuoted: false), span: span), words: "")
    }
    guard current != "skip" else { return }
    let reason = YAMLNode(.scalar("changed", isQuoted: false), span: span)
    let skip = YAMLNode(
      .mapping([YAMLEntry(key: "skip", keySpan: span, value: reason)]), span: span)
    add("`on_unknown` becomes `skip`", span, ["on_unknown"], skip, words: "")
  }

  private func entry(_ key: String, of node: YAMLNode) -> YAMLEntry? {
    node.entries?.first { $0.key == key }
  }
}
