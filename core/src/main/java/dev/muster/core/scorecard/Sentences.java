package dev.muster.core.scorecard;

import dev.muster.core.gate.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** One plain sentence for people from a reason's code and values; pages and command line use it. */
public final class Sentences {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Map<String, String> values;

  private Sentences(Map<String, String> values) {
    this.values = values;
  }

  /** Of a reason. */
  public static String of(Reason reason) {
    return new Sentences(reason.values()).sentence(reason.code());
  }

  /** Of a reason as it is written in a record; an unknown code stands for itself. */
  public static String of(String code, Map<String, String> values) {
    return Arrays.stream(Reason.Code.values())
        .filter(known -> known.name().equals(code))
        .findFirst()
        .map(known -> new Sentences(values).sentence(known))
        .orElse(code);
  }

  /** {@code 22 Nov 2026 17:12 UTC}. */
  public static String minute(Instant at) {
    return MINUTE.format(at);
  }

  /** Of a score. */
  public static String of(Score score) {
    return "passed "
        + score.passed()
        + " of "
        + score.apply()
        + " that apply; "
        + score.waived()
        + " waived; "
        + score.onPersonsWord()
        + " of the "
        + score.passed()
        + " on a person's word";
  }

  private String sentence(Reason.Code code) {
    return switch (code) {
      case PROVEN -> what() + " was proven on " + said() + until() + failures() + nothings();
      case NONE_SEEN -> "No such " + what() + " was seen in the last " + span("limit") + '.';
      case NEVER_SEEN -> what() + " was never seen.";
      case SEEN_ELSEWHERE -> elsewhere();
      case PROVED_NOTHING -> nothing();
      case PERSONS_WORD_ONLY ->
          what()
              + " needs a machine's proof; what came on "
              + when("time")
              + " is a person's word.";
      case NO_DATASET -> "No dataset declared, though the service keeps data.";
      case NOT_CONNECTED -> "Nothing brings this to the gates, so it cannot be shown.";
      case NOT_HEARD -> unheard();
      case FIGURES_LACK, FIGURES_SAY_NOT -> figures(code) + '.';
      case FIGURES_SAY_SO -> figures(code) + still();
      case FIGURES_TOO_OLD -> figures(code) + "; that held until " + when("expires") + '.';
      case DID_NOT_SUCCEED ->
          what() + " ended " + value("outcome") + " on " + said() + '.' + nothings();
      case RULE_BROKEN ->
          what() + " of " + said() + " does not meet " + value("must") + '.' + nothings();
      case SEEN_INSIDE ->
          what() + " was seen on " + when("time") + ", less than " + span("limit") + " ago.";
      case RULE_FAILED ->
          "The rule " + value("must") + " could not be judged: " + value("why") + '.';
      case TOO_OLD ->
          what()
              + " was last proven on "
              + said()
              + " and held for "
              + span("limit")
              + ", until "
              + when("expires")
              + '.'
              + failures()
              + nothings();
      case NOTHING_TO_PROVE -> "The service has nothing of the kind that would have to be proven.";
      case OTHER_TRAITS -> "Asked only of services that are " + value("traits") + '.';
      case HIGHER_LEVEL -> "Asked only at a higher level.";
    };
  }

  private String figures(Reason.Code code) {
    return new FigureSentences(values).clause(code);
  }

  private String unheard() {
    return values.containsKey("since")
        ? "Alerts of the rotation are heard since "
            + when("since")
            + " only; it takes "
            + span("limit")
            + " to say that none came."
        : "No alert source of the rotation was heard in the last 24 hours; silence proves nothing.";
  }

  private String elsewhere() {
    String seen = value("seen");
    return what()
        + " was never seen here; the newest, of "
        + when("time")
        + (seen.isEmpty() ? "" : ", is about " + seen)
        + '.';
  }

  private String nothing() {
    StringBuilder why = new StringBuilder();
    if (values.containsKey("outcome")) {
      why.append("it ended ").append(value("outcome"));
    }
    if (values.containsKey("scope")) {
      why.append(", of scope ")
          .append(value("scope"))
          .append(" and verified by ")
          .append(value("verifiedBy"));
    }
    if (values.containsKey("lacks")) {
      why.append(why.isEmpty() ? "" : ", ").append("it does not say ").append(value("lacks"));
    }
    if (values.containsKey("back")) {
      why.append(why.isEmpty() ? "" : ", ").append("dated back by more than ").append(span("back"));
    }
    String runs = value("runs");
    String times = runs.isEmpty() || runs.equals("1") ? "" : " (" + runs + " runs)";
    return what() + " was seen on " + when("time") + times + " and proved nothing: " + why + '.';
  }

  private String still() {
    return values.containsKey("expires") ? "; that holds until " + when("expires") + '.' : ".";
  }

  private String until() {
    return values.containsKey("expires") ? " and holds until " + when("expires") + '.' : ".";
  }

  private String failures() {
    String failures = value("failures");
    return failures.isEmpty() ? "" : ' ' + count(failures, "run") + " since failed.";
  }

  private String nothings() {
    String runs = value("runs");
    return runs.isEmpty() ? "" : ' ' + count(runs, "run") + " since proved nothing.";
  }

  private static String count(String number, String noun) {
    return number + ' ' + noun + (number.equals("1") ? "" : "s");
  }

  private String what() {
    String what = value("what").isEmpty() ? "Evidence" : value("what");
    return values.containsKey("part") ? what + " of " + value("part") : what;
  }

  private String value(String name) {
    return values.getOrDefault(name, "");
  }

  private String when(String name) {
    String value = value(name);
    return value.isEmpty() ? "an unknown day" : MINUTE.format(Instant.parse(value));
  }

  /** When it was, and by whose word where it is a person's. */
  private String said() {
    String by = value("by");
    return when("time") + (by.isEmpty() ? "" : " by " + by + "'s word");
  }

  private String span(String name) {
    String value = value(name);
    return value.isEmpty() ? "its time" : span(Duration.parse(value));
  }

  /** A span in its largest whole unit. */
  public static String span(Duration span) {
    long hours = span.toHours();
    if (hours >= 48 && span.equals(Duration.ofDays(span.toDays()))) {
      return span.toDays() + " days";
    }
    if (hours > 0 && span.equals(Duration.ofHours(hours))) {
      return count(Long.toString(hours), "hour");
    }
    return span.toMinutes() > 0
        ? count(Long.toString(span.toMinutes()), "minute")
        : count(Long.toString(span.toSeconds()), "second");
  }
}
