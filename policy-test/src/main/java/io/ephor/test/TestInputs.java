package io.ephor.test;

import java.util.List;

/**
 * The files that a test names, as written. Immutable. A single name is empty where there is none.
 *
 * @param policies files and folders with policies
 * @param resources files and folders with the resources that are judged
 * @param jsonPayloads files with JSON documents that are no resources
 * @param httpPayloads files with HTTP requests
 * @param envoyPayloads files with requests of an Envoy proxy
 * @param targetResources files with resources that exist already and may be changed
 * @param parameterResources files with the parameters of admission policies
 * @param exceptions files with policy exceptions
 * @param clusterResources files that describe a cluster
 * @param variables the file with variables
 * @param user the file that says who makes the request
 * @param context the file with resources and images for CEL
 */
public record TestInputs(
        List<String> policies,
        List<String> resources,
        List<String> jsonPayloads,
        List<String> httpPayloads,
        List<String> envoyPayloads,
        List<String> targetResources,
        List<String> parameterResources,
        List<String> exceptions,
        List<String> clusterResources,
        String variables,
        String user,
        String context) {
    /**
     * Copies the lists.
     *
     * @param policies files and folders with policies
     * @param resources files and folders with the resources that are judged
     * @param jsonPayloads files with JSON documents that are no resources
     * @param httpPayloads files with HTTP requests
     * @param envoyPayloads files with requests of an Envoy proxy
     * @param targetResources files with resources that exist already and may be changed
     * @param parameterResources files with the parameters of admission policies
     * @param exceptions files with policy exceptions
     * @param clusterResources files that describe a cluster
     * @param variables the file with variables
     * @param user the file that says who makes the request
     * @param context the file with resources and images for CEL
     */
    public TestInputs {
        policies = List.copyOf(policies);
        resources = List.copyOf(resources);
        jsonPayloads = List.copyOf(jsonPayloads);
        httpPayloads = List.copyOf(httpPayloads);
        envoyPayloads = List.copyOf(envoyPayloads);
        targetResources = List.copyOf(targetResources);
        parameterResources = List.copyOf(parameterResources);
        exceptions = List.copyOf(exceptions);
        clusterResources = List.copyOf(clusterResources);
    }
}
