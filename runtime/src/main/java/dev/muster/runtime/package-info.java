/**
 * What does every program need that says nothing about readiness? Settings, parts, health, metrics,
 * auth.
 */
@NullMarked
package dev.muster.runtime;

import org.jspecify.annotations.NullMarked;
