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
          "It has been silenced for more than 60 days; in that time it told nobody anything.";
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
          "After the week had closed, it became known which rotation these alerts belong to, or since"
              + " when their source is heard.";
    };
  }

  private String sentence(Code code) {
    return switch (code) {
      case DID_NOT_FIRE -> "It did not begin to fire in the 28 days up to the week's end.";
      case SOURCE_IS_NEW ->
          "Nothing is proposed yet: its source of alerts is known since "
              + day("since")
              + ", and it takes 28 days to tell. "
              + counts();
      case FEW_ANSWERS ->
          "Nothing is proposed yet: whether anybody acted is known for "
              + value("known")
              + " of the times that it fired, and it takes 3. "
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
      case NOTHING_APPLIES -> "Keep it: none of the reasons to change it applies. " + counts();
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
              + ", or earlier, once "
              + twice()
              + ". "
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
    return "This week it fired "
        + times("firedInWeek")
        + " on "
        + number("days", "day")
        + "; it is known that nobody acted on any, and no error budget is known to have confirmed one. "
        + counts();
  }

  private String downgrade() {
    return "It asks for a page, and at least half of the time it is known that nobody acted. "
        + counts();
  }

  private String delete() {
    return "It fired on "
        + number("days", "day")
        + " within 28, nobody acted at any time (a person said so of "
        + value("classified")
        + " of "
        + value("fired")
        + "), and no error budget confirmed one. "
        + counts();
  }

  private String tune() {
    return "It was over in less than 5 minutes "
        + value("short")
        + " of "
        + times("fired")
        + ", and no error budget is known to have confirmed one. "
        + counts();
  }

  /** The three numbers that always belong together. */
  private String counts() {
    return "It fired "
        + times("fired")
        + " in 28 days: in "
        + value("actedOn")
        + " somebody acted, in "
        + value("knownInaction")
        + " nobody did, in "
        + value("unknown")
        + " it is not known.";
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
      case "SUPPRESS" -> "it fired " + times("twice") + " within a week without anybody acting";
      case "DOWNGRADE" -> "it fired " + times("twice") + " within 28 days without anybody acting";
      case "DELETE" -> "it fired " + times("twice") + " within 28 days";
      default -> "it was over in less than 5 minutes " + times("twice") + " within 28 days";
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
