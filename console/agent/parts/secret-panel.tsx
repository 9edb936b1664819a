import { useState } from 'react';
import type { RotatedSecret } from '../../../proto/api/devices.ts';
import { useRevoke, useRotate } from '../api/device-queries.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatMinute } from '../words/format.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { CopyFacts } from './fact.tsx';
import { Panel } from './field.tsx';
import { Notice, ProblemNotice } from './notice.tsx';
import { Select } from './select.tsx';
import { useShownOnce } from './shown-once.ts';

export interface SecretPanelProps {
  readonly kind: 'devices' | 'links';
  readonly id: string;
  readonly state: 'active' | 'revoked';
  /** Told the new secret, so that settings beside it can show it. */
  readonly onSecret?: (secret: string) => void;
}

const graces = ['0', '60', '1440', '10080', '43200'] as const;

/** A secret in force is made anew, with a time in which the old one still works, or revoked. */
export function SecretPanel({ kind, id, state, onSecret }: SecretPanelProps) {
  const { texts } = useTexts();
  const own = texts.devicePage;
  const words = kind === 'links' ? { ...own, ...texts.link, secretTitle: texts.link.secret } : own;
  const rotate = useRotate(kind, id);
  const revoke = useRevoke(kind, id);
  const [grace, setGrace] = useState<string>('0');
  const cutsOff = state === 'active' && grace === '0';
  useShownOnce([rotate.data?.secret]);
  const make = () =>
    rotate.mutate(
      { graceMinutes: state === 'revoked' ? 0 : Number(grace) },
      { onSuccess: ({ secret }) => onSecret?.(secret) },
    );
  return (
    <Panel title={words.secretTitle}>
      <div className="panel-body">
        <p>{state === 'active' ? words.active : words.revoked}</p>
        {rotate.data && <NewSecret title={words.newSecret} made={rotate.data} />}
        <ProblemNotice error={rotate.error ?? revoke.error} />
        {state === 'active' && (
          <div className="narrow">
            <Select label={own.grace} value={grace} onChange={(event) => setGrace(event.target.value)}>
              {graces.map((each) => (
                <option key={each} value={each}>
                  {own.graceOf[each]}
                </option>
              ))}
            </Select>
          </div>
        )}
        <div className="button-row">
          <ConfirmButton
            question={cutsOff ? `${words.rotateAsk} ${words.rotateCutsOff}` : words.rotateAsk}
            yes={own.rotateYes}
            no={own.notNow}
            busy={rotate.isPending}
            onYes={make}
          >
            {words.rotate}
          </ConfirmButton>
          {state === 'active' && (
            <ConfirmButton
              question={words.revokeAsk}
              yes={own.revokeYes}
              no={own.notNow}
              busy={revoke.isPending}
              onYes={() => revoke.mutate(undefined, { onSuccess: () => rotate.reset() })}
            >
              {words.revoke}
            </ConfirmButton>
          )}
        </div>
      </div>
    </Panel>
  );
}

function NewSecret({ title, made }: { readonly title: string; readonly made: RotatedSecret }) {
  const { language, texts } = useTexts();
  const { formerSecretUntil } = made;
  return (
    <Notice tone="ok" live="polite">
      <p>
        <strong>{texts.secretOnce}</strong> {texts.copySecretFirst}
      </p>
      <CopyFacts lines={[[title, made.secret]]} />
      <p className="hint">
        {formerSecretUntil === null
          ? texts.devicePage.formerOver
          : texts.devicePage.formerUntil(formatMinute(formerSecretUntil, language, Date.now()))}
      </p>
    </Notice>
  );
}
