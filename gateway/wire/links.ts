import type { BootId, DeviceId, LinkId } from '../domain/ids.ts';
import type { Pack, PackMetric } from '../domain/pack.ts';
import type { Decoded, DialectIdentity, DiscoveredDevice, Discoveries, LinkChild, WireLink } from '../ports.ts';
import { homieProfile } from './dialects/homie-profile.ts';
import { openHomieLink } from './dialects/homie.ts';

export interface DialectLinks extends Discoveries {
  open(identity: DialectIdentity): WireLink;
}

/** All links of dialects. */
export function createDialectLinks(options: {
  readonly packs: ReadonlyMap<string, Pack>;
  mintBootId(): BootId;
  /** The device has told of something that it has beyond its pack. */
  onMetrics(deviceId: DeviceId): void;
}): DialectLinks {
  const children = new Map<LinkId, LinkChild[]>();

  function open(identity: DialectIdentity): WireLink {
    children.set(identity.linkId, [...identity.children]);
    const bootId = options.mintBootId();
    const readers = new Map<string, WireLink>();
    return {
      receive(raw): Decoded {
        const [base = '', key = ''] = raw.topic.split('/');
        const child = children.get(identity.linkId)?.find((each) => each.key === key);
        const pack = child && options.packs.get(child.model);
        if (!child || !pack) return { frames: [], discarded: ['dialect_topic_unknown'] };
        const reader =
          readers.get(key) ?? openHomieLink({ deviceId: child.deviceId, root: `${base}/${key}`, pack, bootId });
        readers.set(key, reader);
        return reader.receive(raw);
      },
    };
  }

  return {
    open,
    ofLink: (): readonly DiscoveredDevice[] => [],
    metricsOf: (): ReadonlyMap<string, PackMetric> => new Map(),
    limitsOf: () => homieProfile.cannot,
    childRegistered: (linkId, child) => void children.set(linkId, [...(children.get(linkId) ?? []), child]),
  };
}
