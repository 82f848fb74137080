/** What did a command prove? Runs it unchanged and reports its outcome as a fact. */
@NullMarked
package dev.muster.app.run;

import org.jspecify.annotations.NullMarked;
