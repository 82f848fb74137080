/** Does the whole of it work, as it is shipped, with the tools it is made for? */
@NullMarked
package dev.muster.app.end;

import org.jspecify.annotations.NullMarked;
