package dev.muster.ingest.fact;

import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** What kinds of facts are taken, where each goes, and how old one may be. */
@SuppressWarnings("ImmutableEnumChecker") // A TopicSpec never changes.
public enum FactKind {
  DEPLOY(Topics.DEPLOY, Duration.ofDays(400)),
  ALERT(Topics.ALERT, Duration.ofDays(100)),
  BACKUP(Topics.BACKUP, Duration.ofDays(400)),
  SCAN(Topics.SCAN, Duration.ofDays(400)),
  /** An SLO's period; 30 days until catalogue entries tell it. */
  SLI(Topics.SLI, Duration.ofDays(30));

  private final TopicSpec<? extends SpecificRecord> topic;
  private final Duration oldest;

  FactKind(TopicSpec<? extends SpecificRecord> topic, Duration oldest) {
    this.topic = topic;
    this.oldest = oldest;
  }

  public TopicSpec<? extends SpecificRecord> topic() {
    return topic;
  }

  /** How long ago one may have happened. */
  public Duration oldest() {
    return oldest;
  }

  /** As in paths and tags, {@code deploy}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Schema schema() {
    return model().getSchema(topic.record());
  }

  SpecificData model() {
    return SpecificData.getForClass(topic.record());
  }

  public static Optional<FactKind> ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** By the type of a CloudEvent, {@code dev.muster.fact.deploy.v1}. */
  public static Optional<FactKind> ofEventType(String type) {
    return Arrays.stream(values()).filter(kind -> kind.topic.eventType().equals(type)).findFirst();
  }

  public static Optional<FactKind> ofTopic(String name) {
    return Arrays.stream(values()).filter(kind -> kind.topic.name().equals(name)).findFirst();
  }
}
