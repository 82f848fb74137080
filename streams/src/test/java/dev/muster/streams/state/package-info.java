@NullMarked
package dev.muster.streams.state;

import org.jspecify.annotations.NullMarked;
