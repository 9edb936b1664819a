import { remainingMs } from '../countdown.ts';
import { Icon } from '../icons.tsx';
import {
  Connections,
  Countdown,
  DeviceLine,
  Note,
  type ScreenProps,
  TimeOfDay,
  Title,
  useNow,
  WhatTheyCannot,
  WhatTheySee,
} from '../parts.tsx';
import { Text } from '../words.tsx';
import { FleetCard } from './fleet-card.tsx';
import { StopBar } from './stop-bar.tsx';

/** How it ends when this phone is cut off: the server ends it, whatever this page can still say. */
function Ending({ view }: Pick<ScreenProps, 'view'>) {
  const now = useNow();
  const expires = view.heard?.expires;
  if (!expires) return null;
  const time = <TimeOfDay at={expires} />;
  if (!view.lost) {
    return (
      <p class="quiet">
        <Text of="endsAt" fill={{ time }} />
      </p>
    );
  }
  return (
    <Note tone="warn" icon="unplugged">
      <p>
        <Text of={remainingMs(expires, now) > 0 ? 'lostActive' : 'lostOver'} fill={{ time }} />
      </p>
    </Note>
  );
}

export function Active({ view, request, session }: ScreenProps) {
  const expires = view.heard?.expires;
  return (
    <>
      <div class="frame" aria-hidden="true" />
      <header class="viewed">
        <p class="on-air">
          <Icon name="eye" />
          <Text of="beingViewed" />
          {expires && <Countdown to={expires} />}
        </p>
        <Title of="activeTitle" agent={request.agent} />
      </header>
      <Ending view={view} />
      {!view.lost && <Connections view={view} request={request} />}
      {!request.canStopItself && (
        <Note tone="info" icon="info">
          <p>
            <Text of="cannotStopItself" />
          </p>
        </Note>
      )}
      <section class="card summary">
        <p>
          <bdi>{request.agent}</bdi> · <bdi>{request.brand.name}</bdi>
        </p>
        <DeviceLine of={request.device} />
      </section>
      <WhatTheySee request={request} title="seesNow" />
      <WhatTheyCannot />
      <FleetCard offered words={request.words} />
      <StopBar view={view} session={session} />
    </>
  );
}
