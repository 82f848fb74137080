/** What do people say, may they, and how is it written down? */
@NullMarked
package dev.muster.sink.word;

import org.jspecify.annotations.NullMarked;
