/** Which schema has which number? A schema registry that speaks Confluent's HTTP API. */
@NullMarked
package dev.muster.app.registry;

import org.jspecify.annotations.NullMarked;
