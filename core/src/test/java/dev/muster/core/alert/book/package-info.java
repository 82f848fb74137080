@NullMarked
package dev.muster.core.alert.book;

import org.jspecify.annotations.NullMarked;
