package dev.muster.core.slo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is measured: where good and bad events are counted. */
public sealed interface Indicator {

  /**
   * Two counts; {@code counted} is the good or the bad events.
   *
   * @param counter whether the queries count up for ever
   */
  record Ratio(Query counted, boolean bad, Query total, boolean counter) implements Indicator {}

  /**
   * One figure that is a share already, 0 to 1.
   *
   * @param success whether it is the share of good events, else of bad ones
   */
  record Raw(Query query, boolean success) implements Indicator {}

  /**
   * A question to a tool.
   *
   * @param source name of the DataSource, absent where the query stands for itself
   * @param type the tool's, {@code Prometheus}; absent where its DataSource says it
   * @param spec the query as the tool's type has it
   */
  record Query(@Nullable String source, @Nullable String type, Map<String, String> spec) {
    public Query {
      spec = Map.copyOf(spec);
    }
  }
}
