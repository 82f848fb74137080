/** Who is reading, and may they? */
@NullMarked
package dev.muster.sink.login;

import org.jspecify.annotations.NullMarked;
