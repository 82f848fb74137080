package dev.muster.ingest.collector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.muster.ingest.catalogue.KnownServices;
import dev.muster.ingest.fact.Fact;
import dev.muster.runtime.http.Problem.FieldError;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reports longer than anybody would hold in memory. */
class LongReportTest {
  private static final int MEBIBYTE = 1 << 20;
  private static final int RESULTS = 6000;

  /** Of about 50 MB, made while it is read. */
  private static InputStream sarif() {
    byte[] start =
        ("{\"comment\": \""
                + "c".repeat(MEBIBYTE)
                + "\", \"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"CodeQL\"}}, \"results\": [")
            .getBytes(UTF_8);
    byte[] result =
        ("{\"ruleId\": \"java/x\", \"level\": \"note\", \"message\": {\"text\": \""
                + "m".repeat(4200)
                + "\"},"
                + "\"locations\": [{\"physicalLocation\": {\"contextRegion\": {\"snippet\": {\"text\": \""
                + "s".repeat(4200)
                + "\"}}}}]}")
            .getBytes(UTF_8);
    Enumeration<InputStream> parts =
        Collections.enumeration(
            IntStream.rangeClosed(0, RESULTS * 2)
                .<InputStream>mapToObj(
                    i -> {
                      if (i == 0) {
                        return new ByteArrayInputStream(start);
                      } else if (i == RESULTS * 2) {
                        return new ByteArrayInputStream("]}]}".getBytes(UTF_8));
                      }
                      return new ByteArrayInputStream(i % 2 == 1 ? result : ",".getBytes(UTF_8));
                    })
                .toList());
    return new SequenceInputStream(parts);
  }

  private static Incoming incoming(Body body) {
    return new Incoming(
        Map.of("service", "orders", "source", "ci"),
        Map.of(),
        body,
        KnownServices.NONE,
        Fixtures.NOON,
        Optional.empty());
  }

  @Test
  void aSarifOfFiftyMegabytesIsReadInLessMemoryThanItHasBytes() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Body body = Body.receive(sarif())) {
      long size = Files.size(((Body.InFile) body).file());
      long before = threads.getCurrentThreadAllocatedBytes();

      Reading reading = new Sarif().read(incoming(body));
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;

      List<Fact> facts = Fixtures.facts(reading);
      assertThat(size).isGreaterThan(48L * MEBIBYTE);
      assertThat(allocated).isLessThan(16L * MEBIBYTE);
      assertThat(Fixtures.told(reading)).containsExactly("code-scan PASSED");
      assertThat(facts.get(0).value("findings")).isEqualTo(Map.of("note", (long) RESULTS));
    }
  }

  @Test
  void junitsOutputOfFiftyMegabytesIsPassedOver() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    String line = "<not a tag & not an entity> " + "o".repeat(970) + "\n";
    String text =
        "<testsuite><testcase name=\"a\"><system-out><![CDATA["
            + line.repeat(50_000)
            + "]]></system-out></testcase></testsuite>";
    try (Body body = Body.receive(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
      long before = threads.getCurrentThreadAllocatedBytes();

      Reading reading = new Junit().read(incoming(body));
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;

      assertThat(Fixtures.told(reading)).containsExactly("tests PASSED");
      assertThat(allocated).isLessThan(16L * MEBIBYTE);
    }
  }

  @Test
  void anObjectOfMillionsOfMembersIsRefusedBeforeTheyAreHeld() throws Exception {
    StringBuilder text = new StringBuilder("{\"version\": \"2.1.0\", \"properties\": {\"a\": {");
    for (int i = 0; i < 2_000_000; i++) {
      text.append("\"n").append(i).append("\":0,");
    }
    text.append("\"z\": 0}}, \"runs\": []}");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Body body = Body.receive(new ByteArrayInputStream(text.toString().getBytes(UTF_8)))) {
      long before = threads.getCurrentThreadAllocatedBytes();

      Reading reading = new Sarif().read(incoming(body));

      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(32L * MEBIBYTE);
      assertThat(reading.errors().all())
          .extracting(FieldError::expected)
          .containsExactly("at most 100000 members in each object");
    }
  }

  @Test
  void elementsOfMillionsOfNamesAreRefusedBeforeTheyAreHeld() throws Exception {
    StringBuilder text = new StringBuilder("<testsuite>");
    for (int i = 0; i < 500_000; i++) {
      text.append("<n").append(i).append("/>");
    }
    text.append("</testsuite>");
    try (Body body = Body.receive(new ByteArrayInputStream(text.toString().getBytes(UTF_8)))) {

      Reading reading = new Junit().read(incoming(body));

      assertThat(reading.errors().all())
          .extracting(FieldError::expected)
          .containsExactly("at most 1000 different names of elements");
    }
  }

  @Test
  void aLongBodyIsTheSameAsAShortOneAndLeavesNoFile() throws Exception {
    byte[] bytes = new byte[Spool.IN_MEMORY + 7];
    Body body = Body.receive(new ByteArrayInputStream(bytes));

    assertThat(body).isInstanceOf(Body.InFile.class);
    assertThat(body.digest()).isEqualTo(Body.of(bytes).digest());
    assertThat(body.open().readAllBytes()).isEqualTo(bytes);
    body.close();
    assertThat(((Body.InFile) body).file()).doesNotExist();
  }

  @Test
  void aShortBodyStaysInMemory() throws Exception {
    byte[] bytes = "{}".getBytes(UTF_8);

    assertThat(Body.receive(new ByteArrayInputStream(bytes)))
        .isInstanceOfSatisfying(
            Body.InMemory.class,
            body -> assertThat(body.digest()).isEqualTo(Body.of(bytes).digest()));
  }
}
