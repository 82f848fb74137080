package dev.muster.core.gate;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.Trait;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import dev.muster.core.gate.cel.MustCompiler;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service with every trait, held to one built-in standard, and all that was said of it. */
final class World {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final Map<String, Rulebook> BOOKS = new HashMap<>();

  private final Rulebook rulebook;
  private final Map<String, EvidenceShelf> bySubject = new HashMap<>();
  private long offset;

  Instant figuresSince = START;
  AlertFigures.@Nullable Heard heard;
  final List<AlertFigures.Page> pages = new ArrayList<>();
  final List<AlertFigures.Proposal> proposals = new ArrayList<>();
  final List<AlertFigures.Week> weeks = new ArrayList<>();
  final List<SloFigures.Slo> slos = new ArrayList<>();
  @Nullable Instant reviewClosed;

  World(String standard) {
    rulebook = BOOKS.computeIfAbsent(standard, World::rulebook);
  }

  private static Rulebook rulebook(String standard) {
    Map<String, Check> checks =
        CatalogueReader.builtIn().checks().stream()
            .collect(Collectors.toMap(Check::id, Function.identity()));
    return Rulebook.of(
        service(standard),
        START,
        CatalogueReader.builtIn().standards(),
        checks,
        MustCompiler::compile);
  }

  private static Service service(String standard) {
    return new Service(
        "orders",
        null,
        "team-checkout",
        "shop",
        1,
        Set.of(),
        Lifecycle.PRODUCTION,
        null,
        Set.copyOf(Trait.ALL),
        new Rotation("checkout", "team-checkout", ZoneOffset.UTC, null, null, List.of()),
        List.of(new StandardUse(standard, null, null, null)),
        Map.of(),
        List.of(),
        400.0,
        null,
        List.of(
            new Dataset(
                "orders-db",
                "postgres",
                Duration.ofDays(1),
                Duration.ofHours(2),
                "eu-west-1",
                Duration.ofDays(30))),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** Where an event is from. */
  Origin origin(String subject, Instant time, Duration toldAfter) {
    long next = offset++;
    return new Origin(
        "event-" + next, "ci", subject, time, time.plus(toldAfter), new Position("t", 0, next));
  }

  void say(Evidence event) {
    bySubject
        .computeIfAbsent(event.origin().subject(), subject -> new EvidenceShelf())
        .put(event, rulebook::runs);
  }

  GateStanding standing(String gate, Instant at) {
    return standing(gate, at, null);
  }

  /** As it stands, given how it stood. */
  GateStanding standing(String gate, Instant at, @Nullable GateMark before) {
    Map<Scope, EvidenceShelf> shared = new EnumMap<>(Scope.class);
    rulebook
        .subjects()
        .forEach(
            (scope, subject) -> {
              EvidenceShelf shelf = bySubject.get(subject);
              if (shelf != null) {
                shared.put(scope, shelf);
              }
            });
    EvidenceShelf own = bySubject.getOrDefault("orders", new EvidenceShelf());
    GateId id = new GateId(rulebook.standards().get(0).standard().id(), gate);
    return new Judge(rulebook)
        .judge(
            List.of(id),
            new Shelves(own, shared, Waivers.NONE, figures()),
            before == null ? Map.of() : Map.of(id, before),
            at)
        .get(0);
  }

  private Figures figures() {
    return new Figures(
        figuresSince,
        heard == null ? null : new AlertFigures(heard, pages, proposals, weeks),
        slos.isEmpty() ? null : new SloFigures(slos),
        reviewClosed == null ? null : new ReviewFigures(reviewClosed));
  }
}
