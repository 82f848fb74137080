@NullMarked
package dev.muster.streams.admit;

import org.jspecify.annotations.NullMarked;
