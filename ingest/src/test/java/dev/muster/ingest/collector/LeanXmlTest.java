package dev.muster.ingest.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeanXmlTest {

  private static String lean(String xml) throws IOException {
    StringWriter out = new StringWriter();
    try (LeanXml lean = new LeanXml(new StringReader(xml))) {
      lean.transferTo(out);
    }
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<a b=\"1\">text</a> | <a b=\"1\">text</a>",
        "<a><![CDATA[ </a> & ]] ]]]></a> | <a></a>",
        "<a><!-- <b> <![CDATA[ --></a> | <a></a>",
        "<a b='<![CDATA['/> | <a b='<![CDATA['/>",
        "<a b='>\"'><![CDATA[x]]></a> | <a b='>\"'></a>",
        "<!DOCTYPE a><a/> | <!DOCTYPE a><a/>",
        "<a><![CDATA[never closed | <a>",
        "<![CDAT | <![CDAT",
        "<!- | <!-",
        "< | <",
      })
  void onlyDataAndCommentsGo(String xml, String lean) throws Exception {
    assertThat(lean(xml)).isEqualTo(lean);
  }

  @Test
  void aLongAttributeIsCutAndStaysWellFormed() throws Exception {
    String lean = lean("<a b=\"" + "&amp;".repeat(5000) + "\" c='1'/>");

    assertThat(lean).startsWith("<a b=\"&amp;").endsWith("&amp;\" c='1'/>").hasSizeLessThan(4200);
  }
}
