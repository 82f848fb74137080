package dev.muster.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;

/** The walls of the house: who may use what. */
@AnalyzeClasses(packages = "dev.muster", importOptions = DoNotIncludeTests.class)
class HouseTest {

  private static final String SCHEMAS = "dev.muster.schemas..";
  private static final String CORE = "dev.muster.core..";
  private static final String RUNTIME = "dev.muster.runtime..";
  private static final String INGEST = "dev.muster.ingest..";
  private static final String STREAMS = "dev.muster.streams..";
  private static final String SINK = "dev.muster.sink..";
  private static final String APP = "dev.muster.app..";
  private static final String BENCH = "dev.muster.bench..";

  private static final String[] HTTP = {
    "com.linecorp.armeria..", "java.net.http..", "io.netty..", "com.sun.net.httpserver.."
  };

  @ArchTest
  static final ArchRule schemasSaysAndJudgesNothing =
      module(SCHEMAS).dependOnClassesThat(in(CORE, RUNTIME, INGEST, STREAMS, SINK, APP, BENCH));

  @ArchTest
  static final ArchRule coreStandsAlone =
      module(CORE)
          .dependOnClassesThat(
              in(SCHEMAS, RUNTIME, INGEST, STREAMS, SINK, APP, BENCH)
                  .or(in(HTTP))
                  .or(in("org.apache.kafka..", "org.apache.avro..", "org.slf4j..", "java.sql..")));

  @ArchTest
  static final ArchRule onlyYamlReadsYaml =
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .and()
          .resideOutsideOfPackage("dev.muster.core.catalogue.yaml..")
          .should()
          .dependOnClassesThat(in("com.fasterxml.jackson..", "org.yaml.."));

  @ArchTest
  static final ArchRule onlyCelReadsCel =
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .and()
          .resideOutsideOfPackage("dev.muster.core.gate.cel..")
          .should()
          .dependOnClassesThat(in("dev.cel.."));

  @ArchTest
  static final ArchRule runtimeHasNoDomainWord =
      module(RUNTIME).dependOnClassesThat(in(SCHEMAS, CORE, INGEST, STREAMS, SINK, APP, BENCH));

  @ArchTest
  static final ArchRule ingestIsAStranger =
      module(INGEST).dependOnClassesThat(in(STREAMS, SINK, APP, BENCH));

  @ArchTest
  static final ArchRule streamsIsAStranger =
      module(STREAMS)
          .dependOnClassesThat(
              in(INGEST, SINK, APP, BENCH)
                  .or(in("com.linecorp.armeria.client..", "java.net.http..", "java.sql..")));

  @ArchTest
  static final ArchRule sinkIsAStranger =
      module(SINK).dependOnClassesThat(in(INGEST, STREAMS, APP, BENCH));

  @ArchTest
  static final ArchRule nothingShippedUsesBench =
      noClasses().that().resideOutsideOfPackage(BENCH).should().dependOnClassesThat(in(BENCH));

  @ArchTest
  static final ArchRule timeIsAnArgument =
      noClasses().that(in(CORE, STREAMS)).should().callMethodWhere(readsTheWallClock());

  @ArchTest
  static final ArchRule coreGoesInNoCircle =
      slices().matching("dev.muster.core.(**)").should().beFreeOfCycles();

  private static com.tngtech.archunit.lang.syntax.elements.ClassesShould module(String name) {
    return noClasses().that().resideInAPackage(name).should();
  }

  private static DescribedPredicate<JavaClass> in(String... packages) {
    return resideInAnyPackage(packages);
  }

  private static DescribedPredicate<JavaCall<?>> readsTheWallClock() {
    Set<String> dates =
        Set.of(
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            ZonedDateTime.class.getName());
    return describe(
        "reads the wall clock",
        call -> {
          AccessTarget target = call.getTarget();
          String owner = target.getOwner().getName();
          return (target.getName().equals("now") && dates.contains(owner))
              || (target.getName().equals("currentTimeMillis") && owner.equals("java.lang.System"))
              || (target.getName().startsWith("system") && owner.equals(Clock.class.getName()));
        });
  }
}
