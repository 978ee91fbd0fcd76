import Foundation
import Maritime
import Screening
import TestSupport
import Testing
import Watchlists

@testable import Reporting

struct HTMLPageTests {
  private static let land = MapLand(
    CoastlineTable.read(
      Array(
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":
        {"type":"Polygon","coordinates":[[[130,40],[135,40],[135,45],[130,45],[130,40]]]}}]}
        """.utf8), file: "land.geojson"
    ).polygons)

  private static let track = [(42.0, 131.0), (43.5, 132.5)].enumerated().compactMap { hour, place in
    Coordinate(latitude: place.0, longitude: place.1).map {
      VesselReport.TrackPoint(time: UTCTime(seconds: 1_767_225_600 + hour * 3600), position: $0)
    }
  }

  private static func page(_ verdicts: [Verdict] = [SampleVerdicts.prohibited]) -> String {
    HTMLPage(verdicts.map { VesselReport($0, track: track) }, land: land).text
  }

  /// The one vessel whose name tries everything.
  private static let evil = page([SampleVerdicts.clear])

  @Test func isTheSameEveryTime() throws {
    #expect(Self.page() == Self.page())
    try expectSnapshot(Self.page(), "maia.html")
  }

  @Test(arguments: [
    "PROHIBITED", "MAIA-1", "IMO 9358010", "Dark for 40 h", "ofac-sdn entry 36215",
    "7c1ea2b300000000", "un-designated", "Rules that found nothing (1)", "flag-hopping v1",
    "70110c7000000000", "2026-03-01 12:00 UTC", "Piracy area", "circle-spoofing",
    "aria-label=\"Map of the vessel&#39;s track", "<svg class=\"timeline\"", "BIMCO AIS",
  ])
  func saysWhatTheVerdictSays(_ words: String) {
    #expect(Self.page().contains(words))
  }

  /// A name such as `=HYPERLINK("evil"), ␛[31mRED` is text, and moves no cursor.
  @Test func escapesWhatAListOrAFeedSaid() {
    #expect(Self.evil.contains("=HYPERLINK(&quot;evil&quot;), \u{fffd}[31mRED"))
    #expect(!Self.evil.contains("HYPERLINK(\"evil\")"))
    #expect(!Self.evil.contains("\u{1b}"))
  }

  @Test(arguments: [
    "<script", "http-equiv=\"refresh\"", "<img", "<link", "<iframe", "@import", "url(", "src=",
    " onload", "style=\"", "{{", "}}}",
  ])
  func asksForNothingOutside(_ text: String) {
    #expect(!Self.page().contains(text))
    #expect(!Self.evil.contains(text))
  }

  /// The policy allows the two style sheets of the file by their digests, and nothing else.
  @Test func allowsOnlyItsOwnStyle() throws {
    let page = Self.page()
    let policy = try #require(page.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)).1
    #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
    let styles = page.matches(of: /<style>([^<]*)<\/style>/).map { String($0.1) }
    #expect(styles.count >= 2)
    for style in Set(styles) {
      let digest = Data(Digest(of: style).bytes).base64EncodedString()
      #expect(policy.contains("'sha256-\(digest)'"))
    }
  }

  @Test func listsSeveralVessels() {
    let page = Self.page([
      SampleVerdicts.prohibited, SampleVerdicts.clear, SampleVerdicts.monitored,
    ])
    #expect(page.contains("<a href=\"#vessel-3\">Unnamed vessel</a>"))
    #expect(page.contains("<title>Sanctions screening of 3 vessels</title>"))
    #expect(page.matches(of: /<article\s/).count == 3)
  }

  /// Every element that is opened is closed, in order.
  @Test func isWellFormed() throws {
    var open: [Substring] = []
    for tag in Self.page().matches(of: /<(\/?)([a-zA-Z0-9]+)[^>]*?(\/?)>/) {
      let name = tag.output.2
      if ["meta", "br"].contains(name) || !tag.output.3.isEmpty { continue }
      if tag.output.1.isEmpty {
        open.append(name)
      } else {
        #expect(open.popLast() == name)
      }
    }
    #expect(open == [])
  }

  @Test func hasOnlyWellFormedTemplates() {
    for template in EmbeddedTemplate.allCases { #expect(!template.text.isEmpty) }
  }
}
