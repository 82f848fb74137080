package dev.muster.app.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.app.Addresses;
import dev.muster.app.Unreachable;
import dev.muster.app.api.SinkApi;
import dev.muster.runtime.settings.Setting;
import java.util.List;
import java.util.stream.StreamSupport;

/** Asks the sink for scorecards. */
public final class PagesClient {
  /** What it reads. */
  static final List<Setting<?>> SETTINGS = SinkApi.SETTINGS;

  private final SinkApi api;

  PagesClient(Addresses addresses) {
    api = new SinkApi(addresses);
  }

  /** The scorecard of one service, as of now. */
  Card card(String service) {
    return Card.ofOne(api.fresh("/api/v1/scorecards/" + SinkApi.encoded(service)));
  }

  /** Those of the services of one system; at least one. */
  List<Card> cards(String system) {
    JsonNode all =
        api.fresh("/api/v1/scorecards?system=" + SinkApi.encoded(system)).path("scorecards");
    List<Card> cards =
        StreamSupport.stream(all.spliterator(), false)
            .map(Card::read)
            .filter(card -> card.system().equals(system))
            .toList();
    if (cards.isEmpty()) {
      throw new Unreachable(
          "no service of a system \"" + system + "\" was judged; is the name right, and applied?");
    }
    return cards;
  }
}
