package dev.muster.core.waiver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who may approve waivers of a service, and since when: a step counts by who could take it when it
 * was received, whatever the catalogue says today.
 *
 * @param known in the order of the log; one that changes nothing is left out
 */
public record Approvers(List<Since> known) {
  /** None is known. */
  public static final Approvers NONE = new Approvers(List.of());

  public Approvers {
    known = List.copyOf(known);
  }

  /**
   * From one definition of the service to the next.
   *
   * @param received of the catalogue's record
   */
  public record Since(Instant received, Set<String> emails) {
    public Since {
      emails = Set.copyOf(emails);
    }
  }

  /** With the next definition; its received time may lie before that of others. */
  public Approvers with(Instant received, Set<String> emails) {
    Since last = known.isEmpty() ? null : known.get(known.size() - 1);
    boolean same =
        last != null && last.emails().equals(emails) && !received.isBefore(last.received());
    if (same) {
      return this;
    }
    List<Since> all = new ArrayList<>(known);
    all.add(new Since(received, emails));
    return new Approvers(all);
  }

  /** By the newest definition received by an instant. */
  public Set<String> at(Instant instant) {
    Set<String> emails = Set.of();
    for (Since since : known) {
      if (!since.received().isAfter(instant)) {
        emails = since.emails();
      }
    }
    return emails;
  }
}
