/** How do facts become evidence of the gates, and standings judgements? */
@NullMarked
package dev.muster.streams.gate;

import org.jspecify.annotations.NullMarked;
