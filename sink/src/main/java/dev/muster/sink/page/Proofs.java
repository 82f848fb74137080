package dev.muster.sink.page;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.ProvingCommand;
import dev.muster.core.catalogue.Requirement.Entry;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.schemas.judgement.EntryScore;
import dev.muster.schemas.judgement.EvidenceType;
import dev.muster.sink.page.ServicePage.EntryLine;
import dev.muster.sink.view.Catalogue;
import dev.muster.sink.view.Reasons;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would prove a gate's entries: the question and the command to type.
 *
 * @param service whose commands they are
 */
record Proofs(Catalogue catalogue, String service) {

  /** An entry that does not pass. */
  EntryLine open(EntryScore entry, String gateReason) {
    String reason = Reasons.sentence(entry.getReason(), entry.getReasonValues());
    String target = entry.getTarget();
    return new EntryLine(
        Marks.of(entry.getStatus(), entry.getReason()),
        target == null ? words(entry.getName()) : words(entry.getName()) + " · " + target,
        reason.equals(gateReason) ? "" : reason,
        question(entry.getType(), entry.getName()),
        command(entry.getType(), entry.getName(), target));
  }

  /** What an entry of a passing gate asks for, to be proven again before it runs out. */
  Stream<EntryLine> asked(Entry entry) {
    return names(entry).stream()
        .sorted()
        .map(
            name -> {
              EvidenceType type = EvidenceType.valueOf(entry.type().name());
              return new EntryLine(
                  null, words(name), "", question(type, name), command(type, name, null));
            });
  }

  private static Set<String> names(Entry entry) {
    return switch (entry.type()) {
      case SCAN -> entry.match().getOrDefault(MatchField.CHECK, Set.of());
      case BACKUP -> entry.match().getOrDefault(MatchField.OPERATION, Set.of("BACKUP"));
      case DEPLOY -> Set.of("deploy");
    };
  }

  private static String words(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT))
        ? name.toLowerCase(Locale.ROOT).replace('_', ' ')
        : name;
  }

  private String question(EvidenceType type, String name) {
    Check check = type == EvidenceType.SCAN ? catalogue.checks().get(name) : null;
    return check == null ? "" : check.question();
  }

  private String command(EvidenceType type, String name, @Nullable String target) {
    return switch (type) {
      case SCAN -> scan(name);
      case BACKUP -> backup(name.toUpperCase(Locale.ROOT), target);
      case DEPLOY -> deploy();
      case ALERT, SLO, REVIEW, UNKNOWN -> "";
    };
  }

  private String scan(String check) {
    Check known = catalogue.checks().get(check);
    return known == null ? "" : proving().of(known);
  }

  /** A deployment that counts. */
  String deploy() {
    return proving().deploy();
  }

  private ProvingCommand proving() {
    return Optional.ofNullable(catalogue.services().get(service))
        .map(ProvingCommand::of)
        .orElseGet(() -> new ProvingCommand(service, Optional.empty()));
  }

  private String backup(String operation, @Nullable String dataset) {
    String verified = operation.equals("RESTORE") ? " --scope FULL --verified-by CHECKSUM" : "";
    return "muster run --service %s --backup %s --dataset %s%s -- COMMAND…"
        .formatted(service, operation, dataset == null ? "DATASET" : dataset, verified);
  }
}
