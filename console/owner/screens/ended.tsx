import { Icon } from '../icons.tsx';
import type { OwnerView } from '../owner-session.ts';
import { DeviceLine, Note, ReloadButton, type ScreenProps, Title, usePageTitle } from '../parts.tsx';
import type { EndedScreen } from '../screen.ts';
import { plain } from '../texts.ts';
import { Text, useLanguage } from '../words.tsx';
import { FleetCard, useFleetShown } from './fleet-card.tsx';
import { StopBar } from './stop-bar.tsx';

interface EndedProps {
  readonly screen: EndedScreen;
  readonly view: OwnerView;
}

export function Ended({ screen, view }: EndedProps) {
  const request = view.heard?.request;
  const offered = screen === 'completed' || screen === 'revoked' || screen === 'expired';
  const fleet = useFleetShown(offered);
  return (
    <>
      <section class="card final">
        <span class="seal">
          <Icon name="shield" />
        </span>
        <Title of={`${screen}Title`} />
        <p>
          <Text of={`${screen}Lead`} />
        </p>
        {screen === 'revoked' && !view.stopTapped && (
          <p>
            <Text of="revokedElsewhere" />
          </p>
        )}
        {screen === 'revoked' && request?.canStopItself === false && fleet !== 'on' && (
          <Note tone="info" icon="info">
            <p>
              <Text of="revokedDiscards" />
            </p>
          </Note>
        )}
        {request && <DeviceLine of={request.device} />}
        <p class="quiet">
          {fleet === null ? (
            <>
              {screen === 'completed' && <Text of="completedLink" />} <Text of="mayClose" />
            </>
          ) : (
            <Text of={fleet === 'on' ? 'lookOverCounted' : 'lookOverChoice'} />
          )}
        </p>
      </section>
      <FleetCard offered={offered} words={request?.words} />
    </>
  );
}

export function UnknownLink() {
  usePageTitle(plain('unknownTitle', useLanguage()));
  return (
    <section class="card final">
      <span class="seal">
        <Icon name="unplugged" />
      </span>
      <Title of="unknownTitle" />
      <p>
        <Text of="unknownLead" />
      </p>
      <a class="main" href="/a">
        <Text of="unknownDigits" />
      </a>
    </section>
  );
}

/** The server speaks a newer language than this page, and loading it again did not help: Stop still works. */
export function Outdated({ view, session }: Pick<ScreenProps, 'view' | 'session'>) {
  return (
    <>
      <section class="card final">
        <span class="seal">
          <Icon name="info" />
        </span>
        <Title of="outdatedTitle" />
        <p>
          <Text of="outdatedLead" />
        </p>
        <ReloadButton />
      </section>
      <StopBar view={view} session={session} />
    </>
  );
}

/** Opened, or loaded again, without a connection: something may be running, so Stop is here too. */
export function Unreachable({ view, session }: Pick<ScreenProps, 'view' | 'session'>) {
  return (
    <>
      <section class="card final">
        <span class="seal">
          <Icon name="unplugged" />
        </span>
        <Title of="unreachable" />
        <p>
          <Text of="unreachableLead" />
        </p>
        <p>
          <Text of="unreachableStop" />
        </p>
        <button type="button" class="main" onClick={session.refresh}>
          <Text of="tryNow" />
        </button>
      </section>
      <StopBar view={view} session={session} />
    </>
  );
}
