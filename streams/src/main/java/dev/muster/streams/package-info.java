/** What do the facts mean? Turns them into judgements. */
@NullMarked
package dev.muster.streams;

import org.jspecify.annotations.NullMarked;
