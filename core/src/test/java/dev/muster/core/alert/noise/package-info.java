@NullMarked
package dev.muster.core.alert.noise;

import org.jspecify.annotations.NullMarked;
