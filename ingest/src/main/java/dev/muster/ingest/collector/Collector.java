package dev.muster.ingest.collector;

/** Reads one tool's own payload; pure. */
public interface Collector {

  /** The last part of its path, {@code alertmanager}. */
  String tool();

  /** How long a payload may be. */
  default Size size() {
    return Size.MESSAGE;
  }

  Reading read(Incoming incoming);

  /** Each has a limit of its own, see the settings. */
  enum Size {
    /** Read as a whole. */
    MESSAGE,
    /** Read as a stream, however long. */
    REPORT
  }
}
