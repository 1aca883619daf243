package io.ephor.lookup;

import java.util.Objects;

/** The answer of a service. Immutable and thread-safe. */
public final class ServiceResponse {
    private final int status;
    private final ResponseBody body;

    private ServiceResponse(int status, ResponseBody body) {
        this.status = status;
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * {@return a response} A status outside of 200 to 299 ends the rule in status error unless the entry has a default.
     *
     * @param status the HTTP status
     * @param body the body
     */
    public static ServiceResponse of(int status, ResponseBody body) {
        return new ServiceResponse(status, body);
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    /** {@return the body} */
    public ResponseBody body() {
        return body;
    }

    /** {@return status and body} */
    @Override
    public String toString() {
        return status + " " + body;
    }
}
