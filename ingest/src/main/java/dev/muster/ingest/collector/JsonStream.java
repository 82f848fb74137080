package dev.muster.ingest.collector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.muster.ingest.fact.FieldErrors;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Reads a long JSON document from its beginning to its end and keeps nothing of it. Whatever its
 * reader does not read is skipped; the whole of it must be JSON, and no name may come twice.
 */
final class JsonStream {
  private static final int LONGEST_TEXT = 1 << 16;

  /** Of one object, whose names are held until it ends, so that none comes twice. */
  private static final int MOST_MEMBERS = 100_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Names may be as many as there are members: none is kept for the next time.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          // Of text that is read; what is skipped may be of any length.
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
          .build();

  /** What surely fits into a long. */
  private static final int LONG_DIGITS = 18;

  private final JsonParser parser;
  private final FieldErrors errors;
  private final Deque<Object> path = new ArrayDeque<>();

  private JsonStream(JsonParser parser, FieldErrors errors) {
    this.parser = parser;
    this.errors = errors;
  }

  /** An object is no record any more. */
  private static final class TooManyMembers extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Reads the value at hand, or leaves it. */
  interface Value {
    void read(JsonStream json) throws IOException;
  }

  /** Reads one member's value, or leaves it. */
  interface Member {
    void read(String name) throws IOException;
  }

  /** Adds to {@code errors} where it breaks, never what stands there. */
  static void read(Body body, FieldErrors errors, Value document) {
    try (InputStream in = body.open();
        JsonParser parser = FACTORY.createParser(in)) {
      if (parser.nextToken() == null) {
        errors.add("", "JSON", "nothing");
        return;
      }
      JsonStream whole = new JsonStream(parser, errors);
      document.read(whole);
      whole.skip();
      if (parser.nextToken() != null) {
        errors.add(
            "", "one JSON value", "more behind it, at " + place(parser.currentTokenLocation()));
      }
    } catch (JsonProcessingException e) {
      errors.add("", "JSON", "something else at " + place(e.getLocation()));
    } catch (TooManyMembers e) {
      errors.add("", "at most " + MOST_MEMBERS + " members in each object", "more");
    } catch (CharConversionException e) {
      errors.add("", "JSON", "something else");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(JsonLocation at) {
    return at == null
        ? "an unknown place"
        : "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  boolean isObject() {
    return parser.hasToken(JsonToken.START_OBJECT);
  }

  boolean isList() {
    return parser.hasToken(JsonToken.START_ARRAY);
  }

  boolean isNull() {
    return parser.hasToken(JsonToken.VALUE_NULL);
  }

  /** Each member of the object at hand; an error when it is none. */
  void object(Member member) throws IOException {
    members(member, false);
  }

  /** As {@link #object}, of one whose names are the payload's own, which errors do not show. */
  void map(Member member) throws IOException {
    members(member, true);
  }

  private void members(Member member, boolean anonymous) throws IOException {
    if (!isObject()) {
      wrong("an object");
      return;
    }
    for (int count = 1; parser.nextToken() == JsonToken.FIELD_NAME; count++) {
      few(count);
      String name = parser.currentName();
      parser.nextToken();
      path.addLast(anonymous ? "*" : name);
      member.read(name);
      skip();
      path.removeLast();
    }
  }

  /** Passes over the rest of the value at hand, if it holds others and was not read. */
  private void skip() throws IOException {
    if (isList()) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        skip();
      }
    } else if (isObject()) {
      for (int count = 1; parser.nextToken() == JsonToken.FIELD_NAME; count++) {
        few(count);
        parser.nextToken();
        skip();
      }
    }
  }

  private static void few(int members) throws TooManyMembers {
    if (members > MOST_MEMBERS) {
      throw new TooManyMembers();
    }
  }

  /** Each element of the list at hand; an error when it is none. */
  void list(Value element) throws IOException {
    if (!isList()) {
      wrong("a list");
      return;
    }
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      path.addLast(i);
      element.read(this);
      skip();
      path.removeLast();
    }
  }

  /** Each object of the list at hand. */
  void objects(Member member, Runnable end) throws IOException {
    list(
        json -> {
          boolean object = isObject();
          object(member);
          if (object) {
            end.run();
          }
        });
  }

  /** Text, or a number as text; blank for anything else. */
  String text() throws IOException {
    return parser.currentToken().isScalarValue() && !isNull() ? parser.getText() : "";
  }

  /** Text, a number, a flag or null; missing for an object or a list. */
  JsonNode scalar() throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> new TextNode(parser.getText());
      case VALUE_TRUE -> BooleanNode.TRUE;
      case VALUE_FALSE -> BooleanNode.FALSE;
      case VALUE_NULL -> NullNode.getInstance();
      case VALUE_NUMBER_INT ->
          parser.getTextLength() <= LONG_DIGITS
              ? LongNode.valueOf(parser.getLongValue())
              : DoubleNode.valueOf(parser.getDoubleValue());
      case VALUE_NUMBER_FLOAT -> DoubleNode.valueOf(parser.getDoubleValue());
      default -> MissingNode.getInstance();
    };
  }

  /** Adds an error at the value at hand. */
  void wrong(String expected) {
    errors.add(path(), expected, kind());
  }

  private String kind() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "object";
      case START_ARRAY -> "list";
      case VALUE_STRING -> "text";
      case VALUE_NULL -> "null";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
      default -> "something else";
    };
  }

  /** Where the value at hand stands, {@code runs[0].results}. */
  String path() {
    StringBuilder text = new StringBuilder();
    for (Iterator<Object> steps = path.iterator(); steps.hasNext(); ) {
      Object step = steps.next();
      if (step instanceof Integer index) {
        text.append('[').append(index).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step);
      }
    }
    return text.toString();
  }
}
