import GRDB

/// The tables of a store of screenings.
enum ScreeningSchema {
  /// The name under which SQLite files of this kind are known: `PRTS`.
  static let applicationID = 0x5052_5453

  /// Every step that ever changed the tables, oldest first.
  ///
  /// A step that was released never changes.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration(runsStep) { database in
      try database.execute(sql: runs)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    migrator.registerMigration("2-log") { try $0.execute(sql: log) }
    migrator.registerMigration("3-subscribers") { try $0.execute(sql: subscribers) }
    migrator.registerMigration("4-neighbours") { try $0.execute(sql: neighbours) }
    return migrator
  }

  /// The name of the first step, for tests that stop there.
  static let runsStep = "1-runs"

  /// Times are milliseconds since 1970, points are tenths, a digest is SHA-256 of the content
  /// before it was packed.
  private static let runs = """
    CREATE TABLE content (
      digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
      size INTEGER NOT NULL CHECK (size >= 0),
      packed BLOB NOT NULL
    ) STRICT;
    CREATE TABLE alias (
      name TEXT PRIMARY KEY,
      digest TEXT NOT NULL REFERENCES content (digest)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      inputs TEXT NOT NULL CHECK (length(inputs) = 64),
      manifest TEXT NOT NULL REFERENCES content (digest),
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      as_of INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'done', 'abandoned')),
      vessels INTEGER NOT NULL CHECK (vessels >= 0)
    ) STRICT;
    CREATE INDEX run_by_inputs ON run (inputs);
    CREATE TABLE subject (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE verdict (
      run INTEGER NOT NULL REFERENCES run (id),
      subject INTEGER NOT NULL REFERENCES subject (id),
      position INTEGER NOT NULL,
      name TEXT,
      disposition TEXT NOT NULL,
      score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 1000),
      families INTEGER NOT NULL,
      inputs TEXT NOT NULL CHECK (length(inputs) = 64),
      facts TEXT NOT NULL REFERENCES content (digest),
      body TEXT NOT NULL REFERENCES content (digest),
      carried INTEGER NOT NULL CHECK (carried IN (0, 1)),
      PRIMARY KEY (run, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX verdict_by_inputs ON verdict (subject, inputs);
    CREATE INDEX verdict_by_body ON verdict (body);
    CREATE TABLE finding (
      run INTEGER NOT NULL,
      subject INTEGER NOT NULL,
      rule TEXT NOT NULL,
      version INTEGER NOT NULL,
      points INTEGER NOT NULL,
      regimes TEXT NOT NULL,
      PRIMARY KEY (run, subject, rule),
      FOREIGN KEY (run, subject) REFERENCES verdict (run, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE bystander (
      run INTEGER NOT NULL REFERENCES run (id),
      facts TEXT NOT NULL REFERENCES content (digest),
      PRIMARY KEY (run, facts)
    ) STRICT, WITHOUT ROWID;
    """

  /// What a run takes over, and what else its verdicts depend on.
  ///
  /// `origin` is the run that a verdict was taken over from, whose findings are its own; `radios`
  /// says which hull used which radio. A neighbour was not screened, and its facts count for those
  /// that were; older runs have bystanders instead.
  private static let neighbours = """
    ALTER TABLE verdict ADD COLUMN origin INTEGER;
    ALTER TABLE run ADD COLUMN radios TEXT;
    CREATE TABLE neighbour (
      run INTEGER NOT NULL REFERENCES run (id),
      key TEXT NOT NULL,
      facts TEXT NOT NULL REFERENCES content (digest),
      PRIMARY KEY (run, key)
    ) STRICT, WITHOUT ROWID;
    """

  private static let log = """
    CREATE TABLE log (
      number INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      act TEXT NOT NULL,
      before TEXT NOT NULL CHECK (length(before) = 64),
      digest TEXT NOT NULL CHECK (length(digest) = 64)
    ) STRICT;
    CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
      BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER log_is_never_shortened BEFORE DELETE ON log
      BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    """

  private static let subscribers = """
    CREATE TABLE subscriber (
      address TEXT PRIMARY KEY,
      told INTEGER NOT NULL CHECK (told >= 0)
    ) STRICT, WITHOUT ROWID;
    """
}
