package dev.muster.streams;

import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.streams.admit.Admission;
import dev.muster.streams.admit.Novelty;
import dev.muster.streams.admit.PatientDeserializer;
import dev.muster.streams.judge.ReadinessStage;
import dev.muster.streams.live.Liveness;
import dev.muster.streams.rotation.RotationStage;
import dev.muster.streams.state.BudgetWord;
import dev.muster.streams.state.RotationWord;
import dev.muster.streams.state.Stores;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/**
 * All of streams on one page. Everything is keyed by service, or is written into every partition,
 * so that one sub-topology holds it: a task reads the same partition of each topic. Beside it is a
 * small one that sums the weeks of rotations, whose services lie in many partitions.
 *
 * <pre>
 *  deploy  alert  backup  scan  sli  waiver  notice  review  catalog   rotation
 *     └──────┴──────┴──────┴─────┼─────┴───────┴───────┴────────┴─────────┘ ▲
 *                                │                                          │
 *                           admission ──── unreadable, no key, other key ───► dead-letters
 *                                │
 *                            novelty       the second with one source and id ends here
 *                                │           seen-window
 *                            readiness     clocks, deadlines, burn, noise, gates, scorecards
 *                      │    │    │    │   │    service-clock · service-state · deadline-index
 *                      │    │    │    │   │    evidence-rows · deploy-rows · waiver-book
 *                      │    │    │    │   │    burn-ledger · burn-hours · maintenance-book
 *                      │    │    │    │   │    alert-rows · alert-signs · rotation-weeks
 *                      │    │    │    │   │    catalogue-documents · member-index
 *                      │    │    │    │   │    budget-copies
 *                      │    │    │    │   ├──► budget-hours-repartition    read back by the service
 *                      ▼    ▼    ▼    ▼   ▼                           whose alerts these confirm
 *                  gates burns noises │ rotation-week-repartition    by rotation
 *                                     │        │
 *                            scorecards     rotation-sum       what all its services add
 *                                              │                 rotation-shares
 *                                              ▼
 *                                           rotations          to each of them, read back above
 * </pre>
 *
 * <p>Status has its package and topic, and judges nothing yet.
 */
public final class ReadinessTopology {
  /** What is read, each into a source node named as the topic. */
  public static final List<TopicSpec<? extends SpecificRecord>> INPUTS =
      List.of(
          Topics.DEPLOY,
          Topics.ALERT,
          Topics.BACKUP,
          Topics.SCAN,
          Topics.SLI,
          Topics.WAIVER,
          Topics.NOTICE,
          Topics.REVIEW,
          Topics.ROTATION,
          Topics.CATALOG);

  private static final String ADMISSION = "admission";
  private static final String NOVELTY = "novelty";
  private static final String READINESS = "readiness";
  private static final String DEAD_LETTERS = "dead-letters";
  private static final String SHARES = "rotation-week-repartition";
  private static final String BUDGETS = "budget-hours-repartition";
  private static final String SUM = "rotation-sum";
  private static final String ROTATIONS = "rotations";
  private static final ReadinessStage.Sinks SINKS =
      new ReadinessStage.Sinks("gates", "burns", "noises", "shares", "budgets", "scorecards");

  private final SchemaRegistryClient registry;
  private final boolean registerSchemas;
  private final Setup setup;

  /**
   * What the stages need.
   *
   * @param held services whose state is held decoded, by task
   * @param nanos moves while a task works, as {@link System#nanoTime}
   */
  public record Setup(
      Liveness liveness,
      StreamsMeters meters,
      PatientDeserializer.Pause pause,
      int held,
      LongSupplier nanos) {}

  public ReadinessTopology(SchemaRegistryClient registry, boolean registerSchemas, Setup setup) {
    this.registry = registry;
    this.registerSchemas = registerSchemas;
    this.setup = setup;
  }

