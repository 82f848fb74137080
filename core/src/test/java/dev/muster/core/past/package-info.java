@NullMarked
package dev.muster.core.past;

import org.jspecify.annotations.NullMarked;
