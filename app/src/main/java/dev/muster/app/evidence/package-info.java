/** What did a standard's gates stand on, and when? For auditors. */
@NullMarked
package dev.muster.app.evidence;

import org.jspecify.annotations.NullMarked;
