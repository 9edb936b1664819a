import type { Case } from '../../../proto/api/cases.ts';
import type { ConnectionInfo } from '../../../proto/api/devices.ts';
import type { Person } from '../../../proto/api/people.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { proofWord } from '../words/case-phase.ts';
import { formatMinute } from '../words/format.ts';
import { ConnectionBadge } from './connection-badge.tsx';
import { Fact } from './fact.tsx';
import { Panel } from './field.tsx';
import { useModelWord } from './use-model-word.ts';

/** What is known without any consent: the device, its connection, and the case. */
export function CaseFacts({ of, person }: { readonly of: Case; readonly person: Person }) {
  const { language, texts } = useTexts();
  const modelWord = useModelWord();
  const { device } = of;
  const brand = person.brands.find((each) => each.id === of.brandId);
  const moment = (at: number) => formatMinute(at, language, Date.now());
  const word = proofWord(device.proofs);
  return (
    <aside className="case-aside">
      <Panel title={texts.device.title}>
        <dl className="facts">
          <Fact label={texts.connection.label}>
            <ConnectionBadge connection={device.connection} />
            {device.connection.presence !== 'online' && of.state === 'open' && (
              <span className="hint">{hintOf(device.connection, texts)}</span>
            )}
          </Fact>
          <Fact label={texts.device.model}>
            {modelWord(device)} <span className="muted">{device.model}</span>
          </Fact>
          {device.name !== null && <Fact label={texts.device.name}>{device.name}</Fact>}
          <Fact label={texts.device.serial}>
            <span className="serial">{device.serial}</span>
          </Fact>
          <Fact label={texts.device.vendor}>
            {device.model === 'mqtt-device' ? texts.device.someMaker : device.vendor}
          </Fact>
          {brand && <Fact label={texts.device.brand}>{brand.name}</Fact>}
          <Fact label={texts.device.proof}>
            {{ button: texts.device.button, label: texts.device.labelCode, either: texts.device.either }[word]}
            {word === 'either' && <span className="hint">{texts.device.labelBasic}</span>}
            {device.link === 'dialect' && <span className="hint">{texts.device.dialect}</span>}
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

function hintOf({ presence, since }: ConnectionInfo, { connection }: ReturnType<typeof useTexts>['texts']): string {
  if (presence === 'unknown') return connection.unknownHint;
  return since === null ? connection.neverHint : connection.offlineHint;
}
