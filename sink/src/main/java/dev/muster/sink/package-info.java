/** What do people see? Keeps, shows and tells judgements. */
@NullMarked
package dev.muster.sink;

import org.jspecify.annotations.NullMarked;
