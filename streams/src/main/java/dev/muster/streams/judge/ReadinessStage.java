package dev.muster.streams.judge;

import dev.muster.core.gate.Position;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import dev.muster.streams.StreamsMeters;
import dev.muster.streams.StreamsMeters.Judged;
import dev.muster.streams.live.Liveness;
import dev.muster.streams.state.AlertStore;
import dev.muster.streams.state.BudgetRows;
import dev.muster.streams.state.BudgetWord;
import dev.muster.streams.state.BurnRows;
import dev.muster.streams.state.DeployRows;
import dev.muster.streams.state.EvidenceRows;
import dev.muster.streams.state.FirstTouch;
import dev.muster.streams.state.MaintenanceRows;
import dev.muster.streams.state.Members;
import dev.muster.streams.state.RotationRows;
import dev.muster.streams.state.ServiceStates;
import dev.muster.streams.state.SignRows;
import dev.muster.streams.state.Stores;
import dev.muster.streams.state.WaiverRows;
import dev.muster.streams.time.Alarm;
import dev.muster.streams.time.Deadline;
import dev.muster.streams.time.DeadlineIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Judges: hands each record to what it acts on, and wakes what is silent. */
public final class ReadinessStage implements Processor<String, Object, String, Object> {
  /** How long after a deadline a record received before it may still be on its way. */
  public static final Duration GRACE = Duration.ofSeconds(5);

  /**
   * How long deadlines are spoken at a stretch, by each task of a thread. Records wait meanwhile
   * and nothing is committed; a transaction that is open for longer than ten seconds is aborted,
   * and the thread dies of it.
   */
  private static final Duration TURN = Duration.ofMillis(200);

  private static final int SLOS_FOR_EACH_SERVICE = 2;

  private final Judging judging;
  private @Nullable Running running;

  /**
   * What the stage is made with.
   *
   * @param held services whose state is held decoded, by task
   * @param nanos moves while a task works; the task's own wall clock stands still meanwhile
   */
  public record Judging(
      Liveness liveness, StreamsMeters meters, Sinks sinks, int held, LongSupplier nanos) {}

  /** Names of the nodes that write. */
  public record Sinks(
      String gates,
      String burns,
      String noises,
      String shares,
      String budgets,
      String scorecards) {}

  /** What there is once a task runs. */
  private record Running(
      ProcessorContext<String, Object> context,
      Readiness readiness,
      ServiceStates states,
      DeadlineIndex index,
      FirstTouch touch,
      Alarm alarm) {}

  public ReadinessStage(Judging judging) {
    this.judging = judging;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    Alarm alarm = new Alarm(context, this::wake);
    DeadlineIndex index = new DeadlineIndex(context.getStateStore(Stores.DEADLINES));
    ServiceStates states =
        new ServiceStates(
            new ServiceStates.Rows(
                context.getStateStore(Stores.STATES), context.getStateStore(Stores.PULSES)),
            index,
            added -> alarm.at(added.at()),
            judging.held());
    EvidenceRows evidence =
        new EvidenceRows(context.getStateStore(Stores.EVIDENCE), judging.held());
    DeployRows deploys = new DeployRows(context.getStateStore(Stores.DEPLOYS), judging.held());
    Documents documents = new Documents(context.getStateStore(Stores.DOCUMENTS));
    Voice voice = new Voice(context, judging.sinks(), judging.meters());
    WaiverRows waivers = new WaiverRows(context.getStateStore(Stores.WAIVERS), judging.held());
    int slosHeld = judging.held() * SLOS_FOR_EACH_SERVICE;
    Slos slos =
        new Slos(
            new BurnRows(
                context.getStateStore(Stores.BURNS), context.getStateStore(Stores.HOURS), slosHeld),
            new MaintenanceRows(context.getStateStore(Stores.MAINTENANCE), judging.held()),
            new BudgetRows(context.getStateStore(Stores.COPIES)),
            slosHeld);
    Noises noises =
        new Noises(
            new AlertStore(context.getStateStore(Stores.ALERTS), judging.held()),
            new SignRows(context.getStateStore(Stores.SIGNS), judging.held()),
            new RotationRows(context.getStateStore(Stores.ROTATIONS), judging.held()),
            judging.held());
    Standings standings = new Standings(evidence, waivers, slos, noises, states, judging.held());
    Announcer announcer =
        new Announcer(
            states,
            deploys,
            standings,
            slos,
            noises,
            () -> judging.liveness().caughtUpTo(context.taskId()).isPresent(),
            voice);
    ServiceJudge judge =
        new ServiceJudge(
            states, new Rulebooks(documents, judging.held()), standings, announcer, voice);
    NoiseDesk noise = new NoiseDesk(noises, deploys, slos, states, judge, announcer, voice);
    BudgetDesk budgets = new BudgetDesk(slos, states, judge, voice, noise::measured);
    Members members = new Members(context.getStateStore(Stores.MEMBERS));
    running =
        new Running(
            context,
            new Readiness(
                new Memory(states, evidence, waivers, deploys, members, documents),
                judge,
                new Readiness.Desks(
                    new BurnDesk(slos, states, judge, announcer, voice, budgets), noise, budgets),
                announcer),
            states,
            index,
            new FirstTouch(context, Stores.JUDGED),
            alarm);
    alarm.at(alarm.now());
  }

