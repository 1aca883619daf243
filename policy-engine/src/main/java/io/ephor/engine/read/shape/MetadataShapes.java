package io.ephor.engine.read.shape;

/** The shape of the metadata that every Kubernetes object has. */
final class MetadataShapes {
    private MetadataShapes() {}

    static Shape metadata() {
        ShapeWords words = ShapeWords.STRICT;
        Shape owner = words.object()
                .texts("apiVersion", "kind", "name", "uid")
                .truths("controller", "blockOwnerDeletion")
                .shape();
        Shape manager = words.object()
                .texts("apiVersion", "fieldsType", "manager", "operation", "subresource", "time")
                .anything("fieldsV1")
                .shape();
        return words.object()
                .texts("name", "generateName", "namespace", "selfLink", "uid", "resourceVersion")
                .texts("creationTimestamp", "deletionTimestamp")
                .field("generation", words.longInteger())
                .field("deletionGracePeriodSeconds", words.longInteger())
                .field("labels", words.metadataMap())
                .field("annotations", words.metadataMap())
                .field("ownerReferences", words.listOf(owner))
                .field("finalizers", words.texts())
                .field("managedFields", words.listOf(manager))
                .shape();
    }
}
