package dev.muster.ingest.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.muster.ingest.fact.FieldErrors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.MissingResourceException;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The test cases of a JUnit XML file. They are counted one by one: with reruns the sums in a
 * suite's attributes are not those of its cases.
 */
final class JunitReport {
  private static final int DEEPEST = 100;

  /** Said in an attribute by GoogleTest and others, where JUnit has an element. */
  private static final Set<String> NOT_RUN = Set.of("notrun", "disabled", "skipped", "ignored");

  private static final char BYTE_ORDER_MARK = '\ufeff';

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
    try (Reader in = new BufferedReader(new InputStreamReader(body.open(), UTF_8))) {
      // What no text is kept of may be of another encoding; only a mark at its start is in the way.
      in.mark(1);
      if (in.read() != BYTE_ORDER_MARK) {
        in.reset();
      }
      report.read(factory().createXMLStreamReader(new LeanXml(in)), errors);
    } catch (XMLStreamException e) {
      errors.add("", "XML", "something else at " + place(e.getLocation()));
    } catch (MissingResourceException | IndexOutOfBoundsException e) {
      // So the JDK's reader says that some documents are broken.
      errors.add("", "XML", "something else");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return report;
  }

  /** Neither document types nor anything from elsewhere. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  private static String place(Location at) {
    return "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
  }

  private void read(XMLStreamReader xml, FieldErrors errors) throws XMLStreamException {
    int depth = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        errors.add(
            "",
            "XML without a document type and its entities",
            "one at " + place(xml.getLocation()));
        return;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        if (depth == 0 && !name.equals("testsuite") && !name.equals("testsuites")) {
          errors.add("", "testsuite or testsuites, as JUnit reports begin", "another element");
          return;
        } else if (++depth > DEEPEST) {
          errors.add("", "at most " + DEEPEST + " elements inside each other", "more");
          return;
        }
        start(xml, name);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        if (xml.getLocalName().equals("testcase")) {
          end();
        }
      }
    }
  }

  private void start(XMLStreamReader xml, String name) {
    switch (name) {
      case "testsuite", "testsuites" -> suite(xml);
      case "testcase" -> {
        inCase = true;
        caseFailed = false;
        caseSkipped = NOT_RUN.contains(String.valueOf(xml.getAttributeValue(null, "status")));
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

  private void suite(XMLStreamReader xml) {
    for (String sum : new String[] {"failures", "errors"}) {
      String text = xml.getAttributeValue(null, sum);
      suiteFailed |= text != null && !text.isBlank() && !text.strip().equals("0");
    }
    String time = xml.getAttributeValue(null, "timestamp");
    if (time != null && timestamp.isMissingNode()) {
      timestamp = new TextNode(time);
    }
  }

  private void end() {
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
