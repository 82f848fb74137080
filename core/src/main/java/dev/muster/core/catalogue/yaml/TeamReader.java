package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Team;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code spec} of a Team. */
final class TeamReader {
  static final List<String> ROLES = List.of("viewer", "responder", "attester", "approver", "admin");

  private TeamReader() {}

  /** Empty where a mistake was found. */
  static Optional<Team> read(String name, Fields spec) {
    int before = spec.findings().count();
    spec.require("zone");
    ZoneId zone = spec.value("zone", RotationReader.ZONE, ZoneId::of).orElse(ZoneOffset.UTC);
    List<Team.Member> members = new ArrayList<>();
    for (Fields member : spec.mappings("members", "email")) {
      member.require("email");
      members.add(
          new Team.Member(
              member.value("email", "an e-mail address", TeamReader::email).orElse(""),
              Set.copyOf(member.words("roles", ROLES)),
              Set.copyOf(
                  member.values("approvesTiers", ServiceDocument.TIER, ServiceDocument::tierOf))));
      member.done();
    }
    spec.done();
    return spec.findings().count() == before
        ? Optional.of(new Team(name, zone, members))
        : Optional.empty();
  }

  private static String email(String text) {
    if (!text.matches("[^@\\s]+@[^@\\s]+")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
