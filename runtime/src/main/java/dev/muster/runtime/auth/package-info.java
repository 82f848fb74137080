/** Who is asking, and how do we know? Tokens are kept only as hashes. */
@NullMarked
package dev.muster.runtime.auth;

import org.jspecify.annotations.NullMarked;
