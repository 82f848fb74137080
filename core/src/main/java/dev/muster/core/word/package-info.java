/** What a person's word must say to count. */
@NullMarked
package dev.muster.core.word;

import org.jspecify.annotations.NullMarked;
