package dev.muster.runtime.part;

/** How a part is; a reason is one sentence for a person, without secrets. */
public sealed interface Health {

  /** Works as it should. */
  record Up() implements Health {}

  /** Not able to work now, and trying: starting, or a neighbour is away. */
  record Starting(String reason) implements Health {}

  /** Works, with something wrong that an operator should know. */
  record Degraded(String reason) implements Health {}

  /** Does not work and will not by itself: a restart may help. */
  record Down(String reason) implements Health {}

  static Health up() {
    return new Up();
  }

  /** Whether work may be sent to it. */
  default boolean ready() {
    return this instanceof Up || this instanceof Degraded;
  }

  /** Empty when all is well. */
  default String why() {
    if (this instanceof Starting starting) {
      return starting.reason();
    } else if (this instanceof Degraded degraded) {
      return degraded.reason();
    } else if (this instanceof Down down) {
      return down.reason();
    }
    return "";
  }

  /** {@code up}, {@code starting}, {@code degraded} or {@code down}. */
  default String word() {
    if (this instanceof Up) {
      return "up";
    } else if (this instanceof Starting) {
      return "starting";
    } else if (this instanceof Degraded) {
      return "degraded";
    }
    return "down";
  }
}
