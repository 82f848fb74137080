/** Which rules wake people for nothing? A week's figures by rule, and what they propose. */
@NullMarked
package dev.muster.core.alert.noise;

import org.jspecify.annotations.NullMarked;
