@NullMarked
package dev.muster.core.alert;

import org.jspecify.annotations.NullMarked;
