package dev.muster.core.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the weekly reviews of a service's rotation.
 *
 * @param closed when the last one was, absent: none ever was
 */
public record ReviewFigures(@Nullable Instant closed) {}
