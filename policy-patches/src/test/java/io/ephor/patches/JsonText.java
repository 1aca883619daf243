package io.ephor.patches;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON values for tests, written with single quotes and without quotes around plain keys. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .build())
            .build();

    private JsonText() {}

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Maps inside each other, each with one key, built by hand because no reader lets so many through. */
    public static JsonNode nestedMaps(String key, int depth, JsonNode innermost) {
        JsonNode map = innermost;
        for (int i = 0; i < depth; i++) {
            map = JsonNodeFactory.instance.objectNode().set(key, map);
        }
        return map;
    }

    /** Lists inside each other. */
    public static JsonNode nestedLists(int depth) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 1; i < depth; i++) {
            list = JsonNodeFactory.instance.arrayNode().add(list);
        }
        return list;
    }

    /** A Pod with so many containers, each as clusters have them. */
    public static ObjectNode pod(int containers) {
        ObjectNode pod = (ObjectNode) json("{apiVersion:'v1',kind:'Pod',metadata:{name:'shop',namespace:'web',"
                + "labels:{app:'shop',tier:'front',team:'payments'},annotations:{note:'x'}},"
                + "spec:{restartPolicy:'Always',volumes:[{name:'data',emptyDir:{}},{name:'token',secret:{secretName:'t'}}],"
                + "tolerations:[{key:'a',operator:'Exists'}]}}");
        ArrayNode list = ((ObjectNode) pod.get("spec")).putArray("containers");
        for (int i = 0; i < containers; i++) {
            list.add(json("{name:'c" + i + "',image:'registry.example.com/shop/app:1." + i + "',"
                    + "ports:[{containerPort:8080,protocol:'TCP'},{containerPort:9090,protocol:'TCP'}],"
                    + "env:[{name:'A',value:'1'},{name:'B',value:'2'},{name:'C',value:'3'}],"
                    + "resources:{limits:{memory:'1Gi',cpu:'1'},requests:{memory:'1Gi',cpu:'100m'}},"
                    + "volumeMounts:[{name:'data',mountPath:'/data'},{name:'token',mountPath:'/token'}]}"));
        }
        return pod;
    }
}
