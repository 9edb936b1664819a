import type { ReactNode } from 'react';
import type { Case } from '../../../proto/api/cases.ts';
import type { Person } from '../../../proto/api/people.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatMinute } from '../words/format.ts';
import { ConnectionBadge } from './connection-badge.tsx';
import { Panel } from './field.tsx';

/** What is known without any consent: the device, its connection, and the case. */
export function CaseFacts({ of, person }: { readonly of: Case; readonly person: Person }) {
  const { language, texts } = useTexts();
  const { device } = of;
  const brand = person.brands.find((each) => each.id === of.brandId);
  const moment = (at: number) => formatMinute(at, language, Date.now());
  return (
    <aside className="case-aside">
      <Panel title={texts.device.title}>
        <dl className="facts">
          <Fact label={texts.connection.label}>
            <ConnectionBadge connection={device.connection} />
            {!device.connection.online && of.state === 'open' && (
              <span className="hint">
                {device.connection.since === null ? texts.connection.neverHint : texts.connection.offlineHint}
              </span>
            )}
          </Fact>
          <Fact label={texts.device.model}>
            {device.modelName} <span className="muted">{device.model}</span>
          </Fact>
          <Fact label={texts.device.serial}>
            <span className="serial">{device.serial}</span>
          </Fact>
          <Fact label={texts.device.vendor}>{device.vendor}</Fact>
          {brand && <Fact label={texts.device.brand}>{brand.name}</Fact>}
          <Fact label={texts.device.proof}>
            {device.proof === 'button' ? texts.device.button : texts.device.labelCode}
            {device.link === 'homie' && <span className="hint">{texts.device.homie}</span>}
          </Fact>
        </dl>
      </Panel>
      <Panel title={texts.caseInfo.title}>
        <dl className="facts">
          <Fact label={texts.caseInfo.reason}>{of.reason}</Fact>
          <Fact label={texts.caseInfo.ticket}>{of.ticket ?? '–'}</Fact>
          <Fact label={texts.caseInfo.agent}>{of.agent.displayName}</Fact>
          <Fact label={texts.caseInfo.opened}>{moment(of.openedAt)}</Fact>
          {of.closedAt !== null && <Fact label={texts.caseInfo.closedAt}>{moment(of.closedAt)}</Fact>}
        </dl>
      </Panel>
    </aside>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
