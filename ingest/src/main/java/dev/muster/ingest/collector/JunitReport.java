package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.muster.ingest.fact.FieldErrors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The test cases of a JUnit XML file. They are counted one by one: with reruns the sums in a
 * suite's attributes are not those of its cases.
 */
final class JunitReport implements XmlStream.Elements {
  private static final List<String> ROOTS = List.of("testsuite", "testsuites");
  private static final Set<String> ZEROS = Set.of("", "0");

  /** Said in an attribute by GoogleTest and others, where JUnit has an element. */
  private static final Set<String> NOT_RUN = Set.of("notrun", "disabled", "skipped", "ignored");

  private int tests;
  private int failed;
  private int skipped;
  private int flaky;
  private boolean suiteFailed;
  private JsonNode timestamp = MissingNode.getInstance();

  private boolean inCase;
  private boolean caseFailed;
  private boolean caseSkipped;
  private boolean caseFlaky;

  private JunitReport() {}

  /** Adds to {@code errors} where it breaks, never what stands there. */
  static JunitReport read(Body body, FieldErrors errors) {
    JunitReport report = new JunitReport();
    XmlStream.read(body, errors, ROOTS, report);
    return report;
  }

  @Override
  public void start(String name, Function<String, Optional<String>> attributes) {
    switch (name) {
      case "testsuite", "testsuites" -> suite(attributes);
      case "testcase" -> {
        inCase = true;
        caseFailed = false;
        caseSkipped = attributes.apply("status").filter(NOT_RUN::contains).isPresent();
        caseFlaky = false;
      }
      case "failure", "error", "rerunFailure", "rerunError" -> {
        caseFailed |= inCase;
        suiteFailed |= !inCase;
      }
      case "flakyFailure", "flakyError" -> caseFlaky |= inCase;
      case "skipped" -> caseSkipped |= inCase;
      default -> {}
    }
  }

  private void suite(Function<String, Optional<String>> attributes) {
    for (String sum : new String[] {"failures", "errors"}) {
      suiteFailed |=
          attributes
              .apply(sum)
              .map(String::strip)
              .filter(text -> !ZEROS.contains(text))
              .isPresent();
    }
    Optional<String> time = attributes.apply("timestamp");
    if (time.isPresent() && timestamp.isMissingNode()) {
      timestamp = new TextNode(time.get());
    }
  }

  @Override
  public void end(String name, String text) {
    if (!name.equals("testcase")) {
      return;
    }
    inCase = false;
    tests++;
    if (caseFailed) {
      failed++;
    } else if (caseSkipped) {
      skipped++;
    } else if (caseFlaky) {
      flaky++;
    }
  }

  /** That ran. */
  int ran() {
    return tests - skipped;
  }

  int failed() {
    return failed;
  }

  int skipped() {
    return skipped;
  }

  /** Passed at last, after they had failed. */
  int flaky() {
    return flaky;
  }

  /** Whether a suite says that something failed, be it before its first case. */
  boolean suiteFailed() {
    return suiteFailed;
  }

  /** When the first suite began; missing in many. */
  JsonNode timestamp() {
    return timestamp;
  }
}
