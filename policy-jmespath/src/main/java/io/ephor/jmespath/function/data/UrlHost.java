package io.ephor.jmespath.function.data;

import io.ephor.jmespath.function.FunctionException;
import io.ephor.values.GoQuote;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Finds the host of a URL, with the checks and the error texts of Go's {@code net/url}. */
final class UrlHost {
    private static final String HOST_MARKS = "-_.~!$&'()*+,;=:[]<>\"";
    private static final String USER_MARKS = "-._:~!$&'()*+,;=%@";

    private final String url;

    private UrlHost(String url) {
        this.url = url;
    }

    /**
     * Returns the host without its port and brackets; empty where there is none.
     *
     * @throws FunctionException if the text is no URL
     */
    static String of(String text) {
        int hash = text.indexOf('#');
        String url = hash < 0 ? text : text.substring(0, hash);
        String host = new UrlHost(url).host();
        if (hash >= 0) {
            new UrlHost(text).requireEscapes(text.substring(hash + 1));
        }
        return host;
    }

    private String host() {
        requireNoControls();
        if (url.equals("*")) {
            return "";
        }
        int schemeEnd = schemeEnd();
        String rest = url.substring(schemeEnd < 0 ? 0 : schemeEnd + 1);
        int question = rest.indexOf('?');
        rest = question < 0 ? rest : rest.substring(0, question);
        if (!rest.startsWith("/")) {
            requireNoColon(rest, schemeEnd >= 0);
            if (schemeEnd < 0) {
                requireEscapes(rest);
            }
            return "";
        }
        boolean authority = rest.startsWith("//") && (schemeEnd >= 0 || !rest.startsWith("///"));
        if (!authority) {
            requireEscapes(rest);
            return "";
        }
        int slash = rest.indexOf('/', 2);
        String named = rest.substring(2, slash < 0 ? rest.length() : slash);
        String host = fromAuthority(named, schemeEnd < 0 ? "" : url.substring(0, schemeEnd));
        requireEscapes(slash < 0 ? "" : rest.substring(slash));
        return withoutPort(host);
    }

    private void requireNoControls() {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) < ' ' || url.charAt(i) == 0x7F) {
                throw error("net/url: invalid control character in URL");
            }
        }
    }

    /** Returns where the colon after the scheme stands, -1 where there is no scheme. */
    private int schemeEnd() {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (c == ':' && i == 0) {
                throw error("missing protocol scheme");
            }
            if (c == ':') {
                return i;
            }
            if (!isLetter(c) && !(other && i > 0)) {
                return -1;
            }
        }
        return -1;
    }

    private void requireNoColon(String path, boolean scheme) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        if (!scheme && first.indexOf(':') >= 0) {
            throw error("first path segment in URL cannot contain colon");
        }
    }

    private String fromAuthority(String authority, String scheme) {
        int at = authority.lastIndexOf('@');
        String host = unescapedHost(authority.substring(at + 1), scheme);
        if (at < 0) {
            return host;
        }
        String user = authority.substring(0, at);
        for (int i = 0; i < user.length(); i++) {
            char c = user.charAt(i);
            if (!isLetter(c) && !isDigit(c) && USER_MARKS.indexOf(c) < 0) {
                throw error("net/url: invalid userinfo");
            }
        }
        requireEscapes(user);
        return host;
    }

    private String unescapedHost(String host, String scheme) {
        int bracket = host.lastIndexOf('[');
        if (bracket > 0) {
            throw error("invalid IP-literal");
        }
        if (bracket == 0) {
            return inBrackets(host);
        }
        int first = host.indexOf(':');
        if (first >= 0) {
            boolean strict = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            requirePort(host.substring(strict ? first : host.lastIndexOf(':')));
        }
        return unescape(host, false);
    }

    private String inBrackets(String host) {
        int end = host.lastIndexOf(']');
        if (end < 0) {
            throw error("missing ']' in host");
        }
        String port = host.substring(end + 1);
        requirePort(port);
        String address = host.substring(1, end);
        int zone = address.indexOf("%25");
        String plain = unescape(zone < 0 ? address : address.substring(0, zone), false);
        String zoneName = zone < 0 ? "" : unescape(address.substring(zone), true);
        IpAddress read = IpAddress.parse(plain);
        if (read == null || zoneName.equals("%")) {
            String shown = GoQuote.of(plain + zoneName);
            throw error("invalid host: ParseAddr(" + shown + "): unable to parse IP");
        }
        if (read.isDotted()) {
            throw error("invalid IP-literal");
        }
        return "[" + plain + zoneName + "]" + port;
    }

    private void requirePort(String port) {
        boolean valid = port.isEmpty() || port.charAt(0) == ':';
        for (int i = 1; i < port.length(); i++) {
            valid = valid && isDigit(port.charAt(i));
        }
        if (!valid) {
            throw error("invalid port " + GoQuote.of(port) + " after host");
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon >= 0;
        for (int i = colon + 1; port && i < host.length(); i++) {
            port = isDigit(host.charAt(i));
        }
        String name = port ? host.substring(0, colon) : host;
        boolean bracketed = name.startsWith("[") && name.endsWith("]");
        return bracketed ? name.substring(1, name.length() - 1) : name;
    }

    /** In a host only bytes beyond ASCII, and the percent sign of a zone, may be escaped. */
    private String unescape(String host, boolean zone) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(host.length());
        int i = 0;
        while (i < host.length()) {
            int c = host.codePointAt(i);
            if (c == '%') {
                requireEscape(host, i);
                int value = Integer.parseInt(host, i + 1, i + 3, 16);
                boolean percent = host.startsWith("%25", i);
                boolean allowed = zone ? value == ' ' || isHostByte(value) : value >= 0x80;
                if (!percent && !allowed) {
                    throw error("invalid URL escape " + GoQuote.of(host.substring(i, i + 3)));
                }
                bytes.write(value);
                i += 3;
                continue;
            }
            if (!isHostByte(c)) {
                throw error("invalid character " + GoQuote.of(Character.toString(c)) + " in host name");
            }
            bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            i += Character.charCount(c);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isHostByte(int c) {
        return c >= 0x80 || isLetter(c) || isDigit(c) || HOST_MARKS.indexOf(c) >= 0;
    }

    private void requireEscapes(String part) {
        for (int i = part.indexOf('%'); i >= 0; i = part.indexOf('%', i + 1)) {
            requireEscape(part, i);
        }
    }

    private void requireEscape(String part, int percent) {
        boolean valid = percent + 2 < part.length()
                && isHexadecimal(part.charAt(percent + 1))
                && isHexadecimal(part.charAt(percent + 2));
        if (!valid) {
            int end = Math.min(part.length(), percent + 3);
            throw error("invalid URL escape " + GoQuote.of(part.substring(percent, end)));
        }
    }

    private FunctionException error(String what) {
        return new FunctionException("parse " + GoQuote.of(url) + ": " + what);
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHexadecimal(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }
}
