/**
 * What is remembered of a service's alerts, when do its weeks close, and what does late word change
 * of those that did?
 */
@NullMarked
package dev.muster.core.alert.book;

import org.jspecify.annotations.NullMarked;
