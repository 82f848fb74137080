package dev.muster.schemas.fold;

import dev.muster.schemas.judgement.Uuid;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids and hashes as bytes. */
final class Ids {
  private static final int UUID_LENGTH = 36;
  private static final HexFormat HEX = HexFormat.of();

  private Ids() {}

  /** A {@link Uuid} where the text is one, else the text. */
  static @Nullable Object folded(@Nullable String id) {
    if (id == null || id.length() != UUID_LENGTH) {
      return id;
    }
    try {
      UUID uuid = UUID.fromString(id);
      return uuid.toString().equals(id)
          ? new Uuid(
              ByteBuffer.allocate(2 * Long.BYTES)
                  .putLong(uuid.getMostSignificantBits())
                  .putLong(uuid.getLeastSignificantBits())
                  .array())
          : id;
    } catch (IllegalArgumentException e) {
      return id;
    }
  }

  static @Nullable String text(@Nullable Object folded) {
    if (folded instanceof Uuid uuid) {
      ByteBuffer bytes = ByteBuffer.wrap(uuid.bytes());
      return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }
    return folded == null ? null : folded.toString();
  }

  /** Empty where the text is no hash. */
  static ByteBuffer hash(String hex) {
    try {
      byte[] bytes = HEX.parseHex(hex);
      return ByteBuffer.wrap(HEX.formatHex(bytes).equals(hex) ? bytes : new byte[0]);
    } catch (IllegalArgumentException e) {
      return ByteBuffer.allocate(0);
    }
  }

  static String hex(ByteBuffer hash) {
    byte[] bytes = new byte[hash.remaining()];
    hash.duplicate().get(bytes);
    return HEX.formatHex(bytes);
  }
}
