/** Do the records keep their word: bytes, schemas, topics? */
@NullMarked
package dev.muster.schemas;

import org.jspecify.annotations.NullMarked;
