package dev.muster.app.imports;

import dev.muster.app.Exit;
import dev.muster.core.catalogue.yaml.SlothReader;
import dev.muster.core.catalogue.yaml.SlothReader.Reading;
import dev.muster.core.catalogue.yaml.SlothSlo;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster import sloth}. */
@Command(
    name = "sloth",
    description = {
      "Makes OpenSLO v1 of Sloth's SLOs, one file for each service.",
      "Reads prometheus/v1, PrometheusServiceLevel and Sloth's OpenSLO files. Asks no server."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster import sloth slos.yml --dry-run          shows what it would write",
      "  muster import sloth slos/*.yml --out catalogue",
      "  kubectl get prometheusservicelevels -A -o yaml > slos.yml",
      "",
      "Exit codes: 0 done, 1 mistakes, or a file was kept, 2 wrong use."
    })
public final class SlothCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of Sloth's.")
  private List<Path> files = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the catalogue. Default: this one.")
  private Path folder = Path.of(".");

  @Option(names = "--dry-run", description = "Shows what it would write and writes nothing.")
  private boolean dryRun;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Reading reading = SlothReader.read(texts());
    if (reading instanceof Reading.Refused refused) {
      PrintWriter err = own().commandLine().getErr();
      refused.mistakes().forEach(err::println);
      int count = refused.mistakes().size();
      err.printf("%d mistake%s; nothing was written.%n", count, count == 1 ? "" : "s");
      return Exit.NO;
    }
    Reading.Read read = (Reading.Read) reading;
    PrintWriter out = own().commandLine().getOut();
    read.slos().forEach(slo -> say(slo, out));
    read.leftOut().forEach(note -> out.println("left out: " + note));
    boolean kept = write(read.slos(), out);
    next(read.slos(), out);
    return kept ? Exit.NO : Exit.OK;
  }

  private static void say(SlothSlo slo, PrintWriter out) {
    out.printf(
        "%s:%d: %s of %s is %s%n",
        slo.file(), slo.line(), slo.slothName(), slo.service(), slo.name());
    slo.remarks().taken().forEach(one -> out.println("  taken:    " + one));
    slo.remarks().guessed().forEach(one -> out.println("  guessed:  " + one));
    slo.remarks().leftOut().forEach(one -> out.println("  left out: " + one));
  }

  /** One file for each service; whether one that says something else was kept. */
  private boolean write(List<SlothSlo> slos, PrintWriter out) {
    SortedMap<String, List<SlothSlo>> services =
        slos.stream()
            .collect(Collectors.groupingBy(SlothSlo::service, TreeMap::new, Collectors.toList()));
    boolean kept = false;
    for (var service : services.entrySet()) {
      String text =
          service.getValue().stream().map(SlothSlo::document).collect(Collectors.joining("---\n"));
      ImportedFile file = new ImportedFile(folder.resolve(service.getKey() + "-slos.yaml"), text);
      try {
        kept |= file.write(dryRun, out);
      } catch (IOException e) {
        throw wrong(
            "cannot write %s; name a folder you may write to with --out".formatted(file.path()));
      }
    }
    return kept;
  }

  private void next(List<SlothSlo> slos, PrintWriter out) {
    if (!slos.isEmpty()) {
      out.printf(
          "%sNext: muster validate %s. Beside the SLOs it needs a muster/v1 Service each: %s.%n",
          dryRun ? "Nothing was written; leave --dry-run out. " : "",
          folder,
          slos.stream().map(SlothSlo::service).distinct().collect(Collectors.joining(", ")));
    }
  }

  private SortedMap<String, String> texts() {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Path file : files) {
      try {
        texts.put(file.toString(), Files.readString(file));
      } catch (CharacterCodingException e) {
        throw wrong("cannot read %s: it is no text in UTF-8".formatted(file));
      } catch (IOException e) {
        throw wrong("cannot read %s; name a file of Sloth's".formatted(file));
      }
    }
    return texts;
  }

  private CommandSpec own() {
    return Objects.requireNonNull(spec);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(own().commandLine(), message);
  }
}
