@NullMarked
package dev.muster.app.demo;

import org.jspecify.annotations.NullMarked;