  public Topology build() {
    Repartitioning topology = new Repartitioning();
    INPUTS.forEach(input -> source(topology, input));
    String[] inputs = INPUTS.stream().map(TopicSpec::name).toArray(String[]::new);
    rotations(topology.through(SHARES).through(BUDGETS))
        .addSource(BUDGETS, new StringDeserializer(), BudgetWord.deserializer(), BUDGETS)
        .addProcessor(ADMISSION, () -> new Admission(NOVELTY, DEAD_LETTERS, setup.meters()), inputs)
        .addProcessor(NOVELTY, () -> new Novelty(Stores.SEEN, setup.meters()), ADMISSION)
        .addProcessor(READINESS, this::readiness, NOVELTY, BUDGETS)
        .addStateStore(Stores.window(Stores.SEEN, Novelty.KEPT), NOVELTY)
        .addStateStore(Stores.cached(Stores.PULSES), READINESS)
        .addStateStore(Stores.cached(Stores.STATES), READINESS)
        .addStateStore(Stores.keyValue(Stores.EVIDENCE, Serdes.Bytes()), READINESS)
        .addStateStore(Stores.keyValue(Stores.DEPLOYS, Serdes.Bytes()), READINESS)
        .addStateStore(Stores.keyValue(Stores.DEADLINES, Serdes.Bytes()), READINESS)
        .addStateStore(Stores.text(Stores.DOCUMENTS), READINESS)
        .addStateStore(Stores.text(Stores.MEMBERS), READINESS)
        .addStateStore(Stores.text(Stores.WAIVERS), READINESS)
        .addStateStore(Stores.cached(Stores.BURNS), READINESS)
        .addStateStore(Stores.keyValue(Stores.HOURS, Serdes.Bytes()), READINESS)
        .addStateStore(Stores.keyValue(Stores.COPIES, Serdes.Bytes()), READINESS)
        .addStateStore(Stores.text(Stores.MAINTENANCE), READINESS)
        .addStateStore(Stores.keyValue(Stores.ALERTS, Serdes.Bytes()), READINESS)
        .addStateStore(Stores.text(Stores.SIGNS), READINESS)
        .addStateStore(Stores.text(Stores.ROTATIONS), READINESS)
        .addSink(
            SINKS.gates(), Topics.GATE.name(), key(), serde(Topics.GATE).serializer(), READINESS)
        .addSink(
            SINKS.burns(), Topics.BURN.name(), key(), serde(Topics.BURN).serializer(), READINESS)
        .addSink(
            SINKS.noises(), Topics.NOISE.name(), key(), serde(Topics.NOISE).serializer(), READINESS)
        .addSink(SINKS.shares(), SHARES, key(), RotationWord.serializer(), READINESS)
        .addSink(SINKS.budgets(), BUDGETS, key(), BudgetWord.serializer(), READINESS)
        .addSink(
            SINKS.scorecards(),
            Topics.SCORECARD.name(),
            key(),
            serde(Topics.SCORECARD).serializer(),
            READINESS)
        .addSink(
            DEAD_LETTERS,
            Topics.DEAD_LETTERS.name(),
            new ByteArraySerializer(),
            new ByteArraySerializer(),
            ADMISSION);
    return topology;
  }

  private Topology rotations(Topology topology) {
    return topology
        .addSource(SHARES, new StringDeserializer(), RotationWord.deserializer(), SHARES)
        .addProcessor(SUM, () -> new RotationStage(setup.meters()), SHARES)
        .addStateStore(Stores.text(Stores.SHARES), SUM)
        .addSink(
            ROTATIONS, Topics.ROTATION.name(), key(), serde(Topics.ROTATION).serializer(), SUM);
  }

  private ReadinessStage readiness() {
    return new ReadinessStage(
        new ReadinessStage.Judging(
            setup.liveness(), setup.meters(), SINKS, setup.held(), setup.nanos()));
  }

  private void source(Topology topology, TopicSpec<? extends SpecificRecord> input) {
    topology.addSource(
        input.name(),
        new ByteArrayDeserializer(),
        new PatientDeserializer(serde(input).deserializer(), setup.pause()),
        input.name());
  }

  private <T extends SpecificRecord> RecordSerde<T> serde(TopicSpec<T> topic) {
    return new RecordSerde<>(topic, registry, registerSchemas);
  }

  private static StringSerializer key() {
    return new StringSerializer();
  }
}
