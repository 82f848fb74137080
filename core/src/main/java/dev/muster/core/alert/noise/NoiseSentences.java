package dev.muster.core.alert.noise;

import dev.muster.core.alert.noise.NoiseReason.Code;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Plain sentences for people about a rule's week; pages, reviews and command line use them. */
public final class NoiseSentences {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Map<String, String> values;

  private NoiseSentences(Map<String, String> values) {
    this.values = values;
  }

  /** Of a verdict's reason. */
  public static String of(NoiseReason reason) {
    return new NoiseSentences(reason.values()).sentence(reason.code());
  }

  /** Of a reason as it is written in a record; an unknown code stands for itself. */
  public static String of(String code, Map<String, String> values) {
    return Arrays.stream(Code.values())
        .filter(known -> known.name().equals(code))
        .findFirst()
        .map(known -> new NoiseSentences(values).sentence(known))
        .orElse(code);
  }

  /** Of a flag. */
  public static String of(NoiseFlag flag) {
    return switch (flag) {
      case NO_RUNBOOK -> "When it last fired, its alerts named no runbook.";
      case STUCK -> "It was open for more than 7 days without a break.";
      case FLAPPING ->
          "It fired again within 15 minutes of resolving, 3 times or more within 24 hours.";
      case AFTER_DEPLOY ->
          "At least half of the times that it fired this week were within 30 minutes after a"
              + " production deployment.";
      case LONG_SILENCED ->
          "It has been silenced for more than 60 days, and nothing of it was heard since.";
    };
  }

  /** Of what came late. */
  public static String of(Late late) {
    return switch (late) {
      case CLASSIFIED -> "After the week had closed, a person said what alerts of it were.";
      case ALERT_TOLD ->
          "After the week had closed, more became known of its alerts: one was told of, ended, or was"
              + " answered.";
      case ALERT_UNHEARD ->
          "An alert was not heard of for 28 days, so it is taken to have ended unseen.";
      case DEPLOYED -> "After the week had closed, a deployment became known.";
      case MEASURED -> "After the week had closed, SLOs were measured for it, or measured anew.";
      case ANSWERED -> "After the week had closed, a proposal was answered.";
      case CATALOGUE ->
          "After the week had closed, it became known whose alerts these are or since when their"
              + " source is heard.";
    };
  }

  private String sentence(Code code) {
    return switch (code) {
      case DID_NOT_FIRE -> "It did not fire in the 28 days up to the week's end.";
      case SOURCE_IS_NEW ->
          "Nothing is proposed yet: its source of alerts is known since "
              + day("since")
              + ", and it takes 28 days to tell. "
              + counts();
      case FEW_ANSWERS ->
          "Nothing is proposed yet: it takes 3 times of which it is known whether anybody acted,"
              + " and there are "
              + value("known")
              + ". "
              + counts();
      case CONFIRMED_PAGE ->
          "Keep it: an error budget confirmed this page "
              + times("confirmed")
              + " in 28 days. "
              + counts();
      case ACTED_ON -> "Keep it: somebody acted at least half of the time. " + counts();
      case CONFIRMED ->
          "Keep it: error budgets confirmed it "
              + times("confirmed")
              + " in 28 days, at least a fifth of the time. "
              + counts();
      case NOBODY_ACTED -> "Proposal: suppress it. " + suppress();
      case PAGED_FOR_NOTHING -> "Proposal: make it a ticket, not a page. " + downgrade();
      case NEVER_NEEDED -> "Proposal: delete it. " + delete();
      case TOO_SHORT -> "Proposal: tune it, so that it waits longer before it fires. " + tune();
      case NOTHING_APPLIES -> "Keep it: nothing speaks for a change. " + counts();
      case PROTECTED ->
          "Look at this rule; it is protected ("
              + protection()
              + "), so nothing is proposed. "
              + why();
      case DECLINED ->
          "Keep it for now: on "
              + day("time")
              + " the team declined to "
              + verb()
              + " it. This is proposed again from "
              + day("until")
              + ", or once "
              + twice()
              + ", twice as often as then. "
              + counts();
      case ACCEPTED ->
          "Keep it for now: on "
              + day("time")
              + " the team accepted to "
              + verb()
              + " it. If it still fires so, this is proposed again from "
              + day("until")
              + ". "
              + counts();
    };
  }

  private String why() {
    return switch (value("proposal")) {
      case "SUPPRESS" -> suppress();
      case "DOWNGRADE" -> downgrade();
      case "DELETE" -> delete();
      default -> tune();
    };
  }

  private String suppress() {
    return "It fired "
        + times("firedInWeek")
        + " on "
        + number("days", "day")
        + " of this week; nobody acted on any, and no error budget confirmed one. "
        + counts();
  }

  private String downgrade() {
    return "It asks for a page, and at least half of the time nobody had to act. " + counts();
  }

  private String delete() {
    return "In 28 days it fired on "
        + number("days", "day")
        + ", nobody ever had to act (for "
        + value("classified")
        + " of "
        + value("fired")
        + " a person said so), and no error budget confirmed one. "
        + counts();
  }

  private String tune() {
    return "It was over within 5 minutes "
        + value("short")
        + " of "
        + times("fired")
        + ", and no error budget confirmed one. "
        + counts();
  }

  /** The three numbers that always belong together. */
  private String counts() {
    return "Fired "
        + times("fired")
        + " in 28 days: acted on "
        + value("actedOn")
        + ", known not to be acted on "
        + value("knownInaction")
        + ", not known "
        + value("unknown")
        + '.';
  }

  private String verb() {
    return switch (value("proposal")) {
      case "SUPPRESS" -> "suppress";
      case "DOWNGRADE" -> "downgrade";
      case "DELETE" -> "delete";
      default -> "tune";
    };
  }

  private String twice() {
    return switch (value("proposal")) {
      case "SUPPRESS" -> "it is known not to be acted on " + times("twice") + " in a week";
      case "DOWNGRADE" -> "it is known not to be acted on " + times("twice") + " in 28 days";
      case "DELETE" -> "it fires " + times("twice") + " in 28 days";
      default -> "it is over within 5 minutes " + times("twice") + " in 28 days";
    };
  }

  private String protection() {
    String name = value("class");
    return name.equals("UNKNOWN")
        ? "by its label"
        : name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String times(String name) {
    return number(name, "time");
  }

  private String number(String name, String noun) {
    String number = value(name);
    return number + ' ' + noun + (number.equals("1") ? "" : "s");
  }

  private String day(String name) {
    String value = value(name);
    return value.isEmpty() ? "an unknown day" : DAY.format(Instant.parse(value)) + " (UTC)";
  }

  private String value(String name) {
    return values.getOrDefault(name, "");
  }
}
