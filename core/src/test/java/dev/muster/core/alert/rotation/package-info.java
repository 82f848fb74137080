@NullMarked
package dev.muster.core.alert.rotation;

import org.jspecify.annotations.NullMarked;
