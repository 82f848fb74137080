package dev.muster.sink.page;

import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.schemas.judgement.Lifecycle;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.schemas.judgement.Verdict;
import dev.muster.sink.view.Catalogue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Services that the catalogue knows and nobody judged yet, so that none is left out in silence. */
final class Unjudged {
  private Unjudged() {}

  /** All services that are not retired. */
  static List<Scorecard> added(Collection<Scorecard> judged, Catalogue catalogue) {
    Set<String> known = judged.stream().map(Scorecard::getService).collect(Collectors.toSet());
    Stream<Scorecard> others =
        catalogue.services().values().stream()
            .filter(service -> !known.contains(service.name()))
            .map(Unjudged::card);
    return Stream.concat(judged.stream(), others)
        .filter(card -> card.getLifecycle() != Lifecycle.RETIRED)
        .toList();
  }

  /** Its standards, without a gate. */
  static Scorecard card(Service service) {
    return Scorecard.newBuilder()
        .setService(service.name())
        .setOwner(service.owner())
        .setSystem(service.system())
        .setTier(service.tier())
        .setLifecycle(Lifecycle.valueOf(service.lifecycle().name()))
        .setTraits(service.traits().stream().sorted().toList())
        .setClock(Instant.EPOCH)
        .setSpoken(Instant.EPOCH)
        .setDefinition("")
        .setStandards(service.standards().stream().map(Unjudged::score).toList())
        .build();
  }

  private static StandardScore score(StandardUse use) {
    String level = use.level();
    String hash = use.hash();
    return StandardScore.newBuilder()
        .setStandard(use.id())
        .setLevel(level == null ? "" : level)
        .setDefinition(hash == null ? "" : hash)
        .setVerdict(Verdict.NOT_CONNECTED)
        .setApply(0)
        .setPassed(0)
        .setWaived(0)
        .setOnPersonsWord(0)
        .build();
  }
}
