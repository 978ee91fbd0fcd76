import Foundation
import Maritime
import Mustache
import Screening

/// Verdicts as one HTML file that needs nothing beside itself: no request, no script.
///
/// The templates escape all that a list or a feed said. A content security policy forbids whatever
/// is not in the file, and names the style sheet by its digest.
public struct HTMLPage: Sendable {
  /// The whole file.
  public let text: String

  /// The most vessels of one file; more are for a program to read (our own default).
  public static let mostVessels = 100

  /// Lays out verdicts, one after the other, with the same land on each map.
  ///
  /// - Precondition: the templates of this program are well formed, as a test shows.
  public init(_ reports: [VesselReport], land: MapLand? = nil) {
    let style = Self.style(of: reports)
    let drawing = EmbeddedTemplate.drawingStyle.text
    let view = PageView(
      title: Self.title(of: reports), style: style,
      styleDigest: Self.base64(Digest(of: style)), drawingStyle: drawing,
      drawingStyleDigest: Self.base64(Digest(of: drawing)),
      engine: reports.first?.verdict.digests.engine ?? "", isSeveral: reports.count > 1,
      vessels: reports.enumerated().map { VesselView($1, number: $0 + 1, land: land) },
      disclaimer: "It says what the named inputs show, and is no legal advice.")
    guard let page = Self.templates.render(view, withTemplate: EmbeddedTemplate.page.rawValue)
    else {
      preconditionFailure("the template of the page must be there")
    }
    // A control character in a name must not reorder or hide what a reader sees.
    text = TerminalText.safe(page)
  }

  static let templates: MustacheLibrary = {
    var templates = MustacheLibrary()
    for template in EmbeddedTemplate.allCases where template.rawValue.hasSuffix(".mustache") {
      do {
        try templates.register(template.text, named: template.rawValue)
        let stem = template.rawValue.split(separator: ".")[0]
        let short = stem.hasPrefix("report-") ? String(stem.dropFirst(7)) : String(stem)
        try templates.register(template.text, named: short)
      } catch {
        preconditionFailure("\(template.rawValue) must be well formed: \(error)")
      }
    }
    return templates
  }()

  private static func title(of reports: [VesselReport]) -> String {
    guard let verdict = reports.first?.verdict, reports.count == 1 else {
      let noun = reports.allSatisfy { $0.verdict.company == nil } ? "vessel" : "subject"
      return "Sanctions screening of \(reports.count.counted(noun))"
    }
    return "\(verdict.title): \(verdict.disposition.rawValue)"
  }

  /// The style sheet with the footer of printed pages, which holds digests and no outside word.
  private static func style(of reports: [VesselReport]) -> String {
    let digests = reports.map(\.verdict.digests)
    func short(_ name: String, _ digest: (VerdictDigests) -> String) -> String? {
      let all = Set(digests.map(digest))
      guard let only = all.first, all.count == 1 else { return nil }
      return "\(name) \(only.filter(\.isHexDigit).prefix(12))"
    }
    let footer = [
      short("facts", \.facts), short("rules", \.rules), short("policy", \.policy),
      short("lists", \.lists),
    ].compactMap(\.self).joined(separator: " · ")
    return EmbeddedTemplate.style.text.replacing("{{footer}}", with: footer)
  }

  /// The SHA-256 as content security policies write it.
  private static func base64(_ digest: Digest) -> String {
    Data(digest.bytes).base64EncodedString()
  }
}
