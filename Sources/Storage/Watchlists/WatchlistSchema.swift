import GRDB

/// The tables of `watchlists.sqlite`.
enum WatchlistSchema {
  /// The name under which SQLite files of this kind are known: `PRTQ`.
  static let applicationID = 0x5052_5451

  /// Every step that ever changed the tables, oldest first.
  ///
  /// A step that was released never changes.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1-snapshots") { database in
      try database.execute(sql: firstTables)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    migrator.registerMigration("2-downloads") { database in
      try database.execute(sql: downloads)
    }
    return migrator
  }

  /// The files that were fetched and imported, by address.
  private static let downloads = """
    CREATE TABLE download (
      address TEXT PRIMARY KEY,
      etag TEXT,
      last_modified TEXT,
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      size INTEGER NOT NULL CHECK (size > 0)
    ) STRICT, WITHOUT ROWID;
    """

  /// Times are milliseconds since 1970.
  ///
  /// Numbers and dates that screening asks for have columns; what a
  /// report only shows is JSON.
  private static let firstTables = """
    CREATE TABLE snapshot (
      id INTEGER PRIMARY KEY,
      list TEXT NOT NULL,
      publisher TEXT NOT NULL,
      format TEXT NOT NULL,
      regimes TEXT NOT NULL,
      regimes_without_vessels TEXT NOT NULL,
      has_dates INTEGER NOT NULL CHECK (has_dates IN (0, 1)),
      published INTEGER NOT NULL,
      published_basis TEXT NOT NULL,
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      entries INTEGER NOT NULL CHECK (entries > 0),
      vessels INTEGER NOT NULL CHECK (vessels BETWEEN 0 AND entries),
      rejections INTEGER NOT NULL CHECK (rejections >= 0),
      UNIQUE (list, digest)
    ) STRICT;
    CREATE INDEX snapshot_by_date ON snapshot (list, published);
    CREATE TABLE designation (
      id INTEGER PRIMARY KEY,
      snapshot INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      entry TEXT NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      regime TEXT NOT NULL,
      authority TEXT NOT NULL,
      imo INTEGER,
      mmsi INTEGER,
      listed_from INTEGER,
      delisted_at INTEGER,
      details TEXT NOT NULL,
      UNIQUE (snapshot, position)
    ) STRICT;
    CREATE INDEX designation_by_imo ON designation (imo) WHERE imo IS NOT NULL;
    CREATE INDEX designation_by_mmsi ON designation (mmsi) WHERE mmsi IS NOT NULL;
    CREATE INDEX designation_by_name ON designation (name);
    CREATE TABLE rejection (
      snapshot INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      reason TEXT NOT NULL,
      file TEXT NOT NULL,
      line INTEGER NOT NULL,
      detail TEXT,
      PRIMARY KEY (snapshot, position)
    ) STRICT, WITHOUT ROWID;
    """
}
