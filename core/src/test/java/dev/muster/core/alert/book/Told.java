package dev.muster.core.alert.book;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact as plain as it gets: instants in milliseconds, the rest as text; empty means absent. */
sealed interface Told {
  long received();

  /** An event of an alert. */
  record Event(
      long received,
      long time,
      String id,
      String source,
      String series,
      long start,
      String rule,
      String environment,
      String severity,
      String urgency,
      String state,
      String by,
      String action,
      String group,
      String incident,
      String musterId,
      String runbook,
      String classification,
      String protection)
      implements Told {
    Event as(String newState, long newTime, long newReceived, String newId) {
      return new Event(
          newReceived,
          newTime,
          newId,
          source,
          series,
          start,
          rule,
          environment,
          severity,
          urgency,
          newState,
          "",
          "NONE",
          group,
          incident,
          musterId,
          runbook,
          "",
          protection);
    }

    Event by(String person) {
      return new Event(
          received,
          time,
          id,
          source,
          series,
          start,
          rule,
          environment,
          severity,
          urgency,
          state,
          person,
          action,
          group,
          incident,
          musterId,
          runbook,
          classification,
          protection);
    }

    Event doing(String newAction) {
      return new Event(
          received,
          time,
          id,
          source,
          series,
          start,
          rule,
          environment,
          severity,
          urgency,
          state,
          by,
          newAction,
          group,
          incident,
          musterId,
          runbook,
          classification,
          protection);
    }

    Event saying(String word) {
      return new Event(
          received,
          time,
          id,
          source,
          series,
          start,
          rule,
          environment,
          severity,
          urgency,
          state,
          by,
          action,
          group,
          incident,
          musterId,
          runbook,
          word,
          protection);
    }

    Event startedAt(long newStart) {
      return new Event(
          received,
          time,
          id,
          source,
          series,
          newStart,
          rule,
          environment,
          severity,
          urgency,
          state,
          by,
          action,
          group,
          incident,
          musterId,
          runbook,
          classification,
          protection);
    }

    Event receivedAt(long when) {
      return new Event(
          when,
          time,
          id,
          source,
          series,
          start,
          rule,
          environment,
          severity,
          urgency,
          state,
          by,
          action,
          group,
          incident,
          musterId,
          runbook,
          classification,
          protection);
    }
  }

  /** By what terms the service is run from now on; an empty rotation: nobody is on call. */
  record Entry(
      long received, String rotation, String zone, String pagesFrom, List<String> production)
      implements Told {}

  /** One deployment, all of it; ended is when its last step was. */
  record Deploy(
      long received,
      String id,
      String environment,
      boolean byHand,
      boolean undoes,
      boolean takenBack,
      @Nullable Long started,
      long ended)
      implements Told {}

  /** A proposal was answered. */
  record Answered(
      long received, long time, String id, String rule, String proposal, boolean accepted)
      implements Told {}

  /** Minutes of a budget: measured or not, bad, held. */
  record Burn(
      long received, long from, long to, boolean measured, double lost, boolean held, boolean pages)
      implements Told {}
}
