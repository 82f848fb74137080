package dev.muster.schemas;

import static org.apache.avro.util.ClassSecurityValidator.composite;
import static org.apache.avro.util.ClassSecurityValidator.getGlobal;
import static org.apache.avro.util.ClassSecurityValidator.setGlobal;

import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes.LogicalTypeFactory;
import org.apache.avro.Schema;

/**
 * Tells Avro that it may make our records. Since 1.12.2 it makes no class by name that it was not
 * told to trust, not even in a generated builder. It looks for services of this type before the
 * first schema is parsed, so also before the first record; the logical type is of no other use.
 */
public final class TrustedRecords implements LogicalTypeFactory {
  private static final Set<String> PACKAGES =
      Set.of(
          "dev.muster.schemas.fact", "dev.muster.schemas.judgement", "dev.muster.schemas.record");

  /** Called by Avro, once. */
  public TrustedRecords() {
    setGlobal(composite(getGlobal(), type -> PACKAGES.contains(type.getPackageName())));
  }

  @Override
  public String getTypeName() {
    return "muster-trusted-records";
  }

  @Override
  public LogicalType fromSchema(Schema schema) {
    return new LogicalType(getTypeName());
  }
}
