package io.ephor.engine.context;

import io.ephor.engine.variables.QueryException;
import io.ephor.lookup.LookupException;
import org.jspecify.annotations.Nullable;

/** Makes the errors of context entries that have no value. */
final class LoadFailure {
    private LoadFailure() {}

    static QueryException of(String message) {
        return new QueryException(QueryException.Reason.LOAD, message, null);
    }

    /** Returns an error whose text ends in that of its cause. */
    static QueryException of(String message, RuntimeException cause) {
        return new QueryException(QueryException.Reason.LOAD, message + cause.getMessage(), cause);
    }

    /** Says whether an error goes back to a lookup that failed without having said so: no default helps then. */
    static boolean isFault(Throwable error) {
        Throwable cause = lookup(error);
        return cause != null && !(cause instanceof LookupException);
    }

    /** Returns the exception of a lookup that an error goes back to, or null. */
    static @Nullable Throwable lookup(Throwable error) {
        Throwable current = error;
        while (current != null) {
            if (current instanceof FailedLookup failed) {
                return failed.getCause();
            }
            current = current.getCause();
        }
        return null;
    }
}
