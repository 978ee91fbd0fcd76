import GRDB
import Maritime

extension ScreeningStore {
  /// The verdicts of a run in their order, with their findings.
  ///
  /// - Throws: `StorageError` when the store cannot be read or contradicts itself.
  public func verdicts(of run: Int64) throws(StorageError) -> [StoredVerdict] {
    try read { database in
      let findings = try Self.findings(of: run, in: database)
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT verdict.*, subject.key AS key FROM verdict
          JOIN subject ON subject.id = verdict.subject WHERE run = ? ORDER BY position
          """, arguments: [run])
      var verdicts: [StoredVerdict] = []
      while let row = try rows.next() {
        verdicts.append(
          try Self.verdict(row, findings[row["subject"] as Int64] ?? [], path: path))
      }
      return verdicts
    }
  }

  /// The digests of the verdicts of a run, in their order.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func bodyDigests(of run: Int64) throws(StorageError) -> [String] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT body FROM verdict WHERE run = ? ORDER BY position",
        arguments: [run])
    }
  }

  /// The run that first had exactly this verdict, and the verdict; `nil` when none had.
  ///
  /// - Throws: `StorageError` when the store cannot be read or contradicts itself.
  public func verdict(
    body digest: String
  ) throws(StorageError) -> (run: Int64, verdict: StoredVerdict)? {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT verdict.*, subject.key AS key FROM verdict
          JOIN subject ON subject.id = verdict.subject WHERE body = ? ORDER BY run LIMIT 1
          """, arguments: [digest])
      return try row.map { (run: $0["run"], verdict: try Self.verdict($0, [], path: path)) }
    }
  }

  static func insert(_ verdict: StoredVerdict, of run: Int64, into database: Database) throws {
    try database.cachedStatement(sql: "INSERT OR IGNORE INTO subject (key) VALUES (?)")
      .execute(arguments: [verdict.subject])
    let subject = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM subject WHERE key = ?"),
      arguments: [verdict.subject])
    try database.cachedStatement(
      sql: """
        INSERT INTO verdict (run, subject, position, name, disposition, score, families, inputs,
          facts, body, carried) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      run, subject, verdict.position, verdict.name, verdict.disposition.rawValue, verdict.score,
      verdict.families, verdict.inputs, verdict.facts, verdict.body, verdict.isCarried,
    ])
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO finding (run, subject, rule, version, points, regimes)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    for finding in verdict.findings {
      try statement.execute(arguments: [
        run, subject, finding.rule, finding.version, finding.points,
        finding.regimes.joined(separator: " "),
      ])
    }
  }

  private static func findings(
    of run: Int64, in database: Database
  ) throws -> [Int64: [StoredVerdict.Finding]] {
    var found: [Int64: [StoredVerdict.Finding]] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT finding.* FROM verdict JOIN finding ON finding.subject = verdict.subject
        AND finding.run = coalesce(verdict.origin, verdict.run)
        WHERE verdict.run = ? ORDER BY finding.subject, finding.rule
        """, arguments: [run])
    while let row = try rows.next() {
      found[row["subject"] as Int64, default: []].append(finding(row))
    }
    return found
  }

  static func finding(_ row: Row) -> StoredVerdict.Finding {
    StoredVerdict.Finding(
      rule: row["rule"], version: row["version"], points: row["points"],
      regimes: (row["regimes"] as String).split(separator: " ").map(String.init))
  }

  private static func verdict(
    _ row: Row, _ findings: [StoredVerdict.Finding], path: String
  ) throws -> StoredVerdict {
    guard let disposition = Disposition(rawValue: row["disposition"] as String) else {
      throw StorageError(.damaged, path: path, detail: "unknown disposition")
    }
    return StoredVerdict(
      subject: row["key"], position: row["position"], name: row["name"],
      disposition: disposition, score: row["score"], families: row["families"],
      findings: findings, inputs: row["inputs"], facts: row["facts"], body: row["body"],
      isCarried: row["carried"])
  }
}

extension ScreeningStore {
  /// The latest verdict of each vessel in a finished run, by vessel.
  ///
  /// - Throws: `StorageError` when the store cannot be read or contradicts itself.
  public func latestVerdicts() throws(StorageError) -> [StoredVerdict] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT verdict.*, subject.key AS key, max(run) FROM verdict
          JOIN subject ON subject.id = verdict.subject
          JOIN run ON run.id = verdict.run AND run.state = 'done'
          GROUP BY verdict.subject ORDER BY key
          """)
      return try rows.map { try verdict($0, in: database) }
    }
  }
  /// Reads the verdict of a row that names its vessel `key`, with its findings.
  func verdict(_ row: Row, in database: Database) throws -> StoredVerdict {
    let findings = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT * FROM finding WHERE run = ? AND subject = ? ORDER BY rule"),
      arguments: [row["origin"] as Int64? ?? row["run"] as Int64, row["subject"] as Int64])
    return try Self.verdict(row, findings.map(Self.finding), path: path)
  }
}