  @Override
  public void process(Record<String, Object> in) {
    Running now = running();
    now.touch().once();
    RecordMetadata from = now.context().recordMetadata().orElseThrow();
    Instant received = Instant.ofEpochMilli(in.timestamp());
    Position position = new Position(from.topic(), from.partition(), from.offset());
    int spoken =
        in.value() instanceof BudgetWord word
            ? now.readiness().confirming(in.key(), word, received)
            : act(now.readiness(), in.key(), (SpecificRecord) in.value(), received, position);
    now.states().write();
    count(spoken, false);
  }

  private void count(int spoken, boolean byWallClock) {
    for (int i = 0; i < spoken; i++) {
      judging.meters().deadline(byWallClock);
    }
  }

  private int act(
      Readiness readiness,
      String key,
      @Nullable SpecificRecord value,
      Instant received,
      Position position) {
    if (value == null) {
      judging.meters().judged(Judged.CATALOGUE);
      return readiness.pruned(key, received);
    } else if (value instanceof CatalogEntry entry) {
      judging.meters().judged(Judged.CATALOGUE);
      if (entry.getKind() == CatalogKind.SERVICE) {
        return readiness.defined(entry, received);
      }
      readiness.document(entry);
      return 0;
    } else if (isSubject(key)) {
      judging.meters().judged(Judged.SUBJECT_RECORD);
      return readiness.ofSubject(key, value, received, position);
    }
    judging.meters().judged(Judged.SERVICE_RECORD);
    return readiness.ofService(key, value, received, position);
  }

  private static boolean isSubject(String key) {
    return key.equals("org") || key.startsWith("rotation/") || key.startsWith("system/");
  }

  /** By the wall clock. */
  private void wake() {
    Running now = running();
    Instant wall = now.alarm().now();
    Optional<Instant> read = judging.liveness().caughtUpTo(now.context().taskId());
    if (read.isEmpty()) {
      now.alarm().at(wall);
      return;
    }
    Instant past = read.get().minus(GRACE);
    long end = judging.nanos().getAsLong() + TURN.toNanos();
    List<Deadline> due = due(now, wall, past);
    while (!due.isEmpty()) {
      boolean all = speak(now, due, past, end);
      now.states().write();
      if (!all) {
        now.alarm().again();
        return;
      }
      due = due(now, wall, past);
    }
    now.index().next().ifPresent(now.alarm()::at);
  }

  /** Returns false when it came to the end of its turn before that of the deadlines. */
  private boolean speak(Running now, List<Deadline> due, Instant past, long end) {
    for (Deadline deadline : due) {
      count(now.readiness().speak(deadline, past), true);
      if (judging.nanos().getAsLong() - end > 0) {
        return false;
      }
    }
    return true;
  }

  /** A scorecard waits for all judgements that are due, and needs no grace. */
  private static List<Deadline> due(Running now, Instant wall, Instant past) {
    List<Deadline> all = now.index().due(wall);
    List<Deadline> judgements =
        all.stream()
            .filter(deadline -> !Readiness.isScorecard(deadline) && !deadline.at().isAfter(past))
            .toList();
    return judgements.isEmpty() ? all.stream().filter(Readiness::isScorecard).toList() : judgements;
  }

  private Running running() {
    if (running == null) {
      throw new IllegalStateException("not initialised");
    }
    return running;
  }
}
