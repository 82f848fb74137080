/** Does streams judge on a real broker, also after what goes wrong there? */
@NullMarked
package dev.muster.app.streams;

import org.jspecify.annotations.NullMarked;
