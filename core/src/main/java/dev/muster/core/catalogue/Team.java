package dev.muster.core.catalogue;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Who owns services.
 *
 * @param zone whose clock it keeps
 */
public record Team(String name, ZoneId zone, List<Member> members) {
  public Team {
    Names.requireId("team", name);
    members = List.copyOf(members);
  }

  /**
   * One person.
   *
   * @param approvesTiers tiers whose waivers they may approve
   */
  public record Member(String email, Set<String> roles, Set<Integer> approvesTiers) {
    public Member {
      roles = Set.copyOf(roles);
      approvesTiers = Set.copyOf(approvesTiers);
    }

    /** Whether they may approve waivers of services with this tier. */
    public boolean approves(int tier) {
      return roles.contains("approver") && approvesTiers.contains(tier);
    }
  }
}
