package dev.muster.ingest.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.muster.ingest.collector.Fixtures.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Changes a sample, by a seed: nodes taken out, replaced or of another type, bytes cut and turned.
 */
final class Mutation {
  private static final JsonMapper JSON = new JsonMapper();

  /** What stands for an object or a list in a payload that is broken. */
  static final List<JsonNode> BROKEN =
      List.of(new TextNode("x"), IntNode.valueOf(5), BooleanNode.TRUE);

  private static final List<JsonNode> OTHERS =
      List.of(
          NullNode.getInstance(),
          JsonNodeFactory.instance.objectNode(),
          JsonNodeFactory.instance.arrayNode(),
          JsonNodeFactory.instance.arrayNode().add(NullNode.getInstance()),
          new TextNode(""),
          new TextNode("1e99999"),
          JsonNodeFactory.instance.numberNode(-1),
          JsonNodeFactory.instance.numberNode(new java.math.BigDecimal("1E+400")),
          JsonNodeFactory.instance.numberNode(Long.MAX_VALUE));

  /** A node and where it stands. */
  record Place(JsonNode node, List<Object> steps) {
    String name() {
      return steps.isEmpty() ? "" : steps.get(steps.size() - 1).toString();
    }

    String path() {
      StringBuilder text = new StringBuilder();
      for (Object step : steps) {
        text.append(
            step instanceof Integer ? "[" + step + ']' : (text.isEmpty() ? "" : ".") + step);
      }
      return text.toString();
    }

    @Override
    public String toString() {
      return path();
    }
  }

  /**
   * A changed sample.
   *
   * @param isBroken whether a part of it that holds others no longer does, or it ends too early
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Mutant(byte[] body, boolean isBroken, String what) {
    @Override
    public String toString() {
      return what;
    }
  }

  private final String sample;
  private final byte[] body;
  private final boolean json;

  Mutation(Sample sample) {
    this(sample.toString(), sample.body(), sample.isJson());
  }

  Mutation(String sample, byte[] body, boolean json) {
    this.sample = sample;
    this.body = body.clone();
    this.json = json;
  }

  Mutant of(long seed) {
    Random random = new Random(seed);
    return json && random.nextInt(4) > 0 ? ofNodes(random) : ofBytes(random);
  }

  private Mutant ofNodes(Random random) {
    JsonNode whole = parse(body);
    List<Place> places = places(whole);
    Place place = places.get(random.nextInt(places.size()));
    if (random.nextInt(3) == 0 && !place.steps().isEmpty()) {
      return new Mutant(with(whole, place, null), false, sample + " without " + place);
    }
    boolean breaks = place.node().isContainerNode() && random.nextBoolean();
    List<JsonNode> others = breaks ? BROKEN : OTHERS;
    JsonNode other = others.get(random.nextInt(others.size()));
    return new Mutant(
        with(whole, place, other), breaks, sample + " with " + other + " at " + place);
  }

  private Mutant ofBytes(Random random) {
    if (body.length == 0) {
      return new Mutant(body, false, "nothing");
    } else if (json && random.nextBoolean()) {
      int end = random.nextInt(new String(body, UTF_8).strip().getBytes(UTF_8).length);
      return new Mutant(Arrays.copyOf(body, end), !parse(body).isNull(), sample + " cut at " + end);
    }
    byte[] turned = body.clone();
    for (int i = 0; i < 3; i++) {
      turned[random.nextInt(turned.length)] = (byte) random.nextInt(256);
    }
    return new Mutant(turned, false, sample + " with bytes turned");
  }

  static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Place> places(JsonNode json) {
    List<Place> all = new ArrayList<>();
    walk(json, List.of(), all);
    return all;
  }

  private static void walk(JsonNode node, List<Object> steps, List<Place> all) {
    all.add(new Place(node, steps));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      walk(node.path(i), plus(steps, i), all);
    }
    node.properties().forEach(each -> walk(each.getValue(), plus(steps, each.getKey()), all));
  }

  private static List<Object> plus(List<Object> steps, Object step) {
    List<Object> more = new ArrayList<>(steps);
    more.add(step);
    return more;
  }

  /** Without it when {@code other} is null. */
  static byte[] with(
      JsonNode json, Place place, @org.jspecify.annotations.Nullable JsonNode other) {
    if (place.steps().isEmpty()) {
      return String.valueOf(other).getBytes(UTF_8);
    }
    JsonNode copy = json.deepCopy();
    JsonNode parent = copy;
    for (Object step : place.steps().subList(0, place.steps().size() - 1)) {
      parent = step instanceof Integer index ? parent.path(index) : parent.path(step.toString());
    }
    if (parent instanceof ArrayNode list) {
      int index = (Integer) place.steps().get(place.steps().size() - 1);
      if (other == null) {
        list.remove(index);
      } else {
        list.set(index, other);
      }
    } else if (parent instanceof ObjectNode object) {
      if (other == null) {
        object.remove(place.name());
      } else {
        object.set(place.name(), other);
      }
    }
    return copy.toString().getBytes(UTF_8);
  }
}
