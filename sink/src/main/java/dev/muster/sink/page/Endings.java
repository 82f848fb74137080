package dev.muster.sink.page;

import dev.muster.core.waiver.Waiver;
import dev.muster.schemas.judgement.EntryScore;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.sink.page.Ending.Place;
import dev.muster.sink.view.WaiverView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what ends within two weeks, soonest first, and for two weeks afterwards. A word that counts
 * for many gates is told once.
 */
record Endings(WaiverBoard board, Times times) {

  List<Ending> of(Collection<Scorecard> cards) {
    return Stream.concat(words(cards), cards.stream().flatMap(this::waivers))
        .sorted(Comparator.comparing(ending -> ending.end().iso()))
        .toList();
  }

  /** What somebody said about something, until when. */
  private record Word(Instant end, String what, String by) implements Comparable<Word> {
    @Override
    public int compareTo(Word other) {
      return Comparator.comparing(Word::end)
          .thenComparing(Word::what)
          .thenComparing(Word::by)
          .compare(this, other);
    }
  }

  private Stream<Ending> words(Collection<Scorecard> cards) {
    Map<Word, List<Place>> said = new TreeMap<>();
    for (Scorecard card : cards) {
      for (StandardScore score : card.getStandards()) {
        for (GateScore gate : score.getGates()) {
          Place place = new Place(card.getService(), score.getStandard(), gate.getGate());
          gate.getEntries().stream()
              .flatMap(entry -> word(entry).stream())
              .distinct()
              .forEach(word -> said.computeIfAbsent(word, key -> new ArrayList<>()).add(place));
        }
      }
    }
    return said.entrySet().stream().map(one -> ending(one.getKey(), one.getValue()));
  }

  private Optional<Word> word(EntryScore entry) {
    String by = entry.getReasonValues().get("by");
    Instant end = entry.getExpires();
    boolean counted =
        entry.getStatus() == GateStatus.PASS
            || entry.getStatus() == GateStatus.EXPIRING
            || entry.getStatus() == GateStatus.STALE;
    return by != null && end != null && counted && tells(end)
        ? Optional.of(
            new Word(end, entry.getReasonValues().getOrDefault("what", entry.getName()), by))
        : Optional.empty();
  }

  private boolean tells(Instant end) {
    return Urgency.of(end, times.now()) != null && times.now().isBefore(end.plus(Urgency.FIRST));
  }

  private Ending ending(Word word, List<Place> places) {
    return ending(
        word.end(),
        "%s: %s's word %s.".formatted(word.what(), Names.brief(word.by()), when(word.end())),
        places,
        "muster attest " + places.get(0).service() + ' ' + word.what(),
        null);
  }

  private Stream<Ending> waivers(Scorecard card) {
    return board.all().stream()
        .filter(of -> of.service().equals(card.getService()))
        .filter(of -> of.waiver().at(times.now()) == Waiver.State.IN_FORCE)
        .filter(of -> tells(of.waiver().terms().expires()))
        .filter(of -> !followed(of))
        .map(of -> waiver(card, of));
  }

  /** Whether another one takes over, so that nothing ends. */
  private boolean followed(WaiverView.Of one) {
    Instant end = one.waiver().terms().expires();
    return board.all().stream()
        .filter(of -> of.service().equals(one.service()))
        .filter(of -> of.waiver().terms().gate().equals(one.waiver().terms().gate()))
        .flatMap(of -> of.waiver().force().stream())
        .anyMatch(force -> !force.from().isAfter(end) && force.to().isAfter(end));
  }

  private Ending waiver(Scorecard card, WaiverView.Of of) {
    var gate = of.waiver().terms().gate();
    Instant end = of.waiver().terms().expires();
    String beneath =
        new Beneaths(times)
            .of(Optional.of(card), gate)
            .map(found -> " Beneath: " + found.words() + '.')
            .orElse("");
    return ending(
        end,
        "%s: its waiver %s.%s".formatted(gate.gate(), when(end), beneath),
        List.of(new Place(of.service(), gate.standard(), gate.gate())),
        null,
        "/waivers#" + WaiverPages.anchor(of.waiver().id()));
  }

  private Ending ending(
      Instant end,
      String sentence,
      List<Place> places,
      @Nullable String command,
      @Nullable String href) {
    Urgency urgency = Urgency.of(end, times.now());
    return new Ending(
        urgency == null ? Urgency.SOON : urgency,
        times.moment(end),
        sentence,
        places,
        command,
        href);
  }

  private String when(Instant end) {
    return (end.isAfter(times.now()) ? "ends " : "ended ") + times.relative(end);
  }
}
