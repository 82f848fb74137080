package dev.muster.runtime.part;

/**
 * One thing that runs. Building it does no I/O; {@link #start} acts, {@link #check} answers without
 * waiting, {@link #close} frees what was made, also after a start that failed, and may be called
 * twice.
 */
public interface Part extends AutoCloseable {

  /** A short word for logs and health. */
  String name();

  /** Returns once it runs or has begun to; throws when it never will. */
  void start();

  Health check();

  @Override
  void close();
}
