package dev.muster.ingest.collector;

/** Reads one tool's own payload; pure. */
public interface Collector {

  /** The last part of its path, {@code alertmanager}. */
  String tool();

  Reading read(Incoming incoming);
}
