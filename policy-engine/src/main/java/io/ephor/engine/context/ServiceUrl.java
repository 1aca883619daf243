package io.ephor.engine.context;

import io.ephor.values.GoQuote;

/** What is wrong with the URL of a service, as far as Go says so before anything is sent. */
final class ServiceUrl {
    private ServiceUrl() {}

    /** Returns the fault in Go's words; empty for none. */
    static String fault(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c < ' ' || c == 0x7f) {
                return "parse " + GoQuote.of(url) + ": net/url: invalid control character in URL";
            }
        }
        int scheme = url.indexOf("://");
        if (url.startsWith(":")) {
            return "parse " + GoQuote.of(url) + ": missing protocol scheme";
        }
        if (scheme < 0) {
            return "";
        }
        int start = scheme + 3;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String host = url.substring(Math.max(start, url.lastIndexOf('@', end - 1) + 1), end);
        String fault = hostFault(host);
        return fault.isEmpty() ? "" : "parse " + GoQuote.of(url) + ": " + fault;
    }

    private static String hostFault(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == ' ' || c == '<' || c == '>' || c == '"' || c == '\\' || c == '^' || c == '`' || c == '{'
                    || c == '}' || c == '|') {
                return "invalid character " + GoQuote.of(String.valueOf(c)) + " in host name";
            }
        }
        int bracket = host.lastIndexOf(']');
        if (host.startsWith("[") && bracket < 0) {
            return "missing ']' in host";
        }
        int colon = host.indexOf(':', Math.max(bracket, 0));
        for (int i = colon + 1; colon >= 0 && i < host.length(); i++) {
            if (host.charAt(i) < '0' || host.charAt(i) > '9') {
                return "invalid port " + GoQuote.of(host.substring(colon)) + " after host";
            }
        }
        return "";
    }
}
