import Maritime
import StrictYAML

/// A way in which a publisher writes a watchlist.
public struct WatchlistFormat: Sendable {
  /// What was made of the files of one format.
  struct Reading: Sendable {
    /// The lists that the files hold.
    var lists: [UnpublishedList] = []
    /// Files that are no whole list, and why.
    var problems: [Rejection] = []
    /// What the author of a house list should mend.
    var diagnostics: [Diagnostic] = []
  }

  /// The name that `--as` accepts, in kebab case.
  public let id: String
  /// One sentence for the reference page.
  public let summary: String
  /// Who publishes it, unless the file says otherwise.
  public let publisher: String
  /// The regimes whose entries a list of this format holds all of, sorted.
  public let regimes: [String]
  /// The regimes of `regimes` of which it names no vessels, because the publisher lists them apart.
  public let regimesWithoutVessels: [String]
  /// Whether its entries say since when they are listed.
  public let hasDates: Bool
  /// Whether a file has the shape of this format.
  let recognises: @Sendable (WatchlistFile) -> Bool
  /// Reads all files of this format that were given together.
  let read: @Sendable ([WatchlistFile], WatchlistFormat) -> Reading

  init(
    id: String, summary: String, publisher: String, regimes: [String],
    regimesWithoutVessels: [String] = [], hasDates: Bool,
    recognises: @escaping @Sendable (WatchlistFile) -> Bool,
    read: @escaping @Sendable ([WatchlistFile], WatchlistFormat) -> Reading
  ) {
    self.id = id
    self.summary = summary
    self.publisher = publisher
    self.regimes = regimes
    self.regimesWithoutVessels = regimesWithoutVessels
    self.hasDates = hasDates
    self.recognises = recognises
    self.read = read
  }

  /// Every format, sorted by `id`.
  ///
  /// The order is also that in which a file is tried.
  public static let all: [WatchlistFormat] = [
    .canadianList, .danishEUVessels, .euFinancialCSV, .euFinancialXML, .euJournal,
    .followTheMoneyList, .houseListCSV, .houseListYAML, .ofacAdvancedXML, .ofacLists, .ofacXML,
    .openSanctionsTable, .swissList, .ukSanctionsListCSV, .ofsiConsolidatedList,
    .ukSanctionsListXML, .unConsolidatedList,
  ]

  /// Finds the format of a file from its content.
  ///
  /// Returns `nil` when it is no watchlist that this program knows.
  public static func recognise(_ file: WatchlistFile) -> WatchlistFormat? {
    all.first { $0.recognises(file) }
  }

  /// Finds a format by its id.
  public static func named(_ id: String) -> WatchlistFormat? { all.first { $0.id == id } }
}
