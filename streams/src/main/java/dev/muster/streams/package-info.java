/** How do facts become judgements? One topology, on one page, and the program that runs it. */
@NullMarked
package dev.muster.streams;

import org.jspecify.annotations.NullMarked;
