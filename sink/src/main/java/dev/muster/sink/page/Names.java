package dev.muster.sink.page;

/** How people are called in a sentence. */
final class Names {
  private Names() {}

  /** {@code anna} of {@code anna@shop.example}. */
  static String brief(String email) {
    int at = email.indexOf('@');
    return at < 1 ? email : email.substring(0, at);
  }
}
