/**
 * The command line: reads policies and resources from files, applies the one to the other and prints what came out.
 *
 * <p>{@link io.ephor.cli.Ephor} is the whole program with its streams injected; only {@link io.ephor.cli.Main} ends the
 * process. Commands read options, {@link io.ephor.cli.Application} does the work without knowing about options, and each
 * output format has a {@link io.ephor.cli.Report}. What policies mean belongs to the engine.
 */
@NullMarked
package io.ephor.cli;

import org.jspecify.annotations.NullMarked;
