package io.ephor.jmespath.function.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Takes URIs of ASCII characters apart as Go does.
 *
 * <p>Go: net/url
 */
final class Uri {
    private static final String IN_HOST = "-_.~!$&'()*+,;=:[]<>\"";
    private static final String IN_PATH = "-_.~$&+,/:;=@";
    private static final String IN_FRAGMENT = "-_.~$&+,/:;=?@!()*";

    private Uri() {}

    /** Returns the fields of a URI. */
    static ObjectNode read(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == 0x7F) {
                throw fault(text, "net/url: invalid control character in URL");
            }
        }
        ObjectNode uri = Json.object().putNull("User");
        for (String field :
                new String[] {"Scheme", "Opaque", "Host", "Path", "RawPath", "RawQuery", "Fragment", "RawFragment"}) {
            uri.put(field, "");
        }
        uri.put("ForceQuery", false).put("OmitHost", false);
        int hash = text.indexOf('#');
        if (hash >= 0) {
            escaped(uri, "Fragment", "RawFragment", text.substring(hash + 1), IN_FRAGMENT);
        }
        readHierarchy(hash < 0 ? text : text.substring(0, hash), uri);
        return uri;
    }

    private static void readHierarchy(String text, ObjectNode uri) {
        if (text.equals("*")) {
            uri.put("Path", "*");
            return;
        }
        int colon = schemeEnd(text);
        boolean hasScheme = colon > 0;
        uri.put("Scheme", hasScheme ? text.substring(0, colon).toLowerCase(Locale.ROOT) : "");
        String rest = query(text.substring(colon + 1), uri);
        if (!rest.startsWith("/")) {
            int slash = rest.indexOf('/');
            String segment = slash < 0 ? rest : rest.substring(0, slash);
            if (!hasScheme && segment.indexOf(':') >= 0) {
                throw fault(text, "first path segment in URL cannot contain colon");
            }
            if (hasScheme) {
                uri.put("Opaque", rest);
                return;
            }
        }
        if (rest.startsWith("//") && (hasScheme || !rest.startsWith("///"))) {
            int slash = rest.indexOf('/', 2);
            authority(slash < 0 ? rest.substring(2) : rest.substring(2, slash), text, uri);
            rest = slash < 0 ? "" : rest.substring(slash);
        } else if (hasScheme && rest.startsWith("/")) {
            uri.put("OmitHost", true);
        }
        escaped(uri, "Path", "RawPath", rest, IN_PATH);
    }

    /** The place of the colon after a scheme; -1 where there is no scheme. */
    private static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (c == ':') {
                if (i == 0) {
                    throw fault(text, "missing protocol scheme");
                }
                return i;
            }
            if (!letter && (!other || i == 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static String query(String rest, ObjectNode uri) {
        int mark = rest.indexOf('?');
        if (mark < 0) {
            return rest;
        }
        boolean empty = mark == rest.length() - 1;
        uri.put("ForceQuery", empty).put("RawQuery", rest.substring(mark + 1));
        return rest.substring(0, mark);
    }

    private static void authority(String authority, String text, ObjectNode uri) {
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            checkUser(authority.substring(0, at), text);
            uri.set("User", Json.object());
        }
        String host = authority.substring(at + 1);
        int bracket = host.lastIndexOf('[');
        int close = host.lastIndexOf(']');
        if (bracket > 0 || (bracket == 0 && close < 0)) {
            throw fault(text, "invalid IP-literal");
        }
        int port = bracket == 0 ? close + 1 : portStart(host, uri.path("Scheme").textValue());
        boolean isPort = port < 0 || port == host.length() || host.charAt(port) == ':';
        for (int i = port + 1; port >= 0 && i < host.length() && isPort; i++) {
            isPort = host.charAt(i) >= '0' && host.charAt(i) <= '9';
        }
        if (!isPort) {
            throw fault(text, "invalid port after host");
        }
        if (bracket == 0 && !Addresses.isAddress(host.substring(1, close).split("%", 2)[0])) {
            throw fault(text, "invalid IP-literal");
        }
        String name = unescaped(host, IN_HOST, true);
        if (!Addresses.isDomain(name, false)) {
            throw fault(text, "invalid domain");
        }
        uri.put("Host", name);
    }

    private static int portStart(String host, String scheme) {
        boolean strict = scheme.equals("http") || scheme.equals("https");
        return strict ? host.indexOf(':') : host.lastIndexOf(':');
    }

    private static void checkUser(String user, String text) {
        for (int i = 0; i < user.length(); i++) {
            char c = user.charAt(i);
            if (!isAlphanumeric(c) && "-._:~!$&'()*+,;=%@".indexOf(c) < 0) {
                throw fault(text, "net/url: invalid userinfo");
            }
        }
        unescaped(user, "", false);
    }

    /** Sets a field to a text without escapes, and another one to the text itself where Go would escape it otherwise. */
    private static void escaped(ObjectNode uri, String field, String rawField, String raw, String plain) {
        String text = unescaped(raw, "", false);
        uri.put(field, text);
        uri.put(rawField, escape(text, plain).equals(raw) ? "" : raw);
    }

    private static String escape(String text, String plain) {
        StringBuilder escaped = new StringBuilder();
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xFF);
            if (isAlphanumeric(c) || plain.indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append('%');
                escaped.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                escaped.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return escaped.toString();
    }

    private static String unescaped(String raw, String plain, boolean host) {
        byte[] bytes = new byte[raw.length()];
        int length = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                if (host && !isAlphanumeric(c) && plain.indexOf(c) < 0) {
                    throw fault(raw, "invalid character in host name");
                }
                bytes[length++] = (byte) c;
                continue;
            }
            int high = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
            int low = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 2), 16) : -1;
            boolean plainByte = host && high < 8 && !raw.startsWith("%25", i);
            if (high < 0 || low < 0 || plainByte) {
                throw fault(raw, "invalid URL escape");
            }
            bytes[length++] = (byte) (high << 4 | low);
            i += 2;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static IllegalArgumentException fault(String text, String reason) {
        String shown = text.length() > 1_000 ? text.substring(0, 1_000) + "…" : text;
        return new IllegalArgumentException("x509: cannot parse URI \"" + shown + "\": " + reason);
    }
}
