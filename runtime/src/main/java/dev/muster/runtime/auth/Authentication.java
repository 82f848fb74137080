package dev.muster.runtime.auth;

/** What a request's credentials amount to. */
public sealed interface Authentication {

  /** Proven. */
  record Known(Identity identity) implements Authentication {}

  /** None were given. */
  record Missing() implements Authentication {}

  /**
   * They prove nothing.
   *
   * @param why one sentence for the one who asks; tells nothing of what tokens there are
   */
  record Refused(String why) implements Authentication {}
}
