package io.ephor.engine.podsecurity.checks;

import java.util.List;

/** All checks, in the order in which their findings are told. */
public final class PodChecks {
    /** The checks of the level restricted. */
    public static final List<PodCheck> ALL = List.of(
            new PrivilegeEscalation(),
            new AppArmor(),
            new BaselineCapabilities(),
            new RestrictedCapabilities(),
            new HostNamespaces(),
            new HostPathVolumes(),
            new HostPorts(),
            new ProbeHosts(),
            new PrivilegedContainers(),
            new ProcMount(),
            new VolumeTypes(),
            new NonRoot(),
            new NonRootUser(),
            new SeLinux(),
            new BaselineSeccomp(),
            new RestrictedSeccomp(),
            new Sysctls(),
            new HostProcess());

    /** The checks of the level baseline. */
    public static final List<PodCheck> BASELINE =
            ALL.stream().filter(PodCheck::isBaseline).toList();

    private PodChecks() {}
}
