/** Who may do what? The tokens of a data folder. */
@NullMarked
package dev.muster.app.token;

import org.jspecify.annotations.NullMarked;
