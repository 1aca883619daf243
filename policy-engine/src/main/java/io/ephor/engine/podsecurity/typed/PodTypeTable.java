package io.ephor.engine.podsecurity.typed;

/**
 * The types of the specification of a pod, without volumes. One structure a line, wrapped lines start
 * with a blank; the form is that of {@link TypeReader}.
 *
 * <p>Kubernetes: k8s.io/api v0.36.3
 */
final class PodTypeTable {
    static final String TEXT = """
            v1.PodSpec volumes:[]v1.Volume initContainers:[]v1.Container containers:[]v1.Container
              ephemeralContainers:[]v1.EphemeralContainer restartPolicy:string=v1.RestartPolicy
              terminationGracePeriodSeconds:int64 activeDeadlineSeconds:int64 dnsPolicy:string=v1.DNSPolicy
              nodeSelector:map=map[string]string serviceAccountName:string serviceAccount:string
              automountServiceAccountToken:bool nodeName:string hostNetwork:bool hostPID:bool hostIPC:bool
              shareProcessNamespace:bool securityContext:v1.PodSecurityContext
              imagePullSecrets:[]v1.LocalObjectReference hostname:string subdomain:string affinity:v1.Affinity
              schedulerName:string tolerations:[]v1.Toleration hostAliases:[]v1.HostAlias priorityClassName:string
              priority:int32 dnsConfig:v1.PodDNSConfig readinessGates:[]v1.PodReadinessGate runtimeClassName:string
              enableServiceLinks:bool preemptionPolicy:string=v1.PreemptionPolicy overhead:quantities=v1.ResourceList
              topologySpreadConstraints:[]v1.TopologySpreadConstraint setHostnameAsFQDN:bool os:v1.PodOS hostUsers:bool
              schedulingGates:[]v1.PodSchedulingGate resourceClaims:[]v1.PodResourceClaim
              resources:v1.ResourceRequirements hostnameOverride:string schedulingGroup:v1.PodSchedulingGroup
            v1.Container name:string image:string command:[]string args:[]string workingDir:string
              ports:[]v1.ContainerPort envFrom:[]v1.EnvFromSource env:[]v1.EnvVar resources:v1.ResourceRequirements
              resizePolicy:[]v1.ContainerResizePolicy restartPolicy:string=v1.ContainerRestartPolicy
              restartPolicyRules:[]v1.ContainerRestartRule volumeMounts:[]v1.VolumeMount volumeDevices:[]v1.VolumeDevice
              livenessProbe:v1.Probe readinessProbe:v1.Probe startupProbe:v1.Probe lifecycle:v1.Lifecycle
              terminationMessagePath:string terminationMessagePolicy:string=v1.TerminationMessagePolicy
              imagePullPolicy:string=v1.PullPolicy securityContext:v1.SecurityContext stdin:bool stdinOnce:bool tty:bool
            v1.ContainerPort name:string hostPort:int32 containerPort:int32 protocol:string=v1.Protocol hostIP:string
            v1.EnvFromSource prefix:string configMapRef:v1.ConfigMapEnvSource secretRef:v1.SecretEnvSource
            v1.ConfigMapEnvSource +LocalObjectReference:v1.LocalObjectReference optional:bool
            v1.SecretEnvSource +LocalObjectReference:v1.LocalObjectReference optional:bool
            v1.EnvVar name:string value:string valueFrom:v1.EnvVarSource
            v1.EnvVarSource fieldRef:v1.ObjectFieldSelector resourceFieldRef:v1.ResourceFieldSelector
              configMapKeyRef:v1.ConfigMapKeySelector secretKeyRef:v1.SecretKeySelector fileKeyRef:v1.FileKeySelector
            v1.ConfigMapKeySelector +LocalObjectReference:v1.LocalObjectReference key:string optional:bool
            v1.SecretKeySelector +LocalObjectReference:v1.LocalObjectReference key:string optional:bool
            v1.FileKeySelector volumeName:string path:string key:string optional:bool
            v1.ResourceRequirements limits:quantities=v1.ResourceList requests:quantities=v1.ResourceList
              claims:[]v1.ResourceClaim
            v1.ResourceClaim name:string request:string
            v1.ContainerResizePolicy resourceName:string=v1.ResourceName
              restartPolicy:string=v1.ResourceResizeRestartPolicy
            v1.ContainerRestartRule action:string=v1.ContainerRestartRuleAction
              exitCodes:v1.ContainerRestartRuleOnExitCodes
            v1.ContainerRestartRuleOnExitCodes operator:string=v1.ContainerRestartRuleOnExitCodesOperator values:[]int32
            v1.VolumeMount name:string readOnly:bool recursiveReadOnly:string=v1.RecursiveReadOnlyMode mountPath:string
              subPath:string mountPropagation:string=v1.MountPropagationMode subPathExpr:string
            v1.VolumeDevice name:string devicePath:string
            v1.Probe +ProbeHandler:v1.ProbeHandler initialDelaySeconds:int32 timeoutSeconds:int32 periodSeconds:int32
              successThreshold:int32 failureThreshold:int32 terminationGracePeriodSeconds:int64
            v1.ProbeHandler exec:v1.ExecAction httpGet:v1.HTTPGetAction tcpSocket:v1.TCPSocketAction grpc:v1.GRPCAction
            v1.ExecAction command:[]string
            v1.HTTPGetAction path:string port:intOrString host:string scheme:string=v1.URIScheme
              httpHeaders:[]v1.HTTPHeader
            v1.HTTPHeader name:string value:string
            v1.TCPSocketAction port:intOrString host:string
            v1.GRPCAction port:int32 service:string
            v1.Lifecycle postStart:v1.LifecycleHandler preStop:v1.LifecycleHandler stopSignal:string=v1.Signal
            v1.LifecycleHandler exec:v1.ExecAction httpGet:v1.HTTPGetAction tcpSocket:v1.TCPSocketAction
              sleep:v1.SleepAction
            v1.SleepAction seconds:int64
            v1.SecurityContext capabilities:v1.Capabilities privileged:bool seLinuxOptions:v1.SELinuxOptions
              windowsOptions:v1.WindowsSecurityContextOptions runAsUser:int64 runAsGroup:int64 runAsNonRoot:bool
              readOnlyRootFilesystem:bool allowPrivilegeEscalation:bool procMount:string=v1.ProcMountType
              seccompProfile:v1.SeccompProfile appArmorProfile:v1.AppArmorProfile
            v1.Capabilities add:[]string=v1.Capability drop:[]string=v1.Capability
            v1.SELinuxOptions user:string role:string type:string level:string
            v1.WindowsSecurityContextOptions gmsaCredentialSpecName:string gmsaCredentialSpec:string
              runAsUserName:string hostProcess:bool
            v1.SeccompProfile type:string=v1.SeccompProfileType localhostProfile:string
            v1.AppArmorProfile type:string=v1.AppArmorProfileType localhostProfile:string
            v1.EphemeralContainer +EphemeralContainerCommon:v1.EphemeralContainerCommon targetContainerName:string
            v1.EphemeralContainerCommon name:string image:string command:[]string args:[]string workingDir:string
              ports:[]v1.ContainerPort envFrom:[]v1.EnvFromSource env:[]v1.EnvVar resources:v1.ResourceRequirements
              resizePolicy:[]v1.ContainerResizePolicy restartPolicy:string=v1.ContainerRestartPolicy
              restartPolicyRules:[]v1.ContainerRestartRule volumeMounts:[]v1.VolumeMount volumeDevices:[]v1.VolumeDevice
              livenessProbe:v1.Probe readinessProbe:v1.Probe startupProbe:v1.Probe lifecycle:v1.Lifecycle
              terminationMessagePath:string terminationMessagePolicy:string=v1.TerminationMessagePolicy
              imagePullPolicy:string=v1.PullPolicy securityContext:v1.SecurityContext stdin:bool stdinOnce:bool tty:bool
            v1.PodSecurityContext seLinuxOptions:v1.SELinuxOptions windowsOptions:v1.WindowsSecurityContextOptions
              runAsUser:int64 runAsGroup:int64 runAsNonRoot:bool supplementalGroups:[]int64
              supplementalGroupsPolicy:string=v1.SupplementalGroupsPolicy fsGroup:int64 sysctls:[]v1.Sysctl
              fsGroupChangePolicy:string=v1.PodFSGroupChangePolicy seccompProfile:v1.SeccompProfile
              appArmorProfile:v1.AppArmorProfile seLinuxChangePolicy:string=v1.PodSELinuxChangePolicy
            v1.Sysctl name:string value:string
            v1.Affinity nodeAffinity:v1.NodeAffinity podAffinity:v1.PodAffinity podAntiAffinity:v1.PodAntiAffinity
            v1.NodeAffinity requiredDuringSchedulingIgnoredDuringExecution:v1.NodeSelector
              preferredDuringSchedulingIgnoredDuringExecution:[]v1.PreferredSchedulingTerm
            v1.NodeSelector nodeSelectorTerms:[]v1.NodeSelectorTerm
            v1.NodeSelectorTerm matchExpressions:[]v1.NodeSelectorRequirement matchFields:[]v1.NodeSelectorRequirement
            v1.NodeSelectorRequirement key:string operator:string=v1.NodeSelectorOperator values:[]string
            v1.PreferredSchedulingTerm weight:int32 preference:v1.NodeSelectorTerm
            v1.PodAffinity requiredDuringSchedulingIgnoredDuringExecution:[]v1.PodAffinityTerm
              preferredDuringSchedulingIgnoredDuringExecution:[]v1.WeightedPodAffinityTerm
            v1.PodAffinityTerm labelSelector:v1.LabelSelector namespaces:[]string topologyKey:string
              namespaceSelector:v1.LabelSelector matchLabelKeys:[]string mismatchLabelKeys:[]string
            v1.WeightedPodAffinityTerm weight:int32 podAffinityTerm:v1.PodAffinityTerm
            v1.PodAntiAffinity requiredDuringSchedulingIgnoredDuringExecution:[]v1.PodAffinityTerm
              preferredDuringSchedulingIgnoredDuringExecution:[]v1.WeightedPodAffinityTerm
            v1.Toleration key:string operator:string=v1.TolerationOperator value:string effect:string=v1.TaintEffect
              tolerationSeconds:int64
            v1.HostAlias ip:string hostnames:[]string
            v1.PodDNSConfig nameservers:[]string searches:[]string options:[]v1.PodDNSConfigOption
            v1.PodDNSConfigOption name:string value:string
            v1.PodReadinessGate conditionType:string=v1.PodConditionType
            v1.TopologySpreadConstraint maxSkew:int32 topologyKey:string
              whenUnsatisfiable:string=v1.UnsatisfiableConstraintAction labelSelector:v1.LabelSelector minDomains:int32
              nodeAffinityPolicy:string=v1.NodeInclusionPolicy nodeTaintsPolicy:string=v1.NodeInclusionPolicy
              matchLabelKeys:[]string
            v1.PodOS name:string=v1.OSName
            v1.PodSchedulingGate name:string
            v1.PodResourceClaim name:string resourceClaimName:string resourceClaimTemplateName:string
            v1.PodSchedulingGroup podGroupName:string
            """;

    private PodTypeTable() {}
}
