package dev.muster.sink.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  @Test
  void noTemplateHasWhatOurPolicyForbidsOrWhatIsNotEscaped() throws IOException {
    // given
    List<Path> templates;
    try (Stream<Path> files = Files.list(Path.of("src/main/jte"))) {
      templates = files.filter(file -> file.toString().endsWith(".jte")).toList();
    }
    // then
    assertThat(templates).hasSizeGreaterThan(5);
    for (Path template : templates) {
      assertThat(Files.readString(template))
          .as(template.toString())
          .doesNotContainPattern("(?i)\\sstyle=|\\son[a-z]+=|<style|<script>|javascript:")
          .doesNotContain("$unsafe");
    }
  }
}
