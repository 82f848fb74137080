package dev.muster.core.catalogue.yaml;

import static dev.muster.core.catalogue.yaml.Shape.anything;
import static dev.muster.core.catalogue.yaml.Shape.day;
import static dev.muster.core.catalogue.yaml.Shape.flag;
import static dev.muster.core.catalogue.yaml.Shape.id;
import static dev.muster.core.catalogue.yaml.Shape.listOf;
import static dev.muster.core.catalogue.yaml.Shape.mapOf;
import static dev.muster.core.catalogue.yaml.Shape.mapping;
import static dev.muster.core.catalogue.yaml.Shape.matching;
import static dev.muster.core.catalogue.yaml.Shape.number;
import static dev.muster.core.catalogue.yaml.Shape.oneOf;
import static dev.muster.core.catalogue.yaml.Shape.span;
import static dev.muster.core.catalogue.yaml.Shape.text;
import static dev.muster.core.catalogue.yaml.Shape.tier;
import static dev.muster.core.catalogue.yaml.Shape.words;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.PublicPage;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Strategy;
import dev.muster.core.catalogue.Trait;

/** What can stand in the {@code spec} of each kind; a test holds it to what the readers ask for. */
final class SpecShapes {
  private SpecShapes() {}

  static Shape of(Kind kind) {
    return switch (kind) {
      case SERVICE -> service();
      case SYSTEM ->
          mapping().must("owner", text()).must("tier", tier()).may("standards", standards()).only();
      case TEAM -> team();
      case ROTATION -> rotation();
      case STANDARD -> StandardShapes.standard();
      case CHECK -> check();
      case SLO -> SloShapes.slo();
      case SLI -> SloShapes.sli();
      case DATA_SOURCE -> SloShapes.dataSource();
      case OPENSLO_SERVICE -> mapping().may("description", text()).open();
      default -> anything();
    };
  }

  private static Shape service() {
    return mapping()
        .may("owner", text().says("A Team; without one, that of the system."))
        .may("partOf", text().says("A System."))
        .may("tier", tier())
        .may("lifecycle", oneOf(Lifecycle.class))
        .may("launch", day())
        .may("traits", traits())
        .may("rotation", text().says("A Rotation."))
        .may("standards", standards())
        .may("environments", mapOf(listOf(text())).says("Names by class, such as production."))
        .may("branches", listOf(text()))
        .may("peakPerSecond", number(0))
        .may("deploy", mapping().may("strategy", oneOf(Strategy.class)).only())
        .may(
            "datasets",
            listOf(
                mapping()
                    .must("name", id())
                    .must("kind", text())
                    .may("rpo", span())
                    .may("rto", span())
                    .may("region", text())
                    .may("retention", span())
                    .only()))
        .may("targets", mapOf(listOf(text())).says("By check, what must be proven one by one."))
        .may("confirmedBy", listOf(text()))
        .may(
            "public",
            mapping()
                .must("component", text())
                .may("group", text())
                .may("slos", listOf(text()))
                .may("publish", oneOf(PublicPage.Publish.class))
                .only())
        .may("sources", listOf(mapping().must("tool", id()).open()))
        .only();
  }

  private static Shape standards() {
    return listOf(
        mapping()
            .must("id", text().says("A Standard."))
            .may("level", text())
            .may("from", day())
            .only());
  }

  private static Shape team() {
    return mapping()
        .must("zone", text().says(RotationReader.ZONE))
        .may(
            "members",
            listOf(
                mapping()
                    .must("email", matching("^[^@\\s]+@[^@\\s]+$"))
                    .may("roles", listOf(words(TeamReader.ROLES)))
                    .may("approvesTiers", listOf(tier()))
                    .only()))
        .only();
  }

  private static Shape rotation() {
    Shape hours = matching("^\\d{2}:\\d{2} *- *\\d{2}:\\d{2}$").says(RotationReader.SPAN);
    return mapping()
        .must("team", text().says("A Team."))
        .must("zone", text().says(RotationReader.ZONE))
        .may("pagesFrom", text())
        .may("hours", mapping().must("sleep", hours).must("business", hours).only())
        .may("layers", listOf(mapping().must("name", text()).must("zone", text()).only()))
        .only();
  }

  private static Shape check() {
    return mapping()
        .must("question", text())
        .may("values", mapOf(text()).says("Names, each with its unit."))
        .must("proof", oneOf(Check.Proof.class))
        .may("scope", oneOf(Scope.class))
        .may("reportNeeded", flag())
        .may("statements", listOf(text()).says("What a person must answer one by one."))
        .may("producers", listOf(text()))
        .must("recipe", text().says("Shell lines that prove it."))
        .only();
  }

  static Shape traits() {
    return listOf(words(Trait.ALL));
  }
}
