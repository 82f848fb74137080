package dev.muster.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.schemas.DeadLetterHeaders;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Facts;
import dev.muster.streams.drive.Town;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BadRecordsTest {
  private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");
  private static final byte[] SECRET = Drive.bytes("password=hunter2");

  private final Drive drive = new Drive(START);

  @BeforeEach
  void aService() {
    drive.apply(Town.BAR, START);
    drive.apply(Town.service("orders"), START);
    drive.gates();
  }

  @AfterEach
  void end() {
    drive.close();
  }

  private byte[] scan(String service) {
    return new RecordSerde<>(Topics.SCAN, drive.registry, true)
        .serializer()
        .serialize(Topics.SCAN.name(), Facts.scan("s1", service, ScanOutcome.PASSED, START));
  }

  private DeadLetterHeaders onlyLetter(byte[] payload) {
    List<TestRecord<byte[], byte[]>> letters = drive.letters();
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).value()).isEqualTo(payload);
    return DeadLetterHeaders.from(letters.get(0).headers()).orElseThrow();
  }

  private double refused(String reason) {
    return drive.meters.counter("muster.streams.records.refused", "reason", reason).count();
  }

  @Test
  void bytesThatAreNoRecordGoToTheDeadLettersAndTheNextRecordIsJudged() {
    // when
    drive.send(Topics.SCAN, Drive.bytes("orders"), SECRET, START.plusSeconds(1));
    drive.send(Topics.SCAN, Drive.bytes("orders"), scan("orders"), START.plusSeconds(2));

    // then
    DeadLetterHeaders why = onlyLetter(SECRET);
    assertThat(why.reason()).isEqualTo("UNREADABLE");
    assertThat(why.detail()).contains("WRONG_MAGIC").doesNotContain("hunter2");
    assertThat(why.topic()).isEqualTo(Topics.SCAN.name());
    assertThat(why.place()).isEqualTo(new DeadLetterHeaders.Place(0, 0));
    assertThat(why.time()).isEqualTo(START.plusSeconds(1));
    assertThat(drive.gates()).extracting(GateJudgement::getGate).containsExactly("scanned");
    assertThat(refused("unreadable")).isEqualTo(1);
  }

  @Test
  void aRecordCutShortIsADeadLetterWithoutItsPayloadInAnyHeader() {
    byte[] whole = scan("orders");
    byte[] cut = Arrays.copyOf(whole, whole.length - 3);

    // when
    drive.send(Topics.SCAN, Drive.bytes("orders"), cut, START);

    // then
    DeadLetterHeaders why = onlyLetter(cut);
    assertThat(why.detail()).contains("GARBAGE").doesNotContain("secret-scan");
  }

  @Test
  void aRecordWithoutAKeyIsADeadLetter() {
    // when
    drive.send(Topics.SCAN, null, scan("orders"), START);

    // then
    assertThat(onlyLetter(scan("orders")).reason()).isEqualTo("NO_KEY");
    assertThat(drive.gates()).isEmpty();
  }

  @Test
  void aRecordUnderAnotherKeyIsADeadLetter() {
    // when
    drive.send(Topics.SCAN, Drive.bytes("billing"), scan("orders"), START);

    // then
    assertThat(onlyLetter(scan("orders")).reason()).isEqualTo("OTHER_KEY");
    assertThat(drive.gates()).isEmpty();
    assertThat(refused("other-key")).isEqualTo(1);
  }

  @Test
  void aFactWithoutAValueIsADeadLetter() {
    // when
    drive.send(Topics.SCAN, Drive.bytes("orders"), null, START);

    // then
    List<TestRecord<byte[], byte[]>> letters = drive.letters();
    assertThat(DeadLetterHeaders.from(letters.get(0).headers()).orElseThrow().reason())
        .isEqualTo("NO_VALUE");
  }

  @Test
  void anEntryWhoseDocumentNobodyCanReadIsADeadLetterAndTheOldOneStays() {
    // when
    drive.send(
        Topics.CATALOG,
        "orders",
        new CatalogEntry(CatalogKind.SERVICE, "orders", "0".repeat(64), "{}", "test", START),
        START.plusSeconds(1));
    drive.send(Topics.SCAN, Drive.bytes("orders"), scan("orders"), START.plusSeconds(2));

    // then
    List<TestRecord<byte[], byte[]>> letters = drive.letters();
    assertThat(DeadLetterHeaders.from(letters.get(0).headers()).orElseThrow().reason())
        .isEqualTo("OTHER_DOCUMENT");
    assertThat(drive.gates()).hasSize(1);
  }

  @Test
  void whileTheRegistryIsAwayNothingIsSkipped() {
    SchemaRegistryClient away =
        new MockSchemaRegistryClient() {
          @Override
          public ParsedSchema getSchemaById(int id) throws IOException {
            throw new ConnectException("refused");
          }
        };
    try (Drive cut = new Drive(START, away)) {
      // when, then: the thread dies of it, to be replaced and to read the record again
      assertThatThrownBy(() -> cut.send(Topics.SCAN, Drive.bytes("orders"), scan("orders"), START))
          .isInstanceOf(StreamsException.class)
          .hasRootCauseInstanceOf(ConnectException.class);
      assertThat(
              cut.meters.counter("muster.streams.records.refused", "reason", "unreadable").count())
          .isZero();
    }
  }
}
