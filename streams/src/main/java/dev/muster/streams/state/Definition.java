package dev.muster.streams.state;

import java.time.Instant;

/**
 * What a service was last said to be.
 *
 * @param hash of its catalogue document
 * @param checks hash of the checks that were in force then, empty for none
 * @param received when the catalogue's record was
 */
public record Definition(String hash, String checks, Instant received) {}
