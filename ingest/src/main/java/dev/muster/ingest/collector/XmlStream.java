package dev.muster.ingest.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.ingest.fact.FieldErrors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a long XML document from its beginning to its end and keeps nothing of it. Document types
 * are refused, and with them entities and whatever lies elsewhere.
 */
final class XmlStream {
  private static final int DEEPEST = 100;
  private static final int LONGEST_TEXT = 200;

  /** Different ones, each of which the parser keeps; a report of a tool has some dozens. */
  private static final int MOST_NAMES = 1000;

  private static final char BYTE_ORDER_MARK = '\ufeff';

  /** Takes the elements as they come. */
  interface Elements {
    void start(String name, Function<String, Optional<String>> attributes);

    /** With the beginning of its own text. */
    void end(String name, String text);
  }

  private XmlStream() {}

  /** Whether its first sign is one of XML. */
  static boolean isXml(Body body) {
    try (InputStream in = body.open()) {
      int c = in.read();
      // White space, and the three bytes of a mark before it.
      while (c == ' ' || (c >= '\t' && c <= '\r') || c == 0xEF || c == 0xBB || c == 0xBF) {
        c = in.read();
      }
      return c == '<';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds to {@code errors} where it breaks, never what stands there.
   *
   * @param roots what its first element may be
   */
  static void read(Body body, FieldErrors errors, List<String> roots, Elements elements) {
    try (Reader in = new BufferedReader(new InputStreamReader(body.open(), UTF_8))) {
      // What no text is kept of may be of another encoding; only a mark at its start is in the way.
      in.mark(1);
      if (in.read() != BYTE_ORDER_MARK) {
        in.reset();
      }
      read(factory().createXMLStreamReader(new LeanXml(in)), errors, roots, elements);
    } catch (XMLStreamException e) {
      errors.add("", "XML", "something else at " + place(e.getLocation()));
    } catch (MissingResourceException | IndexOutOfBoundsException e) {
      // So the JDK's reader says that some documents are broken.
      errors.add("", "XML", "something else");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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

  private static void read(
      XMLStreamReader xml, FieldErrors errors, List<String> roots, Elements elements)
      throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    Set<String> names = new HashSet<>();
    for (int depth = 0; xml.hasNext(); ) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
          errors.add(
              "",
              "XML without a document type and its entities",
              "one at " + place(xml.getLocation()));
          return;
        }
        case XMLStreamConstants.START_ELEMENT -> {
          String name = xml.getLocalName();
          if (depth == 0 && !roots.contains(name)) {
            errors.add("", "XML that begins with " + String.join(" or ", roots), "another element");
            return;
          } else if (++depth > DEEPEST) {
            errors.add("", "at most " + DEEPEST + " elements inside each other", "more");
            return;
          }
          names.add(name);
          for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
          }
          text.setLength(0);
          elements.start(name, each -> Optional.ofNullable(xml.getAttributeValue(null, each)));
        }
        case XMLStreamConstants.CHARACTERS -> {
          int room = Math.min(LONGEST_TEXT - text.length(), xml.getTextLength());
          text.append(xml.getTextCharacters(), xml.getTextStart(), Math.max(room, 0));
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          elements.end(xml.getLocalName(), text.toString().strip());
          text.setLength(0);
        }
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> names.add(xml.getPITarget());
        default -> {}
      }
      if (names.size() > MOST_NAMES) {
        errors.add("", "at most " + MOST_NAMES + " different names of elements", "more");
        return;
      }
    }
  }
}
