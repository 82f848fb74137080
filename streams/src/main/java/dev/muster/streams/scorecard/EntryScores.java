package dev.muster.streams.scorecard;

import dev.muster.core.catalogue.Question;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.gate.EntryStanding;
import dev.muster.core.gate.Finding;
import dev.muster.core.gate.Status;
import dev.muster.schemas.judgement.EntryScore;
import dev.muster.schemas.judgement.EvidenceType;
import dev.muster.streams.gate.GateJudgements;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The entries of a gate that do not pass, as records: one for each dataset or target; those asked
 * only from a higher level too, with their level. And those that hold on a person's word, so that
 * the person can be reminded.
 */
final class EntryScores {
  private EntryScores() {}

  static List<EntryScore> of(List<EntryStanding> entries, List<String> levels) {
    List<EntryScore> scores = new ArrayList<>();
    for (EntryStanding entry : entries) {
      for (Finding part : entry.parts()) {
        if (fails(entry, part) || word(entry, part)) {
          scores.add(score(entry, part, levels));
        }
      }
    }
    return scores;
  }

  private static boolean fails(EntryStanding entry, Finding part) {
    return fails(entry.status()) && fails(part.status());
  }

  private static boolean word(EntryStanding entry, Finding part) {
    return entry.asked() && part.status().holds() && part.reason().values().containsKey("by");
  }

  private static boolean fails(Status status) {
    return !status.holds() && status != Status.NOT_APPLICABLE;
  }

  private static EntryScore score(EntryStanding entry, Finding part, List<String> levels) {
    Requirement.Single first = first(entry.requirement());
    return EntryScore.newBuilder()
        .setType(type(first))
        .setName(name(entry.requirement()))
        .setTarget(part.part())
        .setLevel(levels.get(entry.level()))
        .setStatus(GateJudgements.status(part.status()))
        .setReason(part.reason().code().name())
        .setReasonValues(part.reason().values())
        .setExpires(part.expires())
        .build();
  }

  private static Requirement.Single first(Requirement requirement) {
    return requirement instanceof Requirement.AnyOf any
        ? any.alternatives().get(0).get(0)
        : (Requirement.Single) requirement;
  }

  /** Alternatives stand with "or" between them, what each needs with "and". */
  private static String name(Requirement requirement) {
    return requirement instanceof Requirement.AnyOf any
        ? any.alternatives().stream()
            .map(all -> all.stream().map(EntryScores::name).collect(Collectors.joining(" and ")))
            .collect(Collectors.joining(" or "))
        : name((Requirement.Single) requirement);
  }

  private static String name(Requirement.Single single) {
    if (single instanceof Requirement.Entry entry) {
      MatchField field =
          switch (entry.type()) {
            case SCAN -> MatchField.CHECK;
            case BACKUP -> MatchField.OPERATION;
            case DEPLOY -> MatchField.ENVIRONMENT;
          };
      Set<String> names = entry.match().getOrDefault(field, Set.of());
      if (names.size() == 1) {
        return names.iterator().next();
      }
      return names.isEmpty() ? entry.type().name() : String.join(", ", new TreeSet<>(names));
    }
    return ((Requirement.Judged) single).question().getClass().getSimpleName();
  }

  private static EvidenceType type(Requirement.Single single) {
    if (single instanceof Requirement.Entry entry) {
      return EvidenceType.valueOf(entry.type().name());
    }
    Question question = ((Requirement.Judged) single).question();
    if (question instanceof Question.SloMeasured || question instanceof Question.EverySloPages) {
      return EvidenceType.SLO;
    }
    return question instanceof Question.WeekClosed ? EvidenceType.REVIEW : EvidenceType.ALERT;
  }
}
