package dev.muster.streams.judge;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.core.gate.Must;
import dev.muster.core.gate.Rulebook;
import dev.muster.core.gate.cel.MustCompiler;
import dev.muster.streams.state.Definition;
import dev.muster.streams.state.Lru;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of each service, compiled when first needed and held as long as its definition. Of one
 * stream thread.
 */
final class Rulebooks {
  /** Of a service it is only its document, read; the rules are shared. */
  private static final int SERVICES_FOR_EACH_STATE = 10;

  private final Documents documents;
  private final Map<String, Bound> held;
  private final Map<Alike, Rulebook> compiled;
  private final Map<String, Standard> standards = new HashMap<>();
  private final Map<String, Map<String, Check>> checks = new HashMap<>();
  private final Must.Compiler compiler = Must.Compiler.once(MustCompiler::compile);

  /** What rules are compiled from; many services are alike. */
  private record Alike(Service shape, String checks) {}

  private record Bound(Definition definition, Rulebook rulebook) {}

  Rulebooks(Documents documents, int most) {
    this.documents = documents;
    this.held = new Lru<>(most * SERVICES_FOR_EACH_STATE);
    this.compiled = new Lru<>(most);
  }

  Rulebook of(String service, Definition definition) {
    Bound bound = held.get(service);
    if (bound == null || !bound.definition().equals(definition)) {
      bound = new Bound(definition, rules(service, definition));
      held.put(service, bound);
    }
    return bound.rulebook();
  }

  void forget(String service) {
    held.remove(service);
  }

  private Rulebook rules(String name, Definition definition) {
    Service service = CatalogueCodec.readService(documents.service(name).orElseThrow());
    Alike alike = new Alike(Rulebook.shape(service), definition.checks());
    Rulebook rules = compiled.get(alike);
    if (rules == null) {
      rules = compile(service, definition);
      // A standard that has not come yet would be missing from all that share the rules.
      if (rules.standards().size() == service.standards().size()) {
        compiled.put(alike, rules);
      }
    }
    return rules.sharedBy(service, definition.received());
  }

  private Rulebook compile(Service service, Definition definition) {
    return Rulebook.of(
        service,
        definition.received(),
        service.lifecycle() == Lifecycle.RETIRED
            ? List.of()
            : service.standards().stream().flatMap(this::standard).toList(),
        checks(definition.checks()),
        compiler);
  }

  private Stream<Standard> standard(StandardUse use) {
    if (use.hash() == null) {
      return Stream.empty();
    }
    Standard known = standards.get(use.hash());
    if (known == null) {
      Optional<String> document = documents.standard(use.id(), use.hash());
      if (document.isEmpty()) {
        return Stream.empty();
      }
      known = CatalogueCodec.readStandard(document.get());
      standards.put(use.hash(), known);
    }
    return Stream.of(known);
  }

  private Map<String, Check> checks(String hash) {
    return checks.computeIfAbsent(
        hash,
        any ->
            documents.checks(hash).map(CatalogueCodec::readChecks).orElse(List.of()).stream()
                .collect(Collectors.toUnmodifiableMap(Check::id, Function.identity())));
  }
}
