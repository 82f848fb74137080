package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Question;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.AnyOf;
import dev.muster.core.catalogue.Requirement.Entry;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.catalogue.Requirement.Judged;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Requirement.Single;
import dev.muster.core.catalogue.Standard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Standards and checks as documents; fields as in their YAML, with {@code id} at the top. */
final class StandardDocuments {
  private StandardDocuments() {}

  static CanonicalJson write(Standard standard) {
    return new CanonicalJson()
        .with("id", standard.id())
        .with("title", standard.title())
        .with("levels", standard.levels())
        .with("sequence", onlyTrue(standard.sequence()))
        .with("gates", standard.gates().stream().map(StandardDocuments::gate).toList());
  }

  static Optional<Standard> read(Fields fields) {
    String id = fields.require("id").id("id").orElse("");
    return id.isEmpty() ? Optional.empty() : new StandardReader(fields.findings()).read(id, fields);
  }

  static CanonicalJson write(Check check) {
    return new CanonicalJson()
        .with("question", check.question())
        .with("values", check.values())
        .with("proof", check.proof())
        .with("scope", notService(check.scope()))
        .with("reportNeeded", onlyTrue(check.reportNeeded()))
        .with("statements", check.statements())
        .with("producers", check.producers())
        .with("recipe", check.recipe());
  }

  static Optional<List<Check>> readChecks(Fields fields) {
    CheckReader reader = new CheckReader(fields.findings());
    return fields
        .mapping("checks")
        .map(
            checks ->
                checks.any().entrySet().stream()
                    .map(
                        one ->
                            reader.read(
                                one.getKey(), Fields.of(one.getValue().value(), fields.findings())))
                    .flatMap(Optional::stream)
                    .toList());
  }

  private static CanonicalJson gate(Gate gate) {
    return new CanonicalJson()
        .with("id", gate.id())
        .with("category", gate.category())
        .with("level", gate.level())
        .with("traits", gate.traits())
        .with("waivable", gate.waivable() ? null : false)
        .with("risk", gate.risk())
        .with("remedy", gate.remedy())
        .with("effort", gate.effort())
        .with("requires", gate.requires().stream().map(StandardDocuments::requirement).toList());
  }

  static CanonicalJson requirement(Requirement requirement) {
    CanonicalJson json =
        new CanonicalJson().with("level", requirement.level()).with("traits", requirement.traits());
    if (requirement instanceof AnyOf anyOf) {
      return json.with(
          "anyOf",
          anyOf.alternatives().stream()
              .map(all -> all.stream().map(StandardDocuments::requirement).toList())
              .toList());
    }
    json.with("scope", notService(((Single) requirement).scope()));
    if (requirement instanceof Judged judged) {
      return question(json, judged.question());
    }
    Entry entry = (Entry) requirement;
    TreeMap<String, Set<String>> match = new TreeMap<>();
    entry.match().forEach((field, values) -> match.put(MatchReader.word(field), values));
    return freshness(json, entry.freshness())
        .with("type", entry.type())
        .with("match", match)
        .with("must", entry.must())
        .with("proof", entry.machineOnly() ? "machine" : null)
        .with("each", entry.each() == RequirementReader.usual(entry.type()) ? null : entry.each());
  }

  private static CanonicalJson freshness(CanonicalJson json, Freshness freshness) {
    if (freshness instanceof Freshness.Newest newest) {
      return json.with("fresh", newest.limit());
    }
    if (freshness instanceof Freshness.Within within) {
      return json.with("within", within.limit());
    }
    if (freshness instanceof Freshness.NoneWithin none) {
      return json.with("noneWithin", none.limit());
    }
    int times = ((Freshness.WithinRpo) freshness).times();
    return json.with("within", times == 1 ? "rpo" : times + " rpo");
  }

  private static CanonicalJson question(CanonicalJson json, Question question) {
    if (question instanceof Question.PagesAnswered one) {
      return json.with("type", "alert")
          .with("ask", "pages-answered")
          .with("over", one.over())
          .with("openLongerThan", one.openLongerThan())
          .with("share", one.share());
    }
    if (question instanceof Question.ProposalsAnswered one) {
      return json.with("type", "alert")
          .with("ask", "proposals-answered")
          .with("within", one.within());
    }
    if (question instanceof Question.PagesPerWeek one) {
      return json.with("type", "alert")
          .with("ask", "pages-per-week")
          .with("atMost", one.atMost())
          .with("weeks", one.weeks());
    }
    if (question instanceof Question.SloMeasured one) {
      return json.with("type", "slo")
          .with("ask", "measured")
          .with("kind", one.kind())
          .with("minTarget", one.minTarget())
          .with("within", one.sampledWithin());
    }
    if (question instanceof Question.EverySloPages one) {
      return json.with("type", "slo")
          .with("ask", "every-one-pages")
          .with("within", one.sampledWithin());
    }
    Question.WeekClosed one = (Question.WeekClosed) question;
    return json.with("type", "review").with("ask", "week-closed").with("within", one.within());
  }

  static @Nullable Boolean onlyTrue(boolean flag) {
    return flag ? true : null;
  }

  private static @Nullable Scope notService(Scope scope) {
    return scope == Scope.SERVICE ? null : scope;
  }
}
