package dev.muster.sink.past;

/** The log could not be read now; the message is a sentence for whoever asked. */
public final class CannotRead extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotRead(String sentence) {
    super(sentence);
  }

  CannotRead(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** What to tell. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
