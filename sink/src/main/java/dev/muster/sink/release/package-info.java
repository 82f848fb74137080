/** May it be released? The release gate for programs, pages and those who sign. */
@NullMarked
package dev.muster.sink.release;

import org.jspecify.annotations.NullMarked;
