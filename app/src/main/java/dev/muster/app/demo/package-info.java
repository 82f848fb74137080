/**
 * What would a living shop look like? Invented services, ninety days of facts, and then more of
 * them.
 */
@NullMarked
package dev.muster.app.demo;

import org.jspecify.annotations.NullMarked;
