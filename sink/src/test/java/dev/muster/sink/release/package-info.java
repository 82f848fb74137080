@NullMarked
package dev.muster.sink.release;

import org.jspecify.annotations.NullMarked;
