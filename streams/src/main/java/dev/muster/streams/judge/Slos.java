package dev.muster.streams.judge;

import dev.muster.core.alert.noise.Confirmation;
import dev.muster.core.alert.noise.Witnesses;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Service;
import dev.muster.core.gate.AlertFigures;
import dev.muster.core.gate.Figures;
import dev.muster.core.gate.ReviewFigures;
import dev.muster.core.gate.Rulebook;
import dev.muster.core.slo.Budgeting;
import dev.muster.core.slo.BurnBook;
import dev.muster.core.slo.Exclusions;
import dev.muster.core.slo.Slo;
import dev.muster.core.slo.SloPast;
import dev.muster.streams.burn.MeasuredSlos;
import dev.muster.streams.burn.SloScores;
import dev.muster.streams.noise.Budgets;
import dev.muster.streams.state.BudgetRows;
import dev.muster.streams.state.BurnRows;
import dev.muster.streams.state.Lru;
import dev.muster.streams.state.MaintenanceRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the SLOs of a service stand. */
final class Slos {
  private static final String UNHEARD_OF = "\0 not in the catalogue";

  private final BurnRows rows;
  private final MaintenanceRows maintenance;
  private final BudgetRows copies;

  /** What the figures were that were last asked to be shown; only to ask less often. */
  private final Map<String, Long> shown;

  /**
   * Over rows.
   *
   * @param most SLOs whose figures are remembered
   */
  Slos(BurnRows rows, MaintenanceRows maintenance, BudgetRows copies, int most) {
    this.rows = rows;
    this.maintenance = maintenance;
    this.copies = copies;
    this.shown = new Lru<>(most);
  }

  /** Whether the figures may be others than when this was last asked. */
  boolean isNews(String key, BurnBook book) {
    long print = SloScores.print(book);
    return !Objects.equals(shown.put(key, print), print);
  }

  /** What a service promises; nothing once it is retired. */
  static List<Slo> of(Service service) {
    return service.lifecycle() == Lifecycle.RETIRED ? List.of() : service.slos();
  }

  /** What is promised by these rules. */
  static List<Slo> of(Optional<Rulebook> rulebook) {
    return rulebook.map(Rulebook::service).map(Slos::of).orElse(List.of());
  }

  /**
   * Counts what is sampled of an SLO that the catalogue does not have yet: its entry may be on its
   * way. Says nothing of it.
   */
  static Slo unheardOf(String name) {
    return new Slo(
        name,
        UNHEARD_OF,
        null,
        new BigDecimal("0.5"),
        Slo.LONGEST_PERIOD,
        new Budgeting.Occurrences(),
        List.of(),
        Slo.DEFAULT_MIN_FAILURES,
        Slo.DEFAULT_SAMPLE_INTERVAL,
        null);
  }

  /** No document has such a description. */
  static boolean isUnheardOf(Slo slo) {
    return UNHEARD_OF.equals(slo.description());
  }

  BurnRows rows() {
    return rows;
  }

  Exclusions exclusions(String service) {
    return maintenance.of(service).exclusions();
  }

  MaintenanceRows maintenance() {
    return maintenance;
  }

  /** One, as it was defined when it was last written. */
  BurnBook book(String service, Slo slo, Instant defined) {
    String key = BurnRows.key(service, slo.name());
    BurnBook held = rows.held(key);
    return held != null
        ? held
        : rows.read(key, slo, exclusions(service))
            .orElseGet(() -> BurnBook.define(slo, rows.shelf(key), exclusions(service), defined));
  }

  /** All of a service. */
  List<BurnBook> books(Rulebook rulebook) {
    Service service = rulebook.service();
    return of(service).stream().map(slo -> book(service.name(), slo, rulebook.received())).toList();
  }

  BudgetRows copies() {
    return copies;
  }

  /** Those that confirm a service's alerts: its own, and those of services it names. */
  SortedMap<String, Confirmation> budgets(Rulebook rulebook) {
    Service service = rulebook.service();
    SortedMap<String, Confirmation> budgets = new TreeMap<>();
    for (String other : service.confirmedBy()) {
      if (!other.equals(service.name())) {
        budgets.put(other, new Budgets(copies.pasts(service.name(), other)));
      }
    }
    Stream<SloPast> own = books(rulebook).stream().map(BurnBook::past).flatMap(Optional::stream);
    budgets.put(Witnesses.OWN, new Budgets(own.toList()));
    return budgets;
  }

  /** Whether a service's alerts are confirmed by what they were before. */
  static boolean confirmAlike(Optional<Rulebook> before, Rulebook now) {
    List<String> others = before.map(Rulebook::service).map(Service::confirmedBy).orElse(List.of());
    return of(before).equals(of(now.service())) && others.equals(now.service().confirmedBy());
  }

  /** What gates are judged by, beside what alerts and reviews say. */
  Figures figures(Rulebook rulebook, AlertFigures alerts, ReviewFigures reviews) {
    List<BurnBook> books = books(rulebook);
    Instant since = rulebook.received();
    for (BurnBook book : books) {
      Instant changed = book.standing().healthSince();
      since = changed.isAfter(since) ? changed : since;
    }
    return new Figures(since, alerts, MeasuredSlos.of(books), reviews);
  }
}
