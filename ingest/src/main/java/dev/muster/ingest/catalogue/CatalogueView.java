package dev.muster.ingest.catalogue;

import dev.muster.ingest.follow.Following;
import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import dev.muster.schemas.Topics;
import dev.muster.schemas.record.CatalogEntry;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The services that are known now, followed from the catalogue topic. Nothing can be placed before
 * the topic was read to the end it had at the start; while Kafka is away the last view stays.
 */
public final class CatalogueView implements Part, ServiceCatalogue {
  private static final String TOPIC = Topics.CATALOG.name();

  private final Following following;
  private final Deserializer<CatalogEntry> entries;
  private volatile KnownServices known = KnownServices.NONE;
  private volatile boolean complete;

  public CatalogueView(
      Supplier<Consumer<String, byte[]>> consumers, Deserializer<CatalogEntry> entries) {
    this.entries = entries;
    this.following = new Following(TOPIC, consumers, Reader::new);
  }

  /** One reading from the beginning; seen by others once it is complete. */
  private final class Reader implements Following.Reader {
    private final CatalogueReading reading = new CatalogueReading(TOPIC, entries);
    private boolean whole;

    @Override
    public void read(ConsumerRecords<String, byte[]> records, boolean atEnd) {
      records.forEach(record -> reading.read(record.key(), record.value()));
      boolean nowWhole = whole || atEnd;
      if (nowWhole && (!whole || !records.isEmpty())) {
        known = reading.known();
        complete = true;
      }
      whole = nowWhole;
    }
  }

  @Override
  public String name() {
    return "catalogue";
  }

  @Override
  public void start() {
    following.start();
  }

  @Override
  public KnownServices known() {
    return known;
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  @Override
  public Health check() {
    Health health = following.check();
    return health instanceof Health.Up && !complete
        ? new Health.Starting("has not read the catalogue to its end yet")
        : health;
  }

  @Override
  public void close() {
    following.close();
  }
}
