package dev.muster.bench;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.AlertState;
import dev.muster.schemas.fact.Backup;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import dev.muster.schemas.fact.BackupScope;
import dev.muster.schemas.fact.Deploy;
import dev.muster.schemas.fact.DeployOutcome;
import dev.muster.schemas.fact.DeployTrigger;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.fact.Severity;
import dev.muster.schemas.fact.SliSample;
import dev.muster.schemas.fact.VerifiedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** The facts of a {@link Mix}, from one seed. */
final class Load {
  /** What the facts are of. */
  static final List<TopicSpec<? extends SpecificRecord>> TOPICS =
      List.of(Topics.SLI, Topics.SCAN, Topics.DEPLOY, Topics.BACKUP, Topics.ALERT);

  /** So that each of a thousand SLOs is sampled about once a minute. */
  private static final Duration APART = Duration.ofMillis(50);

  private final List<Check> checks = List.copyOf(CatalogueReader.builtIn().checks());
  private final Random random = new Random(7);
  private final Town town = Town.ofOne();
  private final Mix mix;
  private int samples;

  Load(Mix mix) {
    this.mix = mix;
  }

  /** Names of the topics. */
  static Set<String> names() {
    return TOPICS.stream().map(TopicSpec::name).collect(Collectors.toSet());
  }

  /** One more sample of an SLO. */
  void sampleNow(Letters letters, int slo, int round) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    SliSample sample = sample(slo, Integer.MAX_VALUE - round * mix.slos() - slo, now);
    letters.send(Topics.SLI, sample.getService(), sample, now);
  }

  Mix mix() {
    return mix;
  }

  int facts() {
    return mix.facts();
  }

  /** Records of the catalogue. */
  long entries() {
    return town.entries(mix.services());
  }

  /** Returns when the broker has all of it, the catalogue too. */
  void write(Machine machine) {
    Instant begin =
        Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(APART.multipliedBy(mix.facts() + 1L));
    try (Letters letters = new Letters(machine)) {
      town.write(letters, mix.described(town), begin);
      for (int i = 0; i < mix.facts(); i++) {
        fact(letters, i, begin.plus(APART.multipliedBy(i + 1L)));
      }
    }
  }

  private void fact(Letters letters, int number, Instant time) {
    if (mix.samplesAlone()) {
      SliSample sample = sample(samples++ % mix.slos(), number, time);
      letters.send(Topics.SLI, sample.getService(), sample, time);
      return;
    }
    String service = mix.service(random.nextInt(mix.services()));
    switch (number % 20) {
      case 0, 1 -> {
        Scan scan = scan(service, number, time, random.nextInt(10) > 0);
        letters.send(Topics.SCAN, service, scan, time);
      }
      case 5 -> letters.send(Topics.DEPLOY, service, deploy(service, number, time), time);
      case 10 -> {
        if (number % 40 == 10) {
          letters.send(Topics.BACKUP, service, backup(service, number, time), time);
        } else {
          letters.send(Topics.ALERT, service, alert(service, number, time), time);
        }
      }
      default -> {
        SliSample sample = sample(samples++ % mix.slos(), number, time);
        letters.send(Topics.SLI, sample.getService(), sample, time);
      }
    }
  }

  /** A minute of one SLO. */
  SliSample sample(int slo, int number, Instant time) {
    return SliSample.newBuilder()
        .setId("sample-" + number)
        .setSource("bench")
        .setService(mix.service(slo))
        .setTime(time)
        .setSlo("availability")
        .setFrom(time.minus(Duration.ofMinutes(1)))
        .setTo(time)
        .setGood(990 + random.nextInt(10))
        .setTotal(1_000)
        .build();
  }

  Scan scan(String service, int number, Instant time, boolean passes) {
    Check check = checks.get(random.nextInt(checks.size()));
    Map<String, Double> values = new HashMap<>();
    check.values().keySet().forEach(value -> values.put(value, (double) random.nextInt(2)));
    return Scan.newBuilder()
        .setId("scan-" + number)
        .setSource("bench")
        .setService(service)
        .setTime(time)
        .setCheck(check.id())
        .setTarget("repository")
        .setRef("main")
        .setOutcome(passes ? ScanOutcome.PASSED : ScanOutcome.FAILED)
        .setValues(values)
        .setProof(Proof.MACHINE)
        .build();
  }

  private Backup backup(String service, int number, Instant time) {
    return Backup.newBuilder()
        .setId("backup-" + number)
        .setSource("bench")
        .setService(service)
        .setTime(time)
        .setDataset(Town.DATASET)
        .setOperation(random.nextInt(10) == 0 ? BackupOperation.RESTORE : BackupOperation.BACKUP)
        .setOutcome(BackupOutcome.SUCCEEDED)
        .setScope(BackupScope.FULL)
        .setVerifiedBy(VerifiedBy.CHECKSUM)
        .build();
  }

  private static Deploy deploy(String service, int number, Instant time) {
    return Deploy.newBuilder()
        .setId("deploy-" + number)
        .setSource("bench")
        .setService(service)
        .setTime(time)
        .setEnvironment("production")
        .setCommit("commit-" + number)
        .setTrigger(DeployTrigger.PIPELINE)
        .setOutcome(DeployOutcome.SUCCEEDED)
        .setDeploymentId("deployment-" + number)
        .build();
  }

  private static Alert alert(String service, int number, Instant time) {
    return Alert.newBuilder()
        .setId("alert-" + number)
        .setSource("bench")
        .setService(service)
        .setTime(time)
        .setRule("HighLatency")
        .setFingerprint("series-" + number % 100)
        .setStartedAt(time)
        .setEnvironment("production")
        .setSeverity(Severity.PAGE)
        .setState(AlertState.FIRING)
        .build();
  }
}
