package io.ephor.lookup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A call of a service that a context entry asks for. Immutable and thread-safe. */
public final class ServiceRequest {
    private final String method;
    private final String url;
    private final Map<String, List<String>> headers;
    private final String body;
    private final String caBundle;

    /**
     * Makes a request.
     *
     * @param method {@code GET} or {@code POST}
     * @param url the URL of the service
     * @param headers the headers to send, by name
     * @param body the text of the request body; empty for none
     * @param caBundle certificates in PEM with which the server is verified; empty for those that the caller trusts
     */
    public ServiceRequest(String method, String url, Map<String, List<String>> headers, String body, String caBundle) {
        this.method = Objects.requireNonNull(method, "method");
        this.url = Objects.requireNonNull(url, "url");
        Map<String, List<String>> copy = new LinkedHashMap<>();
        headers.forEach((name, values) -> copy.put(name, Collections.unmodifiableList(new ArrayList<>(values))));
        this.headers = Collections.unmodifiableMap(copy);
        this.body = Objects.requireNonNull(body, "body");
        this.caBundle = Objects.requireNonNull(caBundle, "caBundle");
    }

    /** {@return {@code GET} or {@code POST}} */
    public String method() {
        return method;
    }

    /** {@return the URL of the service} */
    public String url() {
        return url;
    }

    /** {@return the headers to send, by their name in canonical spelling, such as {@code Content-Type}} */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** {@return the text of the request body; empty for none} */
    public String body() {
        return body;
    }

    /** {@return certificates in PEM with which the server is verified; empty for those that the caller trusts} */
    public String caBundle() {
        return caBundle;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceRequest that
                && method.equals(that.method)
                && url.equals(that.url)
                && headers.equals(that.headers)
                && body.equals(that.body)
                && caBundle.equals(that.caBundle);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, url, headers, body, caBundle);
    }

    /** {@return method and URL} */
    @Override
    public String toString() {
        return method + " " + url;
    }
}
