package dev.muster.sink.release;

/** What may be released or not: one service, or all of a system. */
public sealed interface Subject {
  String name();

  /** Its key in topics. */
  String key();

  /** One service. */
  record OneService(String name) implements Subject {
    @Override
    public String key() {
      return name;
    }
  }

  /** All services of a system; the worst counts. */
  record WholeSystem(String name) implements Subject {
    @Override
    public String key() {
      return "system/" + name;
    }
  }
}
