package dev.muster.app.check;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.ProvingCommand;
import dev.muster.core.catalogue.Question;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.AnyOf;
import dev.muster.core.catalogue.Requirement.Entry;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.scorecard.Sentences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The shell lines that would prove what a gate requires. */
record ProvingCommands(ProvingCommand known, Map<String, Check> checks) {

  /**
   * Lines for a terminal; of alternatives the first is enough.
   *
   * @param target the dataset or target that lacks its proof
   */
  List<String> lines(Requirement requirement, Optional<String> target) {
    if (requirement instanceof AnyOf anyOf) {
      return anyOf.alternatives().stream()
          .filter(all -> all.stream().allMatch(one -> one instanceof Entry))
          .findFirst()
          .map(all -> all.stream().flatMap(one -> lines(one, target).stream()).toList())
          .orElseGet(
              () ->
                  anyOf.alternatives().get(0).stream()
                      .flatMap(one -> lines(one, target).stream())
                      .toList());
    }
    if (requirement instanceof Requirement.Judged judged) {
      return List.of(asks(judged.question()));
    }
    Entry entry = (Entry) requirement;
    if (entry.freshness() instanceof Freshness.NoneWithin none) {
      return List.of(
          "# holds again by itself " + Sentences.span(none.limit()) + " after the last of them");
    }
    return switch (entry.type()) {
      case SCAN -> scan(entry, target);
      case BACKUP -> List.of(backup(entry, target));
      case DEPLOY -> deploy(entry);
    };
  }

  /** What judges it is judged by itself; no command proves it. */
  private static String asks(Question question) {
    if (question instanceof Question.SloMeasured) {
      return "# declare an SLO (OpenSLO, beside the service's entry), apply it, and send its samples";
    } else if (question instanceof Question.EverySloPages) {
      return "# give each of its SLOs a page tier that is not shadow, and keep its samples coming";
    } else if (question instanceof Question.PagesAnswered) {
      return "# connect the paging tool of its rotation (pagesFrom); pages that people acknowledge prove it";
    } else if (question instanceof Question.PagesPerWeek) {
      return "# connect the paging tool of its rotation (pagesFrom); whole weeks with few pages prove it";
    } else if (question instanceof Question.ProposalsAnswered) {
      return "# connect its alerts, and accept or decline each proposal of the weekly review in time";
    }
    return "# close the weekly review of its rotation";
  }

  private List<String> scan(Entry entry, Optional<String> target) {
    Check check =
        checks.get(entry.match().getOrDefault(MatchField.CHECK, Set.of()).iterator().next());
    if (check == null) {
      return List.of("# its check is not known here; name your catalogue with --catalogue");
    }
    String recipe = known.of(check);
    String filled =
        entry.each() == Requirement.Each.DATABASE && target.isPresent()
            ? recipe.replace("\"$DATASET\"", target.get())
            : recipe;
    return Stream.of("# " + check.question(), filled).flatMap(String::lines).toList();
  }

  private String backup(Entry entry, Optional<String> target) {
    String operation =
        new TreeSet<>(entry.match().getOrDefault(MatchField.OPERATION, Set.of("BACKUP"))).first();
    String command =
        "muster run --service %s --backup %s --dataset %s"
                .formatted(known.service(), operation, target.orElse("\"$DATASET\""))
            + told(Optional.ofNullable(entry.must()).orElse(""));
    if (!operation.equals("RESTORE")) {
      return command + " -- restic backup \"$FOLDER\"";
    }
    String verified =
        entry.match().getOrDefault(MatchField.VERIFIED_BY, Set.of("CHECKSUM")).iterator().next();
    return command
        + " --scope FULL --verified-by "
        + verified
        + (verified.equals("CHECKSUM")
            ? " -- restic restore latest --target /tmp/restored --verify"
            : " -- ./drills/restore-and-look.sh");
  }

  /** What only the caller knows of the copy. */
  private static String told(String must) {
    String point = must.contains("recoveryPoint") ? " --recovery-point \"$RECOVERY_POINT\"" : "";
    return must.contains("encrypted") ? point + " --encrypted YES" : point;
  }

  /** Of the shape asked for; what is rolled back says so by itself. */
  private List<String> deploy(Entry entry) {
    Set<String> outcomes = entry.match().getOrDefault(MatchField.OUTCOME, Set.of());
    return outcomes.contains("ROLLED_BACK") && !outcomes.contains("SUCCEEDED")
        ? List.of("# a deployment that your pipeline rolls back, posted as ROLLED_BACK")
        : List.of(
            "# in your pipeline, for an environment that is one of the service's production",
            known.deploy());
  }
}
