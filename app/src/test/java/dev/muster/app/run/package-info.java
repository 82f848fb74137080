@NullMarked
package dev.muster.app.run;

import org.jspecify.annotations.NullMarked;
