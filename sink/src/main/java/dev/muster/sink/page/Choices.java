package dev.muster.sink.page;

import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.sink.page.Overview.Choice;
import dev.muster.sink.page.Overview.Option;
import dev.muster.sink.view.Catalogue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be filtered by. */
final class Choices {
  private Choices() {}

  static List<Choice> of(List<Scorecard> cards, Catalogue catalogue, Filter filter) {
    return List.of(
        choice("owner", "Owner", cards.stream().map(Scorecard::getOwner), filter.owner()),
        choice(
            "tier",
            "Tier",
            cards.stream().map(card -> String.valueOf(card.getTier())),
            filter.tier().map(String::valueOf)),
        choice(
            "system",
            "System",
            cards.stream().map(Scorecard::getSystem).filter(Objects::nonNull),
            filter.system()),
        choice(
            "standard",
            "Standard",
            Stream.concat(
                cards.stream()
                    .flatMap(card -> card.getStandards().stream())
                    .map(StandardScore::getStandard),
                catalogue.newest().keySet().stream()),
            filter.standard()));
  }

  /** What is chosen stands in the list, even if nothing has it. */
  private static Choice choice(
      String name, String label, Stream<String> values, Optional<String> chosen) {
    Stream<Option> options =
        Stream.concat(values, chosen.stream())
            .distinct()
            .sorted()
            .map(value -> new Option(value, value, chosen.equals(Optional.of(value))));
    return new Choice(
        name,
        label,
        Stream.concat(Stream.of(new Option("", "all", chosen.isEmpty())), options).toList());
  }
}
