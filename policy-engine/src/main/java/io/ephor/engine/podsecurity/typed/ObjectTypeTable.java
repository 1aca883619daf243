package io.ephor.engine.podsecurity.typed;

/**
 * The types of pods, deployments and cron jobs, without the specification of the pod. One structure a line, wrapped lines start
 * with a blank; the form is that of {@link TypeReader}.
 *
 * <p>Kubernetes: k8s.io/api v0.36.3
 */
final class ObjectTypeTable {
    static final String TEXT = """
            v1.Pod +TypeMeta:v1.TypeMeta metadata:v1.ObjectMeta spec:v1.PodSpec status:v1.PodStatus
            v1.TypeMeta kind:string apiVersion:string
            v1.PodStatus observedGeneration:int64 phase:string=v1.PodPhase conditions:[]v1.PodCondition message:string
              reason:string nominatedNodeName:string hostIP:string hostIPs:[]v1.HostIP podIP:string podIPs:[]v1.PodIP
              startTime:time initContainerStatuses:[]v1.ContainerStatus containerStatuses:[]v1.ContainerStatus
              qosClass:string=v1.PodQOSClass ephemeralContainerStatuses:[]v1.ContainerStatus
              resize:string=v1.PodResizeStatus resourceClaimStatuses:[]v1.PodResourceClaimStatus
              extendedResourceClaimStatus:v1.PodExtendedResourceClaimStatus
              allocatedResources:quantities=v1.ResourceList resources:v1.ResourceRequirements
              nodeAllocatableResourceClaimStatuses:[]v1.NodeAllocatableResourceClaimStatus
            v1.PodCondition type:string=v1.PodConditionType observedGeneration:int64 status:string=v1.ConditionStatus
              lastProbeTime:time lastTransitionTime:time reason:string message:string
            v1.HostIP ip:string
            v1.PodIP ip:string
            v1.ContainerStatus name:string state:v1.ContainerState lastState:v1.ContainerState ready:bool
              restartCount:int32 image:string imageID:string containerID:string started:bool
              allocatedResources:quantities=v1.ResourceList resources:v1.ResourceRequirements
              volumeMounts:[]v1.VolumeMountStatus user:v1.ContainerUser allocatedResourcesStatus:[]v1.ResourceStatus
              stopSignal:string=v1.Signal
            v1.ContainerState waiting:v1.ContainerStateWaiting running:v1.ContainerStateRunning
              terminated:v1.ContainerStateTerminated
            v1.ContainerStateWaiting reason:string message:string
            v1.ContainerStateRunning startedAt:time
            v1.ContainerStateTerminated exitCode:int32 signal:int32 reason:string message:string startedAt:time
              finishedAt:time containerID:string
            v1.VolumeMountStatus name:string mountPath:string readOnly:bool
              recursiveReadOnly:string=v1.RecursiveReadOnlyMode volumeStatus:v1.VolumeStatus
            v1.VolumeStatus image:v1.ImageVolumeStatus
            v1.ImageVolumeStatus imageRef:string
            v1.ContainerUser linux:v1.LinuxContainerUser
            v1.LinuxContainerUser uid:int64 gid:int64 supplementalGroups:[]int64
            v1.ResourceStatus name:string=v1.ResourceName resources:[]v1.ResourceHealth
            v1.ResourceHealth resourceID:string=v1.ResourceID health:string=v1.ResourceHealthStatus message:string
            v1.PodResourceClaimStatus name:string resourceClaimName:string
            v1.PodExtendedResourceClaimStatus requestMappings:[]v1.ContainerExtendedResourceRequest
              resourceClaimName:string
            v1.ContainerExtendedResourceRequest containerName:string resourceName:string requestName:string
            v1.NodeAllocatableResourceClaimStatus resourceClaimName:string containers:[]string
              resources:quantities=map[v1.ResourceName]resource.Quantity
            v1.Deployment +TypeMeta:v1.TypeMeta metadata:v1.ObjectMeta spec:v1.DeploymentSpec status:v1.DeploymentStatus
            v1.DeploymentSpec replicas:int32 selector:v1.LabelSelector template:v1.PodTemplateSpec
              strategy:v1.DeploymentStrategy minReadySeconds:int32 revisionHistoryLimit:int32 paused:bool
              progressDeadlineSeconds:int32
            v1.PodTemplateSpec metadata:v1.ObjectMeta spec:v1.PodSpec
            v1.DeploymentStrategy type:string=v1.DeploymentStrategyType rollingUpdate:v1.RollingUpdateDeployment
            v1.RollingUpdateDeployment maxUnavailable:intOrString maxSurge:intOrString
            v1.DeploymentStatus observedGeneration:int64 replicas:int32 updatedReplicas:int32 readyReplicas:int32
              availableReplicas:int32 unavailableReplicas:int32 terminatingReplicas:int32
              conditions:[]v1.DeploymentCondition collisionCount:int32
            v1.DeploymentCondition type:string=v1.DeploymentConditionType status:string=v1.ConditionStatus
              lastUpdateTime:time lastTransitionTime:time reason:string message:string
            v1.CronJob +TypeMeta:v1.TypeMeta metadata:v1.ObjectMeta spec:v1.CronJobSpec status:v1.CronJobStatus
            v1.CronJobSpec schedule:string timeZone:string startingDeadlineSeconds:int64
              concurrencyPolicy:string=v1.ConcurrencyPolicy suspend:bool jobTemplate:v1.JobTemplateSpec
              successfulJobsHistoryLimit:int32 failedJobsHistoryLimit:int32
            v1.JobTemplateSpec metadata:v1.ObjectMeta spec:v1.JobSpec
            v1.JobSpec parallelism:int32 completions:int32 activeDeadlineSeconds:int64
              podFailurePolicy:v1.PodFailurePolicy successPolicy:v1.SuccessPolicy backoffLimit:int32
              backoffLimitPerIndex:int32 maxFailedIndexes:int32 selector:v1.LabelSelector manualSelector:bool
              template:v1.PodTemplateSpec ttlSecondsAfterFinished:int32 completionMode:string=v1.CompletionMode
              suspend:bool podReplacementPolicy:string=v1.PodReplacementPolicy managedBy:string
            v1.PodFailurePolicy rules:[]v1.PodFailurePolicyRule
            v1.PodFailurePolicyRule action:string=v1.PodFailurePolicyAction
              onExitCodes:v1.PodFailurePolicyOnExitCodesRequirement
              onPodConditions:[]v1.PodFailurePolicyOnPodConditionsPattern
            v1.PodFailurePolicyOnExitCodesRequirement containerName:string
              operator:string=v1.PodFailurePolicyOnExitCodesOperator values:[]int32
            v1.PodFailurePolicyOnPodConditionsPattern type:string=v1.PodConditionType status:string=v1.ConditionStatus
            v1.SuccessPolicy rules:[]v1.SuccessPolicyRule
            v1.SuccessPolicyRule succeededIndexes:string succeededCount:int32
            v1.CronJobStatus active:[]v1.ObjectReference lastScheduleTime:time lastSuccessfulTime:time
            v1.ObjectReference kind:string namespace:string name:string uid:string=types.UID apiVersion:string
              resourceVersion:string fieldPath:string
            """;

    private ObjectTypeTable() {}
}
