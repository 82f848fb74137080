package dev.muster.ingest.collector;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/**
 * XML without its sections of character data and its comments, and with long attributes cut: a
 * parser gathers each of them whole, and programs' output of any length stands in them.
 */
final class LeanXml extends FilterReader {
  private static final int LONGEST_ATTRIBUTE = 4096;
  private static final String DATA = "![CDATA[";
  private static final String COMMENT = "!--";
  private static final int NO_QUOTE = 0;

  private final PushbackReader from;
  private boolean inTag;
  private int quote = NO_QUOTE;
  private int quoted;
  private boolean inEntity;

  LeanXml(Reader in) {
    this(new PushbackReader(in, DATA.length()));
  }

  private LeanXml(PushbackReader in) {
    super(in);
    this.from = in;
  }

  @Override
  public int read() throws IOException {
    for (int c = from.read(); c >= 0; c = from.read()) {
      if (inTag) {
        if (goesOn(c)) {
          return c;
        }
      } else if (c != '<') {
        return c;
      } else if (follows(DATA)) {
        skip("]]>");
      } else if (follows(COMMENT)) {
        skip("-->");
      } else {
        inTag = true;
        return c;
      }
    }
    return -1;
  }

  /** Whether a character of a tag does: in an attribute only the first ones. */
  private boolean goesOn(int c) {
    if (quote == NO_QUOTE) {
      inTag = c != '>';
      quote = c == '"' || c == '\'' ? c : NO_QUOTE;
      quoted = 0;
      return true;
    } else if (c == quote) {
      quote = NO_QUOTE;
      inEntity = false;
      return true;
    }
    quoted++;
    boolean kept = quoted <= LONGEST_ATTRIBUTE || inEntity;
    if (kept && c == '&') {
      inEntity = true;
    } else if (c == ';') {
      inEntity = false;
    }
    return kept;
  }

  /** Whether these characters come next; they are taken when they do. */
  private boolean follows(String text) throws IOException {
    char[] next = new char[text.length()];
    int length = 0;
    for (int c; length < next.length && (c = from.read()) >= 0; ) {
      next[length++] = (char) c;
      if (c != text.charAt(length - 1)) {
        break;
      }
    }
    if (text.contentEquals(new String(next, 0, length))) {
      return true;
    }
    from.unread(next, 0, length);
    return false;
  }

  /** To behind the next of them, or to the end. */
  private void skip(String end) throws IOException {
    int met = 0;
    for (int c; met < end.length() && (c = from.read()) >= 0; ) {
      if (c == end.charAt(met)) {
        met++;
      } else if (!(c == end.charAt(0) && met == end.length() - 1)) {
        // One more of the first sign, as in "]]]>", begins no new end but lengthens this one.
        met = c == end.charAt(0) ? 1 : 0;
      }
    }
  }

  @Override
  public int read(char[] into, int start, int most) throws IOException {
    int count = 0;
    for (int c; count < most && (c = read()) >= 0; count++) {
      into[start + count] = (char) c;
    }
    return count == 0 && most > 0 ? -1 : count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
