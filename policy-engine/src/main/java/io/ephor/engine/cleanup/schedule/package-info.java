/** Schedules of cleanup policies: reading them, and when they come next. Nothing here knows what is done then. */
@NullMarked
package io.ephor.engine.cleanup.schedule;

import org.jspecify.annotations.NullMarked;
