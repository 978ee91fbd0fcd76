import Maritime

/// Makes a list from the records of one XML file, each as soon as it is read.
protocol XMLListReader {
  /// The names of the elements that are records.
  static var records: Set<String> { get }

  init(_ file: WatchlistFile, as format: WatchlistFormat)

  /// Takes the next record, in file order.
  mutating func take(_ record: XMLRecords.Record)

  /// The list, once the file is read.
  func list(with rootAttributes: [String: String]) -> UnpublishedList
}

/// Reads XML files of which each is a list.
func readEachXML<Reader: XMLListReader>(
  _ files: [WatchlistFile], as format: WatchlistFormat, with type: Reader.Type
) -> WatchlistFormat.Reading {
  var reading = WatchlistFormat.Reading()
  for file in files {
    var reader = Reader(file, as: format)
    switch XMLRecords.read(file, named: Reader.records, { reader.take($0) }) {
    case .success(let attributes): reading.lists.append(reader.list(with: attributes))
    case .failure(let problem): reading.problems.append(problem.rejection)
    }
  }
  return reading
}
