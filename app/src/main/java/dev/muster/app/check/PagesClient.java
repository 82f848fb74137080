package dev.muster.app.check;

import dev.muster.app.Addresses;
import dev.muster.app.api.SinkApi;
import dev.muster.runtime.settings.Setting;
import java.util.List;

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
}
