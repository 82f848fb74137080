package dev.muster.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code tokens.json}: JSON for a person's eye, readable by its owner only. */
final class TokenFile {
  private static final JsonMapper JSON = new JsonMapper();

  private TokenFile() {}

  /** Empty when there is no such file. */
  static List<StoredToken> read(Path file) {
    List<StoredToken> tokens = new ArrayList<>();
    try {
      if (Files.exists(file)) {
        JSON.readTree(file.toFile()).path("tokens").forEach(node -> tokens.add(token(node)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return tokens;
  }

  static void write(Path file, List<StoredToken> tokens) {
    ObjectNode root = JSON.createObjectNode().put("version", 1);
    ArrayNode list = root.putArray("tokens");
    tokens.forEach(token -> list.add(node(token)));
    OwnerOnlyFile.write(file, root.toPrettyString().getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode node(StoredToken token) {
    Identity identity = token.identity();
    ObjectNode node = JSON.createObjectNode().put("id", identity.tokenId());
    node.put("kind", identity instanceof Identity.Person ? "person" : "machine");
    node.put("name", identity.name());
    if (identity instanceof Identity.Person person) {
      node.put("email", person.email()).put("team", person.team());
      ArrayNode roles = node.putArray("roles");
      person.roles().stream()
          .sorted()
          .forEach(role -> roles.add(role.name().toLowerCase(Locale.ROOT)));
    } else if (identity instanceof Identity.Machine machine) {
      ObjectNode scopes = node.putObject("scopes");
      machine
          .scopes()
          .forEach((kind, scope) -> scope.patterns().forEach(scopes.withArray('/' + kind)::add));
    }
    node.put("hash", token.hash()).put("issued", token.issued().toString());
    token.expires().ifPresent(at -> node.put("expires", at.toString()));
    token.revoked().ifPresent(at -> node.put("revoked", at.toString()));
    return node;
  }

  private static StoredToken token(JsonNode node) {
    String id = node.path("id").asText();
    String name = node.path("name").asText();
    Optional<Instant> expires = instant(node, "expires");
    Identity identity =
        node.path("kind").asText().equals("person")
            ? new Identity.Person(
                id,
                name,
                node.path("email").asText(),
                node.path("team").asText(),
                roles(node),
                expires.orElse(Instant.EPOCH))
            : new Identity.Machine(id, name, scopes(node), expires);
    return new StoredToken(
        identity,
        node.path("hash").asText(),
        instant(node, "issued").orElse(Instant.EPOCH),
        instant(node, "revoked"));
  }

  private static Optional<Instant> instant(JsonNode node, String field) {
    return node.hasNonNull(field)
        ? Optional.of(Instant.parse(node.get(field).asText()))
        : Optional.empty();
  }

  private static Set<Role> roles(JsonNode node) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    node.path("roles")
        .forEach(role -> roles.add(Role.valueOf(role.asText().toUpperCase(Locale.ROOT))));
    return roles;
  }

  private static Map<String, Scope> scopes(JsonNode node) {
    Map<String, Scope> scopes = new HashMap<>();
    node.path("scopes")
        .properties()
        .forEach(
            kind -> {
              List<String> patterns = new ArrayList<>();
              kind.getValue().forEach(pattern -> patterns.add(pattern.asText()));
              scopes.put(kind.getKey(), new Scope(patterns));
            });
    return scopes;
  }
}
