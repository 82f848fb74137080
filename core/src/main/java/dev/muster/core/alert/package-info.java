/**
 * What alerted, for how long, whom did it interrupt, and what did they do? Facts are merged into
 * rows in whichever order they come; episodes, pages and occurrences are read from the rows.
 */
@NullMarked
package dev.muster.core.alert;

import org.jspecify.annotations.NullMarked;
