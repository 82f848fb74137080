package dev.muster.app.check;

import dev.muster.core.catalogue.Question;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.AnyOf;
import dev.muster.core.catalogue.Requirement.Entry;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.catalogue.Requirement.Judged;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.scorecard.Sentences;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a gate requires, in words. */
final class Asked {
  private Asked() {}

  static String words(Requirement requirement) {
    String words = bare(requirement);
    if (!requirement.traits().isEmpty()) {
      words +=
          "; only of services that are " + String.join(", ", new TreeSet<>(requirement.traits()));
    }
    return requirement.level() == null ? words : words + "; from level " + requirement.level();
  }

  private static String bare(Requirement requirement) {
    if (requirement instanceof AnyOf anyOf) {
      return anyOf.alternatives().stream()
          .map(all -> all.stream().map(Asked::bare).collect(Collectors.joining(" and ")))
          .collect(Collectors.joining(", or "));
    }
    return requirement instanceof Entry entry
        ? entry(entry)
        : question(((Judged) requirement).question());
  }

  private static String entry(Entry entry) {
    return what(entry)
        + freshness(entry.freshness())
        + (entry.must() == null ? "" : ", where " + entry.must())
        + (entry.machineOnly() ? ", by a machine" : "")
        + scope(entry.scope());
  }

  private static String what(Entry entry) {
    if (entry.type() == EvidenceType.SCAN) {
      return entry.match().getOrDefault(MatchField.CHECK, Set.of()).iterator().next()
          + (entry.each() == Requirement.Each.DATABASE ? " of each database" : "");
    }
    String type = entry.type() == EvidenceType.DEPLOY ? "deploy" : "each dataset:";
    String match =
        entry.match().entrySet().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .map(one -> or(one.getValue()))
            .collect(Collectors.joining(" "));
    return type + ' ' + match;
  }

  private static String or(Set<String> values) {
    return String.join(" or ", new TreeSet<>(values));
  }

  private static String freshness(Freshness freshness) {
    if (freshness instanceof Freshness.Newest newest) {
      return " at most " + Sentences.span(newest.limit()) + " old";
    }
    if (freshness instanceof Freshness.Within within) {
      return " at least once in " + Sentences.span(within.limit());
    }
    if (freshness instanceof Freshness.NoneWithin none) {
      return " never in " + Sentences.span(none.limit());
    }
    int times = ((Freshness.WithinRpo) freshness).times();
    return " within " + (times == 1 ? "" : times + " x ") + "its rpo";
  }

  private static String scope(Scope scope) {
    return scope == Scope.SERVICE
        ? ""
        : " (once for the " + scope.name().toLowerCase(Locale.ROOT) + ')';
  }

  private static String question(Question question) {
    if (question instanceof Question.PagesAnswered one) {
      return "a page acknowledged by a person in %s, and %d %% of those open longer than %s"
          .formatted(
              Sentences.span(one.over()),
              Math.round(one.share() * 100),
              Sentences.span(one.openLongerThan()));
    }
    if (question instanceof Question.ProposalsAnswered one) {
      return "no proposal of the weekly review unanswered for " + Sentences.span(one.within());
    }
    if (question instanceof Question.PagesPerWeek one) {
      return "at most %s pages a week, mean of %d weeks"
          .formatted(trimmed(one.atMost()), one.weeks());
    }
    if (question instanceof Question.SloMeasured one) {
      return "an SLO"
          + (one.kind() == null ? "" : " on " + one.kind())
          + (one.minTarget() == null
              ? ""
              : " with a target of at least " + trimmed(one.minTarget()))
          + " with samples in the last "
          + Sentences.span(one.sampledWithin());
    }
    if (question instanceof Question.EverySloPages one) {
      return "every SLO pages, with samples in the last " + Sentences.span(one.sampledWithin());
    }
    Question.WeekClosed one = (Question.WeekClosed) question;
    return "the weekly review closed within " + Sentences.span(one.within());
  }

  private static String trimmed(double number) {
    return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
