import Foundation
import Maritime
import Testing

@testable import Workflows

struct PDFPrinterTests {
  static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/weasyprint")

  @Test(
    .enabled(if: isInstalled, "WeasyPrint is not installed: apt-get install weasyprint"),
    arguments: ["<p>One</p>"])
  func printsTheSameBytesForTheSamePage(_ html: String) throws {
    let day = UTCTime(seconds: 1_700_000_000)
    let pdf = try PDFPrinter.pdf(of: html, dated: day)
    #expect(pdf.starts(with: Array("%PDF-".utf8)))
    #expect(try PDFPrinter.pdf(of: html, dated: day) == pdf)
  }

  @Test(.enabled(if: !isInstalled))
  func saysWhatToInstall() {
    #expect {
      _ = try PDFPrinter.pdf(of: "<p>One</p>", dated: UTCTime(seconds: 0))
    } throws: { error in
      Problem(error).text(isColored: false).contains("apt-get install weasyprint")
    }
  }
}
