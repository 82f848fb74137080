@NullMarked
package dev.muster.streams.live;

import org.jspecify.annotations.NullMarked;
