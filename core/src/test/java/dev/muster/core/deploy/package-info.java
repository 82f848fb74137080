@NullMarked
package dev.muster.core.deploy;

import org.jspecify.annotations.NullMarked;
