import type { OwnerRequest } from '../../../proto/api/owner.ts';
import { Icon } from '../icons.tsx';
import { Note, type ScreenProps, Title, usePageTitle } from '../parts.tsx';
import type { EndedScreen } from '../screen.ts';
import { plain } from '../texts.ts';
import { Text, useLanguage } from '../words.tsx';
import { StopBar } from './stop-bar.tsx';

interface EndedProps {
  readonly screen: EndedScreen;
  readonly request: OwnerRequest;
}

export function Ended({ screen, request }: EndedProps) {
  return (
    <section class="card final">
      <span class="seal">
        <Icon name="shield" />
      </span>
      <Title of={`${screen}Title`} />
      <p>
        <Text of={`${screen}Lead`} />
      </p>
      {screen === 'revoked' && !request.canStopItself && (
        <Note tone="info" icon="info">
          <p>
            <Text of="revokedDiscards" />
          </p>
        </Note>
      )}
      <p class="device-line">
        <bdi>{request.device.modelName}</bdi> · <Text of="serialEnd" fill={{ end: request.device.serialEnd }} />
      </p>
      <p class="quiet">
        <Text of="mayClose" />
      </p>
    </section>
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
