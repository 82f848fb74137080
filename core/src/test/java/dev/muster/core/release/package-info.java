@NullMarked
package dev.muster.core.release;

import org.jspecify.annotations.NullMarked;
