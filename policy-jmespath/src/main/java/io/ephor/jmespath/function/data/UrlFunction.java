package io.ephor.jmespath.function.data;

import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.ephor.jmespath.function.FunctionContext;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import java.net.InetAddress;
import java.util.List;

/**
 * {@code is_external_url}: whether no address of a URL's host is a loopback or private one. A host that is no address is
 * looked up in the context.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
final class UrlFunction {
    static final List<NamedFunction> ALL = List.of(new NamedFunction(
            Signature.of("is_external_url", STRING),
            (given, context) -> isExternal(given.get(0).textValue(), context)));

    private UrlFunction() {}

    private static JsonNode isExternal(String url, FunctionContext context) {
        String host = UrlHost.of(url);
        int zone = host.indexOf(':') < 0 ? -1 : host.indexOf('%');
        IpAddress address = IpAddress.parse(zone < 0 ? host : host.substring(0, zone));
        if (address != null) {
            return BooleanNode.valueOf(!address.isInternal());
        }
        if (host.isEmpty()) {
            throw new FunctionException("lookup : no such host");
        }
        for (InetAddress found : context.hosts().resolve(host)) {
            if (IpAddress.of(found).isInternal()) {
                return BooleanNode.FALSE;
            }
        }
        return BooleanNode.TRUE;
    }
}
