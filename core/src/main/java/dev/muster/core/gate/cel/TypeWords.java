package dev.muster.core.gate.cel;

import dev.muster.core.gate.cel.MustCompiler.Fault;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parser and the type checker say, in words that need no knowledge of CEL. */
final class TypeWords {
  private static final Pattern OPERATOR =
      Pattern.compile(
          "found no matching overload for '(?:_(\\W+|in)_|(\\w+))' applied to '(.*)'(?: \\(.*)?",
          Pattern.DOTALL);
  private static final Pattern INPUT =
      Pattern.compile(
          "(?:mismatched input|extraneous input|no viable alternative at input"
              + "|token recognition error at:) ('.*?')(?: expecting .*)?",
          Pattern.DOTALL);
  private static final Pattern TWO = Pattern.compile("\\(([^,]+), ([^,]+)\\)");
  private static final Pattern EXPECTED =
      Pattern.compile("expected type '([^']+)' but found '([^']+)'");
  private static final String ADVICE = "compare like with like";

  private static final Map<String, String> WORDS =
      Map.of(
          "double", "a number",
          "string", "a text",
          "bool", "true or false",
          "google.protobuf.Timestamp", "an instant",
          "timestamp", "an instant",
          "google.protobuf.Duration", "a span",
          "duration", "a span",
          "list(string)", "a list of texts",
          "list(double)", "a list of numbers");

  private TypeWords() {}

  static Fault fault(Fault said) {
    Matcher input = INPUT.matcher(said.message());
    if (input.matches()) {
      return new Fault(
          said.line(),
          said.column(),
          "something that cannot stand at " + input.group(1),
          input.group(1).startsWith("'= ")
              ? "compare with =="
              : "for instance values.seconds < 60");
    }
    Matcher operator = OPERATOR.matcher(said.message());
    if (operator.matches()) {
      Matcher two = TWO.matcher(operator.group(3));
      if (operator.group(1) != null && two.matches()) {
        return with(
            said,
            operator.group(1) + " between " + word(two.group(1)) + " and " + word(two.group(2)));
      }
      String name = operator.group(1) == null ? operator.group(2) : operator.group(1);
      return with(said, name + " does not go with " + operator.group(3));
    }
    Matcher expected = EXPECTED.matcher(said.message());
    return expected.matches()
        ? with(said, word(expected.group(2)) + " where " + word(expected.group(1)) + " is needed")
        : said;
  }

  private static Fault with(Fault said, String message) {
    return new Fault(said.line(), said.column(), message, ADVICE);
  }

  private static String word(String type) {
    return WORDS.getOrDefault(type, type);
  }
}
