package dev.muster.sink.past;

import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.gate.GateId;
import dev.muster.core.past.InForce;
import dev.muster.core.past.Said;
import dev.muster.core.past.Standing;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.sink.view.Catalogue;
import dev.muster.sink.view.Held;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the log what was in force at an instant: the service's partition of the catalogue says
 * what it was held to, that of the judgements where it stood. Both are folded while they are read.
 */
public final class AsOf {
  /** How long one answer may take. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private final PastLogs logs;
  private final Turnstile turnstile;
  private final Supplier<Catalogue> catalogue;
  private final Clock clock;

  /**
   * @param catalogue knows the text of every standard that was ever applied
   */
  public AsOf(PastLogs logs, Turnstile turnstile, Supplier<Catalogue> catalogue, Clock clock) {
    this.logs = logs;
    this.turnstile = turnstile;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Of one service.
   *
   * @throws CannotRead when the log cannot be read now
   */
  public Past read(String service, Instant at) {
    return turnstile.pass(() -> read(service, at, Patience.of(PATIENCE)));
  }

  private Past read(String service, Instant at, Patience patience) {
    Instant now = clock.instant();
    Definitions definitions = definitions(service, at, patience);
    Held<CatalogEntry> then = definitions.then;
    if (definitions.first == null) {
      return new Past.NeverThere();
    } else if (then == null) {
      return new Past.TooEarly(
          definitions.first,
          "\"%s\" is in the catalogue since %s; ask for an instant from then on."
              .formatted(service, definitions.first));
    }
    CatalogEntry entry = then.value();
    if (entry == null) {
      return new Past.Gone(then.at());
    }
    InForce<GateJudgement> said = new InForce<>(at);
    Optional<Instant> begin = judgements(service, said, patience);
    if (begin.isPresent() && begin.get().isAfter(at)) {
      return new Past.TooEarly(
          begin.get(),
          "The log of judgements begins at " + begin.get() + "; ask for an instant from then on.");
    }
    Service defined = CatalogueEntries.service(entry);
    List<StandardUse> uses =
        defined.lifecycle() == Lifecycle.RETIRED ? List.of() : defined.standards();
    return new Past.Card(
        service,
        at,
        entry.getHash(),
        then.at(),
        now,
        uses.stream().flatMap(use -> held(use, said, at).stream()).toList());
  }

  /** The first of a service's entries, and the one in force. */
  private static final class Definitions {
    private @Nullable Instant first;
    private @Nullable Held<CatalogEntry> then;

    /** An entry applied once more changes nothing. */
    private boolean same(Held<CatalogEntry> entry) {
      Held<CatalogEntry> old = then;
      return old != null
          && old.value() != null
          && entry.value() != null
          && old.value().getHash().equals(entry.value().getHash());
    }
  }

  private Definitions definitions(String service, Instant at, Patience patience) {
    Definitions definitions = new Definitions();
    try (LogReader<CatalogEntry> reader = new LogReader<>(logs.catalogue(), patience)) {
      reader.each(
          reader.partitionOf(service),
          service::equals,
          entry -> {
            if (definitions.first == null) {
              definitions.first = entry.at();
            }
            if (!entry.at().isAfter(at) && !definitions.same(entry)) {
              definitions.then = entry;
            }
          });
    }
    return definitions;
  }

  private Optional<Instant> judgements(
      String service, InForce<GateJudgement> said, Patience patience) {
    try (LogReader<GateJudgement> reader = new LogReader<>(logs.gates(), patience)) {
      return reader.each(
          reader.partitionOf(service),
          service::equals,
          record -> {
            GateJudgement judgement = record.value();
            if (judgement != null) {
              said.take(Judgements.said(judgement));
            }
          });
    }
  }

  private Optional<Past.Held> held(StandardUse use, InForce<GateJudgement> said, Instant at) {
    String hash = use.hash();
    Standard text = hash == null ? null : catalogue.get().standards().get(use.id() + '@' + hash);
    if (text == null || hash == null) {
      return Optional.empty();
    }
    List<Past.Gate> gates =
        text.gates().stream()
            .map(Gate::id)
            .map(id -> new GateId(use.id(), id))
            .map(
                id ->
                    new Past.Gate(
                        id.gate(), word(said.knownNow(id), at), word(said.spokenThen(id), at)))
            .toList();
    LocalDate from = use.from();
    boolean upcoming = from != null && at.isBefore(from.atStartOfDay(ZoneOffset.UTC).toInstant());
    return Optional.of(
        new Past.Held(
            use.id(),
            text.title(),
            use.level() == null ? text.highestLevel() : use.level(),
            hash,
            upcoming ? from : null,
            standing(gates, Past.Gate::known, at),
            standing(gates, Past.Gate::spoken, at),
            gates));
  }

  private static Optional<Past.Word> word(Optional<Said<GateJudgement>> said, Instant at) {
    return said.map(Said::word)
        .map(judgement -> new Past.Word(judgement, Judgements.overdue(judgement, at)));
  }

  private static Standing standing(
      List<Past.Gate> gates, Function<Past.Gate, Optional<Past.Word>> view, Instant at) {
    return Standing.of(
        gates.stream()
            .map(view)
            .map(
                word ->
                    word.map(Past.Word::judgement)
                        .map(judgement -> Judgements.standing(judgement, at))
                        .orElse(Standing.Gate.UNTOLD))
            .toList());
  }
}
