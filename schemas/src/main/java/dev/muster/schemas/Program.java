package dev.muster.schemas;

/** Who writes and reads topics. */
public enum Program {
  INGEST,
  STREAMS,
  SINK,
  /** {@code muster apply}. */
  APPLY
}
