package dev.muster.core.catalogue.yaml;

import static dev.muster.core.catalogue.yaml.Shape.anyOf;
import static dev.muster.core.catalogue.yaml.Shape.flag;
import static dev.muster.core.catalogue.yaml.Shape.id;
import static dev.muster.core.catalogue.yaml.Shape.listOf;
import static dev.muster.core.catalogue.yaml.Shape.mapping;
import static dev.muster.core.catalogue.yaml.Shape.matching;
import static dev.muster.core.catalogue.yaml.Shape.number;
import static dev.muster.core.catalogue.yaml.Shape.oneOf;
import static dev.muster.core.catalogue.yaml.Shape.share;
import static dev.muster.core.catalogue.yaml.Shape.someOf;
import static dev.muster.core.catalogue.yaml.Shape.span;
import static dev.muster.core.catalogue.yaml.Shape.text;
import static dev.muster.core.catalogue.yaml.Shape.words;

import dev.muster.core.catalogue.Requirement.Each;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Scope;
import java.util.List;

/** What can stand in a Standard. */
final class StandardShapes {
  private StandardShapes() {}

  static Shape standard() {
    return mapping()
        .must("title", text())
        .may("levels", listOf(id()).says("Lowest first."))
        .may("sequence", flag().says("Gates are to be passed in their order."))
        .must("gates", listOf(gate()))
        .only();
  }

  private static Shape gate() {
    return mapping()
        .must("id", id())
        .may("category", text())
        .may("level", text())
        .may("traits", SpecShapes.traits())
        .may("waivable", flag())
        .must("risk", text().says("What a missing proof costs."))
        .must("remedy", text().says("What to do."))
        .must("effort", text())
        .must("requires", listOf(requirement()))
        .only();
  }

  private static Shape requirement() {
    Shape any =
        common()
            .must("anyOf", listOf(anyOf(single(), listOf(single()))))
            .only()
            .says("Holds while one of them does.");
    return anyOf(single(), any);
  }

  private static Shape single() {
    return anyOf(
        entry(EvidenceType.SCAN),
        entry(EvidenceType.BACKUP),
        entry(EvidenceType.DEPLOY),
        judged(
            "alert",
            common()
                .may("over", span())
                .may("openLongerThan", span())
                .may("share", share())
                .may("within", span())
                .may("atMost", number(0))
                .may("weeks", number(1))),
        judged("slo", common().may("kind", text()).may("minTarget", share()).may("within", span())),
        judged("review", common().may("within", span())));
  }

  private static Shape judged(String type, Shape.Mapping fields) {
    return fields
        .must("type", words(List.of(type)))
        .must("ask", words(QuestionReader.ASK.getOrDefault(type, List.of())))
        .may("scope", oneOf(Scope.class))
        .only();
  }

  private static Shape entry(EvidenceType type) {
    Shape.Mapping match = mapping();
    MatchReader.fieldsOf(type)
        .forEach(
            (field, known) ->
                match.may(
                    MatchReader.word(field), someOf(known.isEmpty() ? text() : words(known))));
    Shape.Mapping entry =
        common()
            .may("match", match.only())
            .may("must", text().says("A rule on the event, such as values.minutes < 5."))
            .may("proof", words(List.of("machine")))
            .may("scope", oneOf(Scope.class))
            .may("each", oneOf(Each.class))
            .may("fresh", span())
            .may("within", anyOf(span(), matching("^([1-9]\\d? )?rpo$")))
            .may("noneWithin", span());
    Shape word = words(List.of(Fields.word(type.name())));
    return type == EvidenceType.SCAN
        ? entry.may("check", text().says("A Check.")).may("type", word).only()
        : entry.must("type", word).only();
  }

  private static Shape.Mapping common() {
    return mapping().may("level", text()).may("traits", SpecShapes.traits());
  }
}
