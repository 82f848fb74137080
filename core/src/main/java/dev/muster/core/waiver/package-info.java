/** Written exceptions to gates: who asked, who answers for it, and until when. */
@NullMarked
package dev.muster.core.waiver;

import org.jspecify.annotations.NullMarked;
