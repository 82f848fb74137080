package dev.muster.streams.drive;

import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Question;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.Each;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.slo.Budgeting;
import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Slo;
import dev.muster.schemas.Topics;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the chronicle's services promise, and how that changes. */
final class ChronicleTown {
  static final List<String> SERVICES =
      List.of("orders", "billing", "search", "cart", "mail", "login", "stock", "prices");
  static final List<String> ROTATIONS = List.of("checkout", "backoffice");
  static final List<String> SLOS = List.of("availability", "latency");

  private static final int REDEFINED = 24;
  private static final List<String> TARGETS = List.of("0.9", "0.95", "0.99", "0.995", "0.999");
  private static final List<Standard> BARS = List.of(bar(2, 3), bar(1, 5), bar(5, 1));

  private final Chronicle chronicle;
  private final Map<String, Service> now = new HashMap<>();

  ChronicleTown(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  void tell() {
    for (Standard bar : BARS) {
      CatalogueEntries.of(bar, chronicle.founded()).tellTo(chronicle);
    }
    for (String name : SERVICES) {
      Instant at = chronicle.once(4) ? chronicle.any() : chronicle.founded().plusSeconds(1);
      define(service(name), at);
    }
    List<Instant> later = new ArrayList<>();
    for (int i = 0; i < REDEFINED; i++) {
      later.add(chronicle.any());
    }
    later.stream().sorted().forEach(this::redefine);
  }

  /** One of them is told otherwise, or again, or is taken out for a while. */
  private void redefine(Instant at) {
    String name = chronicle.oneOf(SERVICES);
    Service was = Objects.requireNonNull(now.get(name));
    if (chronicle.once(6)) {
      chronicle.tell(Topics.CATALOG, name, null, at);
      define(was, at.plus(chronicle.some(Duration.ofHours(1))).plusMillis(1));
    } else {
      define(chronicle.once(6) ? was : service(name), at);
    }
  }

  private void define(Service service, Instant at) {
    now.put(service.name(), service);
    CatalogueEntries.of(service, at).tellTo(chronicle);
  }

  private Service service(String name) {
    List<Slo> slos = new ArrayList<>();
    for (String slo : SLOS) {
      if (!chronicle.once(5)) {
        slos.add(slo(slo));
      }
    }
    return Town.service(
        name, "team-checkout", chronicle.oneOf(ROTATIONS), chronicle.oneOf(BARS), slos);
  }

  private Slo slo(String name) {
    Budgeting budgeting =
        chronicle.once(4)
            ? new Budgeting.Timeslices(new BigDecimal("0.95"), Duration.ofMinutes(5))
            : new Budgeting.Occurrences();
    boolean shadow = chronicle.once(5);
    return new Slo(
        name,
        null,
        name,
        new BigDecimal(chronicle.oneOf(TARGETS)),
        Duration.ofDays(chronicle.oneOf(List.of(7, 28, 30, 40))),
        budgeting,
        BurnRule.BUILT_IN.stream().map(rule -> rule.shadow(shadow)).toList(),
        chronicle.oneOf(List.of(1L, 2L, 20L)),
        Duration.ofMinutes(chronicle.oneOf(List.of(1, 1, 1, 5))),
        null);
  }

  /** Gates that run out within hours, so that they turn often. */
  private static Standard bar(int scanned, int restored) {
    return new Standard(
        "bar",
        "The bar",
        List.of("all"),
        false,
        List.of(
            gate(
                "restored",
                new Requirement.Entry(
                    EvidenceType.BACKUP,
                    Map.of(MatchField.OPERATION, Set.of("RESTORE")),
                    null,
                    new Freshness.Within(Duration.ofHours(restored)),
                    Scope.SERVICE,
                    false,
                    Each.DATASET,
                    null,
                    Set.of())),
            gate("scanned", scan("secret-scan", Duration.ofHours(scanned), Scope.SERVICE)),
            gate("drilled", scan("diagnosis-drill", Duration.ofHours(3), Scope.ROTATION)),
            gate("measured", judged(new Question.SloMeasured(null, 0.9, Duration.ofMinutes(20)))),
            gate("pages", judged(new Question.EverySloPages(Duration.ofMinutes(30)))),
            gate(
                "answered",
                judged(
                    new Question.PagesAnswered(Duration.ofDays(30), Duration.ofMinutes(15), 0.9))),
            gate("decided", judged(new Question.ProposalsAnswered(Duration.ofDays(14))))));
  }

  private static Gate gate(String id, Requirement requirement) {
    return new Gate(
        id, null, null, Set.of(), true, "risk", "remedy", "a day", List.of(requirement));
  }

  private static Requirement judged(Question question) {
    return new Requirement.Judged(question, Scope.SERVICE, null, Set.of());
  }

  private static Requirement scan(String check, Duration limit, Scope scope) {
    return new Requirement.Entry(
        EvidenceType.SCAN,
        Map.of(MatchField.CHECK, Set.of(check)),
        null,
        new Freshness.Newest(limit),
        scope,
        false,
        Each.TARGET,
        null,
        Set.of());
  }
}
