/** Do the scripts and snippets for pipelines ask the release gate as the command does? */
@NullMarked
package dev.muster.app.clients;

import org.jspecify.annotations.NullMarked;
