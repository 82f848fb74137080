package dev.muster.schemas;

import static dev.muster.schemas.Program.APPLY;
import static dev.muster.schemas.Program.INGEST;
import static dev.muster.schemas.Program.SINK;
import static dev.muster.schemas.Program.STREAMS;
import static dev.muster.schemas.RecordKey.SERVICE;
import static dev.muster.schemas.RecordKey.SUBJECT;

import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.Backup;
import dev.muster.schemas.fact.Deploy;
import dev.muster.schemas.fact.Notice;
import dev.muster.schemas.fact.Review;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.SliSample;
import dev.muster.schemas.fact.Waiver;
import dev.muster.schemas.fold.ScorecardFold;
import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.NoiseJudgement;
import dev.muster.schemas.judgement.RotationJudgement;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StatusJudgement;
import dev.muster.schemas.record.AuditEntry;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.Delivery;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** All topics; the only place with a topic's name. */
public final class Topics {
  private static final Kept FACTS = new Kept.For(Duration.ofDays(400));
  private static final Kept SAMPLES = new Kept.For(Duration.ofDays(100));
  private static final Kept LETTERS = new Kept.For(Duration.ofDays(100));
  private static final Kept RECORDS = new Kept.For(Duration.ofDays(7 * 365));
  private static final Kept FOR_EVER = new Kept.ForEver();
  private static final Kept LATEST = new Kept.Latest();

  public static final TopicSpec<Deploy> DEPLOY =
      fact("deploy", Deploy.class, SERVICE, FACTS, Set.of(INGEST), Set.of(STREAMS));
  public static final TopicSpec<Alert> ALERT =
      fact("alert", Alert.class, SUBJECT, FACTS, Set.of(INGEST, SINK), Set.of(STREAMS, SINK));
  public static final TopicSpec<Backup> BACKUP =
      fact("backup", Backup.class, SERVICE, FACTS, Set.of(INGEST), Set.of(STREAMS));
  public static final TopicSpec<Scan> SCAN =
      fact("scan", Scan.class, SUBJECT, FACTS, Set.of(INGEST, SINK), Set.of(STREAMS, SINK));
  public static final TopicSpec<SliSample> SLI =
      fact("sli", SliSample.class, SERVICE, SAMPLES, Set.of(INGEST), Set.of(STREAMS));
  public static final TopicSpec<Waiver> WAIVER =
      fact("waiver", Waiver.class, SERVICE, RECORDS, Set.of(SINK), Set.of(STREAMS, SINK));
  public static final TopicSpec<Notice> NOTICE =
      fact("notice", Notice.class, SERVICE, RECORDS, Set.of(SINK), Set.of(STREAMS, SINK));
  public static final TopicSpec<Review> REVIEW =
      fact("review", Review.class, SUBJECT, RECORDS, Set.of(SINK), Set.of(STREAMS, SINK));

  /** Never compacted: it must be known which rule was in force at any time. */
  public static final TopicSpec<CatalogEntry> CATALOG =
      new TopicSpec<>(
          "muster.catalog.v1",
          CatalogEntry.class,
          RecordKey.CATALOG,
          FOR_EVER,
          Set.of(APPLY),
          Set.of(INGEST, STREAMS, SINK, APPLY));

  public static final TopicSpec<BurnJudgement> BURN =
      judgement("burn", BurnJudgement.class, RECORDS, Set.of(SINK));
  public static final TopicSpec<GateJudgement> GATE =
      judgement("gate", GateJudgement.class, RECORDS, Set.of(SINK));
  public static final TopicSpec<NoiseJudgement> NOISE =
      judgement("noise", NoiseJudgement.class, RECORDS, Set.of(SINK));

  /** Streams reads back what it wrote: a rotation's week counts for each service. */
  public static final TopicSpec<RotationJudgement> ROTATION =
      judgement("rotation", RotationJudgement.class, RECORDS, Set.of(STREAMS, SINK));

  public static final TopicSpec<StatusJudgement> STATUS =
      judgement("status", StatusJudgement.class, RECORDS, Set.of(SINK));
  public static final TopicSpec<Scorecard> SCORECARD =
      judgement("scorecard", Scorecard.class, LATEST, Set.of(SINK))
          .on(new Wire<>(ScorecardFold::fold, ScorecardFold::unfold));

  /** Ingest replays from here what the catalogue has come to know. */
  public static final TopicSpec<byte[]> DEAD_LETTERS =
      new TopicSpec<>(
          "muster.dead-letters.v1",
          byte[].class,
          RecordKey.ORIGINAL,
          LETTERS,
          Set.of(INGEST, STREAMS, SINK),
          Set.of(INGEST, SINK));

  public static final TopicSpec<Delivery> DELIVERIES =
      new TopicSpec<>(
          "muster.deliveries.v1",
          Delivery.class,
          RecordKey.DELIVERY,
          LATEST,
          Set.of(SINK),
          Set.of(SINK));
  public static final TopicSpec<AuditEntry> AUDIT =
      new TopicSpec<>(
          "muster.audit.v1",
          AuditEntry.class,
          RecordKey.AUDITED,
          RECORDS,
          Set.of(SINK),
          Set.of(SINK));

  /** In the order in which people are told of them. */
  public static final List<TopicSpec<?>> ALL =
      List.of(
          DEPLOY,
          ALERT,
          BACKUP,
          SCAN,
          SLI,
          WAIVER,
          NOTICE,
          REVIEW,
          CATALOG,
          BURN,
          GATE,
          NOISE,
          ROTATION,
          STATUS,
          SCORECARD,
          DEAD_LETTERS,
          DELIVERIES,
          AUDIT);

  private Topics() {}

  /** What a program reads or writes. */
  public static List<TopicSpec<?>> of(Program program) {
    return ALL.stream()
        .filter(topic -> topic.writers().contains(program) || topic.readers().contains(program))
        .toList();
  }

  /**
   * Looks at the topics and makes those that are missing.
   *
   * @return the names of those made
   * @throws TopicsRefused when one is there with another partition count or meaning; nothing is
   *     made then
   * @throws org.apache.kafka.common.KafkaException when the broker does not answer or refuses
   */
  public static List<String> ensure(
      Admin admin, TopicLayout layout, Collection<? extends TopicSpec<?>> topics) {
    return new TopicSetup(admin, layout, topics).ensure();
  }

  private static <T> TopicSpec<T> fact(
      String what,
      Class<T> record,
      RecordKey key,
      Kept kept,
      Set<Program> writers,
      Set<Program> readers) {
    return new TopicSpec<>("muster.facts." + what + ".v1", record, key, kept, writers, readers);
  }

  private static <T> TopicSpec<T> judgement(
      String what, Class<T> record, Kept kept, Set<Program> readers) {
    String name = "muster.judgements." + what + ".v1";
    return new TopicSpec<>(name, record, SERVICE, kept, Set.of(STREAMS), readers);
  }
}
