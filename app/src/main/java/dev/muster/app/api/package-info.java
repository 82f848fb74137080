/** How do commands ask the sink? */
@NullMarked
package dev.muster.app.api;

import org.jspecify.annotations.NullMarked;
