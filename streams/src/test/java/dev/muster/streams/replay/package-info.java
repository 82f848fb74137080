@NullMarked
package dev.muster.streams.replay;

import org.jspecify.annotations.NullMarked;
