package dev.muster.app.end;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Backup;
import dev.muster.schemas.fact.BackupOutcome;
import dev.muster.schemas.judgement.GateJudgement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What Muster writes, others read through its registry. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KcatIT {
  private static final String BACKUPS = Topics.BACKUP.name();

  private Path folder;
  private RunningMuster muster;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    muster = RunningMuster.up(folder.resolve("data"));
    muster.apply(Catalogues.write(folder, List.of("orders"), "orders-db"));
    JsonNode unused =
        Until.seen(
            "the fact has a place",
            Until.SOON,
            () ->
                muster
                    .ingest()
                    .post("/v1/facts/backup", Facts.restore("b-1", "orders", "SUCCEEDED"))
                    .json(),
            answer -> answer.path("parked").asInt() == 0);
    Until.so(
        "judged", Until.SOON, () -> !new Scorecard(muster.scorecard("orders")).inForce().isEmpty());
  }

  @AfterAll
  void close() {
    muster.close();
  }

  @Test
  void theGenuineClientReadsFactsAndJudgements() {
    TopicLog log = TopicLog.of(muster.addresses());

    List<Backup> facts = log.read(Topics.BACKUP).stream().map(record -> record.value()).toList();
    List<GateJudgement> judgements =
        log.read(Topics.GATE).stream().map(record -> record.value()).toList();

    assertThat(facts)
        .extracting(Backup::getId, Backup::getOutcome)
        .contains(Tuple.tuple("b-1", BackupOutcome.SUCCEEDED));
    assertThat(judgements).extracting(GateJudgement::getService).contains("orders");
  }

  /**
   * Debian's kcat was built without Avro: what it reads is decoded by the schema that the id names.
   */
  @Test
  void kcatReadsARecordAndItsIdNamesItsSchema() throws Exception {
    Tools.need("kcat");
    boolean readsAvro = kcat("-V").contains("Avro");

    String read =
        readsAvro
            ? kcat(
                "-C",
                "-e",
                "-q",
                "-t",
                BACKUPS,
                "-c",
                "1",
                "-f",
                "%k %s",
                "-s",
                "value=avro",
                "-r",
                muster.addresses().registry().toString())
            : decoded(kcat("-C", "-e", "-q", "-t", BACKUPS, "-c", "1", "-f", "%k %S %s"));

    assertThat(read)
        .startsWith("orders {")
        .contains("\"id\": \"b-1\"", "\"outcome\": \"SUCCEEDED\"");
  }

  private String decoded(String read) throws Exception {
    String[] parts = read.split(" ", 3);
    byte[] bytes = parts[2].getBytes(ISO_8859_1);
    assertThat(bytes).hasSize(Integer.parseInt(parts[1]));
    ByteBuffer wire = ByteBuffer.wrap(bytes);
    assertThat(wire.get()).isZero();
    int id = wire.getInt();
    Http registry = new Http(muster.addresses().registry(), "");
    Schema schema =
        new Schema.Parser()
            .parse(registry.get("/schemas/ids/" + id).json().path("schema").asText());
    GenericRecord record =
        new GenericDatumReader<GenericRecord>(schema)
            .read(
                null,
                DecoderFactory.get().binaryDecoder(bytes, wire.position(), wire.remaining(), null));
    return parts[0] + ' ' + record;
  }

  /** Bytes as they came, one to a letter. */
  private String kcat(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("kcat"));
    command.addAll(List.of("-b", muster.addresses().kafka()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "kcat-", ".out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new String(Files.readAllBytes(out), ISO_8859_1);
  }
}
