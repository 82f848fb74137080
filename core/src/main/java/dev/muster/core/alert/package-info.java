/** Which alerts were worth a person's attention? Its rules come with the weekly review. */
@NullMarked
package dev.muster.core.alert;

import org.jspecify.annotations.NullMarked;
