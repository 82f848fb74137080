package dev.muster.app.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.schemas.record.CatalogKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One thing that applying would change, in words. */
sealed interface Change {
  JsonMapper JSON = new JsonMapper();

  /** For people; the first line says what, those after it say how, indented. */
  List<String> words();

  /** Its document is new. */
  record Added(Entry entry) implements Change {
    @Override
    public List<String> words() {
      return List.of("+ " + entry.noun());
    }
  }

  /** Its document says something else. */
  record Changed(Entry before, Entry after) implements Change {
    @Override
    public List<String> words() {
      List<String> words = new ArrayList<>(List.of("~ " + after.noun()));
      SortedMap<String, String> was = leaves(before.document());
      SortedMap<String, String> is = leaves(after.document());
      TreeSet<String> paths = new TreeSet<>(was.keySet());
      paths.addAll(is.keySet());
      for (String path : paths) {
        line(path, was.get(path), is.get(path)).ifPresent(line -> words.add("    " + line));
      }
      return words;
    }

    private static Optional<String> line(String path, @Nullable String was, @Nullable String is) {
      if (was == null) {
        return Optional.of(path + ": now " + is);
      }
      if (is == null) {
        return Optional.of(path + ": no longer " + was);
      }
      if (was.equals(is)) {
        return Optional.empty();
      }
      return Optional.of(
          path.endsWith("].hash")
              ? path.substring(0, path.length() - ".hash".length()) + ": its text changed"
              : path + ": " + was + " -> " + is);
    }
  }

  /** Its document is as it was, but the checks that its gates ask for are not. */
  record JudgedAgain(Entry entry) implements Change {
    @Override
    public List<String> words() {
      return List.of("= " + entry.noun() + " is judged again by the changed checks");
    }
  }

  /** The folder does not have it any more. */
  record Removed(String service) implements Change {
    @Override
    public List<String> words() {
      return List.of("- service " + service);
    }
  }

  /** What a folder would change. */
  static List<Change> between(Applied applied, List<Entry> entries, boolean prune) {
    List<Change> changes = new ArrayList<>();
    SortedSet<String> gone = applied.services();
    boolean checksChanged = false;
    for (Entry entry : entries) {
      Optional<Entry> before = applied.newest(entry.kind(), entry.id());
      if (before.isEmpty()) {
        changes.add(new Added(entry));
      } else if (!before.get().hash().equals(entry.hash())) {
        changes.add(new Changed(before.get(), entry));
        checksChanged |= entry.kind() == CatalogKind.CHECKS;
      } else if (checksChanged && entry.kind() == CatalogKind.SERVICE) {
        changes.add(new JudgedAgain(entry));
      }
      if (entry.kind() == CatalogKind.SERVICE) {
        gone.remove(entry.id());
      }
    }
    if (prune) {
      gone.forEach(service -> changes.add(new Removed(service)));
    }
    return changes;
  }

  /** Each single value by where it stands; list items by their name, where they have one. */
  private static SortedMap<String, String> leaves(String document) {
    SortedMap<String, String> leaves = new TreeMap<>();
    try {
      leaves("", JSON.readTree(document), leaves);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("need a document of the catalogue", e);
    }
    return leaves;
  }

  private static void leaves(String path, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field ->
                  leaves(
                      path.isEmpty() ? field.getKey() : path + '.' + field.getKey(),
                      field.getValue(),
                      into));
    } else if (node.isArray() && node.size() > 0 && node.get(0).isContainerNode()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(path + '[' + name(node.get(i), i) + ']', node.get(i), into);
      }
    } else {
      into.put(path, node.isTextual() ? node.asText() : node.toString());
    }
  }

  private static String name(JsonNode item, int index) {
    for (String field : List.of("name", "id")) {
      if (item.path(field).isTextual()) {
        return item.path(field).asText();
      }
    }
    return Integer.toString(index + 1);
  }
}
