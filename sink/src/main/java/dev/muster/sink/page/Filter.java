package dev.muster.sink.page;

import dev.muster.schemas.judgement.Scorecard;
import java.util.Objects;
import java.util.Optional;

/** Which services are asked for; what is empty asks for all. */
public record Filter(
    Optional<String> owner,
    Optional<Integer> tier,
    Optional<String> system,
    Optional<String> standard) {

  public static final Filter ALL =
      new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public boolean takes(Scorecard card) {
    return owner.map(card.getOwner()::equals).orElse(true)
        && tier.map(asked -> asked == card.getTier()).orElse(true)
        && system.map(asked -> Objects.equals(asked, card.getSystem())).orElse(true)
        && standard
            .map(
                asked ->
                    card.getStandards().stream()
                        .anyMatch(score -> score.getStandard().equals(asked)))
            .orElse(true);
  }
}
