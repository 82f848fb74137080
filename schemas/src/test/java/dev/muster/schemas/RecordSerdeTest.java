package dev.muster.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.schemas.UnreadableRecord.Fault;
import dev.muster.schemas.fact.Backup;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import dev.muster.schemas.fact.BackupScope;
import dev.muster.schemas.fact.Deploy;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.fact.VerifiedBy;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class RecordSerdeTest {
  private static final Instant NIGHT = Instant.parse("2026-11-20T02:00:00.123Z");
  private static final String TOPIC = Topics.BACKUP.name();

  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final RecordSerde<Backup> backups = new RecordSerde<>(Topics.BACKUP, registry, true);

  @Test
  void bytesAreThoseThatConfluentsFormatAsksFor() throws Exception {
    // given: ids beyond one byte, and the same record made by hand over the plain schema
    for (int i = 0; i < 300; i++) {
      registry.register("filler-" + i, new AvroSchema(SchemaBuilder.fixed("f" + i).size(1)));
    }
    GenericRecord byHand = new GenericData.Record(Backup.getClassSchema());
    Backup.getClassSchema()
        .getFields()
        .forEach(
            field -> byHand.put(field.pos(), GenericData.get().getDefaultValue(orNull(field))));
    byHand.put("id", "1");
    byHand.put("source", "restic/db-1");
    byHand.put("service", "orders");
    byHand.put("time", NIGHT.toEpochMilli());
    byHand.put("dataset", "orders-db");
    byHand.put("operation", symbol("operation", "RESTORE"));
    byHand.put("outcome", symbol("outcome", "SUCCEEDED"));
    byHand.put("scope", symbol("scope", "FULL"));
    byHand.put("verifiedBy", symbol("verifiedBy", "CHECKSUM"));
    byHand.put("bytes", 1L << 40);
    byHand.put("durationMillis", 93_000L);

    // when
    byte[] bytes = backups.serializer().serialize(TOPIC, restore());

    // then
    int id = registry.getId("muster.facts.backup.v1-value", new AvroSchema(byHand.getSchema()));
    assertThat(id).isGreaterThan(255);
    assertThat(bytes).isEqualTo(framed(id, byHand));
  }

  @Test
  void whatIsWrittenIsReadAndIsTheSameInConfluentsJson() throws Exception {
    byte[] bytes = backups.serializer().serialize(TOPIC, restore());

    Backup read = backups.deserializer().deserialize(TOPIC, bytes);

    assertThat(read).isEqualTo(restore());
    assertThat(AvroSchemaUtils.toJson(read)).isEqualTo(AvroSchemaUtils.toJson(restore()));
    assertThat(read.getTime()).isEqualTo(NIGHT);
    assertThat(read.getTarget()).isNull();
  }

  @Test
  void mapsListsAndNestedRecordsComeBack() {
    RecordSerde<Scan> scans = new RecordSerde<>(Topics.SCAN, registry, true);
    Scan scan =
        Scan.newBuilder()
            .setId("7")
            .setSource("k6/ci")
            .setSubject("rotation/checkout")
            .setTime(NIGHT)
            .setCheck("load-test")
            .setOutcome(ScanOutcome.PASSED)
            .setProof(Proof.MACHINE)
            .setValues(Map.of("peakRatio", 1.25, "tests", 3.0))
            .setFindings(Map.of("high", 2L))
            .build();

    Scan read =
        scans
            .deserializer()
            .deserialize(
                Topics.SCAN.name(), scans.serializer().serialize(Topics.SCAN.name(), scan));

    assertThat(read).isEqualTo(scan);
    assertThat(read.getValues().get("peakRatio")).isEqualTo(1.25);
  }

  @Test
  void aNewerWritersFieldsAndWordsAreReadAsWhatWeKnow() throws Exception {
    // given: a schema of later years, with a field and an outcome that we have never heard of
    String later =
        Backup.getClassSchema()
            .toString()
            .replace("\"SUCCEEDED\",", "\"SUCCEEDED\",\"SKIPPED\",")
            .replaceFirst(
                "\"fields\":\\[",
                "\"fields\":[{\"name\":\"colour\",\"type\":\"string\",\"default\":\"\"},");
    GenericRecord record = new GenericData.Record(new Schema.Parser().parse(later));
    record
        .getSchema()
        .getFields()
        .forEach(
            field -> record.put(field.pos(), GenericData.get().getDefaultValue(orNull(field))));
    for (String name : List.of("id", "source", "service", "dataset", "colour")) {
      record.put(name, name);
    }
    record.put("time", 0L);
    record.put("operation", symbol("operation", "COPY"));
    record.put(
        "outcome",
        new GenericData.EnumSymbol(record.getSchema().getField("outcome").schema(), "SKIPPED"));
    int id = registry.register("muster.facts.backup.v1-value", new AvroSchema(record.getSchema()));

    // when
    Backup read = backups.deserializer().deserialize(TOPIC, framed(id, record));

    // then
    assertThat(read.getDataset()).isEqualTo("dataset");
    assertThat(read.getOperation()).isEqualTo(BackupOperation.COPY);
    assertThat(read.getOutcome()).isEqualTo(BackupOutcome.UNKNOWN);
  }

  @Test
  void aRecordThatFailsHalfWayLeavesNothingInTheNext() {
    // given: a field that must not be null, after some that were written
    byte[] before = backups.serializer().serialize(TOPIC, restore());
    Backup broken = restore();
    broken.put(Backup.getClassSchema().getField("dataset").pos(), null);
    assertThatThrownBy(() -> backups.serializer().serialize(TOPIC, broken))
        .isInstanceOf(RuntimeException.class);

    // when
    byte[] after = backups.serializer().serialize(TOPIC, restore());

    // then
    assertThat(after).isEqualTo(before);
  }

  @Test
  void manyThreadsMayShareOne() {
    byte[] expected = backups.serializer().serialize(TOPIC, restore());

    List<Backup> read =
        IntStream.range(0, 2_000)
            .parallel()
            .mapToObj(i -> backups.serializer().serialize(TOPIC, restore()))
            .peek(bytes -> assertThat(bytes).isEqualTo(expected))
            .map(bytes -> backups.deserializer().deserialize(TOPIC, bytes))
            .toList();

    assertThat(read).containsOnly(restore());
  }

  @Test
  void aTombstoneStaysOne() {
    assertThat(backups.serializer().serialize(TOPIC, null)).isNull();
    assertThat(backups.deserializer().deserialize(TOPIC, null)).isNull();
  }

  @Test
  void eachFaultOfBytesHasItsName() throws Exception {
    byte[] good = backups.serializer().serialize(TOPIC, restore());
    byte[] magic = good.clone();
    magic[0] = 1;
    byte[] unknown = ByteBuffer.wrap(good.clone()).putInt(1, 4711).array();
    int other =
        registry.register("muster.facts.deploy.v1-value", new AvroSchema(Deploy.getClassSchema()));
    byte[] deploy = ByteBuffer.wrap(good.clone()).putInt(1, other).array();

    assertThat(faultOf(new byte[0])).isEqualTo(Fault.TOO_SHORT);
    assertThat(faultOf(new byte[4])).isEqualTo(Fault.TOO_SHORT);
    assertThat(faultOf(magic)).isEqualTo(Fault.WRONG_MAGIC);
    assertThat(faultOf(unknown)).isEqualTo(Fault.UNKNOWN_SCHEMA);
    assertThat(faultOf(deploy)).isEqualTo(Fault.OTHER_RECORD);
    assertThat(faultOf(ByteBuffer.allocate(good.length + 1).put(good).array()))
        .isEqualTo(Fault.GARBAGE);
    assertThat(faultOf(ByteBuffer.allocate(good.length - 1).put(good, 0, good.length - 1).array()))
        .isEqualTo(Fault.GARBAGE);
  }

  @Test
  void garbageIsFoundOutAndNeverRepeated() {
    // given: bytes that begin as they should, then chance; among them huge lengths
    byte[] good = backups.serializer().serialize(TOPIC, restore());
    Random seeded = new Random(7);

    for (int round = 0; round < 500; round++) {
      byte[] bytes = new byte[5 + seeded.nextInt(200)];
      seeded.nextBytes(bytes);
      if (round % 3 == 0) {
        ByteBuffer.wrap(bytes).put(5 + seeded.nextInt(bytes.length - 4) - 1, (byte) 0xFE);
      }
      System.arraycopy(good, 0, bytes, 0, 5);

      // when
      UnreadableRecord found =
          catchThrowableOfType(
              UnreadableRecord.class, () -> backups.deserializer().deserialize(TOPIC, bytes));

      // then
      assertThat(found.fault()).isEqualTo(Fault.GARBAGE);
      assertThat(found).hasNoCause();
      assertThat(found.getMessage()).matches("GARBAGE: [A-Za-z ]+");
    }
    assertThat(backups.deserializer().deserialize(TOPIC, good)).isEqualTo(restore());
  }

  @Test
  void anAbsentRegistryIsNotTheRecordsFaultAndCanComeBack() {
    // given
    byte[] good = backups.serializer().serialize(TOPIC, restore());
    Away away = new Away(registry, new IOException("connection refused"));
    RecordSerde<Backup> cold = new RecordSerde<>(Topics.BACKUP, away, true);

    // when
    assertThatThrownBy(() -> cold.deserializer().deserialize(TOPIC, good))
        .isInstanceOf(RegistryUnavailable.class);
    assertThatThrownBy(() -> cold.serializer().serialize(TOPIC, restore()))
        .isInstanceOf(RegistryUnavailable.class);
    away.trouble = null;

    // then
    assertThat(cold.deserializer().deserialize(TOPIC, good)).isEqualTo(restore());
    assertThat(cold.serializer().serialize(TOPIC, restore())).isEqualTo(good);
  }

  @Test
  void onlyTheUnknownIdIsTheRecordsFault() {
    byte[] good = backups.serializer().serialize(TOPIC, restore());

    assertThatThrownBy(() -> readVia(new RestClientException("no right", 401, 40101), good))
        .isInstanceOf(RegistryUnavailable.class);
    assertThatThrownBy(() -> readVia(new RestClientException("starting", 500, 50003), good))
        .isInstanceOf(RegistryUnavailable.class);
    assertThatThrownBy(() -> readVia(new RestClientException("a proxy's page", 404, 404), good))
        .isInstanceOf(RegistryUnavailable.class);
    assertThatThrownBy(() -> readVia(new RestClientException("no such schema", 404, 40403), good))
        .isInstanceOf(UnreadableRecord.class);
  }

  @Test
  void whoMayNotRegisterIsToldWhichSubjectLacksTheSchema() {
    RecordSerde<Backup> guest = new RecordSerde<>(Topics.BACKUP, registry, false);

    assertThatThrownBy(() -> guest.serializer().serialize(TOPIC, restore()))
        .isInstanceOf(SchemaRefused.class)
        .hasMessageContaining("muster.facts.backup.v1-value");
  }

  private Backup readVia(Exception trouble, byte[] bytes) {
    return new RecordSerde<>(Topics.BACKUP, new Away(registry, trouble), false)
        .deserializer()
        .deserialize(TOPIC, bytes);
  }

  private Fault faultOf(byte[] bytes) {
    return catchThrowableOfType(
            UnreadableRecord.class, () -> backups.deserializer().deserialize(TOPIC, bytes))
        .fault();
  }

  private static Backup restore() {
    return Backup.newBuilder()
        .setId("1")
        .setSource("restic/db-1")
        .setService("orders")
        .setTime(NIGHT)
        .setDataset("orders-db")
        .setOperation(BackupOperation.RESTORE)
        .setOutcome(BackupOutcome.SUCCEEDED)
        .setScope(BackupScope.FULL)
        .setVerifiedBy(VerifiedBy.CHECKSUM)
        .setBytes(1L << 40)
        .setDurationMillis(93_000L)
        .build();
  }

  /** The field, with some default, so that every field of a record made by hand has a value. */
  private static Schema.Field orNull(Schema.Field field) {
    return field.hasDefaultValue()
        ? field
        : new Schema.Field("none", Schema.create(Schema.Type.NULL), null, Schema.Field.NULL_VALUE);
  }

  private static GenericData.EnumSymbol symbol(String field, String word) {
    return new GenericData.EnumSymbol(Backup.getClassSchema().getField(field).schema(), word);
  }

  private static byte[] framed(int id, GenericRecord record) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(body, null);
    new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
    return ByteBuffer.allocate(5 + body.size())
        .put((byte) 0)
        .putInt(id)
        .put(body.toByteArray())
        .array();
  }

  /** A registry behind trouble, as long as there is some. */
  private static final class Away extends MockSchemaRegistryClient {
    private final MockSchemaRegistryClient behind;
    private @org.jspecify.annotations.Nullable Exception trouble;

    Away(MockSchemaRegistryClient behind, Exception trouble) {
      this.behind = behind;
      this.trouble = trouble;
    }

    @Override
    public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
      meet();
      return behind.getSchemaById(id);
    }

    @Override
    public int register(String subject, ParsedSchema schema)
        throws IOException, RestClientException {
      meet();
      return behind.register(subject, schema);
    }

    private void meet() throws IOException, RestClientException {
      if (trouble instanceof IOException io) {
        throw io;
      }
      if (trouble instanceof RestClientException rest) {
        throw rest;
      }
    }
  }
}
