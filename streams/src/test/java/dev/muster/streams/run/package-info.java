@NullMarked
package dev.muster.streams.run;

import org.jspecify.annotations.NullMarked;
