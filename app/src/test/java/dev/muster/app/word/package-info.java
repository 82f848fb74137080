/** How does a person say something at the command line? */
@NullMarked
package dev.muster.app.word;

import org.jspecify.annotations.NullMarked;
