/** Is an auditor told all, or that it is not all? */
@NullMarked
package dev.muster.app.evidence;

import org.jspecify.annotations.NullMarked;
