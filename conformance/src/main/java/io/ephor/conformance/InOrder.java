package io.ephor.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/** Works on many things at once, on every processor, and hands in what came of them one by one in their order. */
final class InOrder {
    /** Finds the answers of a thing; thread-safe. */
    interface Work<T> {
        /** Returns what hands the answers in. */
        Runnable answers(T thing) throws IOException;
    }

    private InOrder() {}

    /**
     * Works on the things.
     *
     * @param consumer takes each thing, in order, with what hands in its answers, which throws what the work has thrown;
     *     called by the thread that calls this
     */
    static <T> void each(List<T> things, Work<T> work, BiConsumer<T, Runnable> consumer) {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Runnable>> results = new ArrayList<>();
            for (T thing : things) {
                results.add(workers.submit(() -> work.answers(thing)));
            }
            for (int i = 0; i < things.size(); i++) {
                Future<Runnable> result = results.get(i);
                consumer.accept(things.get(i), () -> finished(result).run());
                results.set(i, null);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static Runnable finished(Future<Runnable> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        }
    }
}
