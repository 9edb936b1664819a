import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Device } from '../../../proto/api/devices.ts';
import type { Person } from '../../../proto/api/people.ts';
import { useClaim, useDevice, useNewLabelCode } from '../api/device-queries.ts';
import { ConfirmButton } from '../parts/confirm-button.tsx';
import { ConnectionBadge } from '../parts/connection-badge.tsx';
import { Fact } from '../parts/fact.tsx';
import { Panel } from '../parts/field.tsx';
import { Labels } from '../parts/labels.tsx';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { ConnectsTo } from '../parts/register-panel.tsx';
import { SecretPanel } from '../parts/secret-panel.tsx';
import { useModelWord } from '../parts/use-model-word.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { proofWord } from '../words/case-phase.ts';
import { formatMinute } from '../words/format.ts';

export function DevicePage({ id, person }: { readonly id: string; readonly person: Person }) {
  const { texts } = useTexts();
  const modelWord = useModelWord();
  const found = useDevice(id);
  return (
    <div className="page">
      <Link href="/devices" className="back">
        <ArrowLeft size={14} aria-hidden="true" />
        {texts.devicePage.back}
      </Link>
      {found.isPending && <p className="muted">{texts.loading}</p>}
      <ProblemNotice error={found.error} />
      {found.data && (
        <>
          <header className="case-head">
            <h1>
              {modelWord(found.data)} <span className="serial">{found.data.serial}</span>
            </h1>
            <ConnectionBadge connection={found.data.connection} />
          </header>
          {found.data.seenByYou && <Notice tone="neutral">{texts.devicePage.seen}</Notice>}
          <div className="page-columns">
            <About device={found.data} person={person} />
            {found.data.secret === 'of-link' ? (
              <Panel title={texts.devicePage.secretTitle}>
                <p className="panel-body">{texts.devicePage.ofLink}</p>
              </Panel>
            ) : (
              <SecretPanel kind="devices" id={id} state={found.data.secret} />
            )}
            <LabelPanel device={found.data} />
            <OwnerPanel device={found.data} />
          </div>
        </>
      )}
    </div>
  );
}

function About({ device, person }: { readonly device: Device; readonly person: Person }) {
  const { language, texts } = useTexts();
  const modelWord = useModelWord();
  const brand = person.brands.find((each) => each.id === device.brandId);
  return (
    <Panel title={texts.devicePage.about}>
      <dl className="facts">
        <Fact label={texts.device.model}>
          {modelWord(device)} <span className="muted">{device.model}</span>
        </Fact>
        {device.name !== null && <Fact label={texts.device.name}>{device.name}</Fact>}
        <Fact label={texts.device.vendor}>
          {device.model === 'mqtt-device' ? texts.device.someMaker : device.vendor || '–'}
        </Fact>
        {brand && <Fact label={texts.device.brand}>{brand.name}</Fact>}
        {device.region != null && <Fact label={texts.devices.region}>{device.region}</Fact>}
        <Fact label={texts.devicePage.id}>
          <code>{device.id}</code>
        </Fact>
        <Fact label={texts.devicePage.link}>
          {device.linkId === null ? (
            <>
              {texts.devicePage.native}
              <ConnectsTo />
            </>
          ) : (
            <Link href={`/links/${device.linkId}`}>{device.linkId}</Link>
          )}
        </Fact>
        {device.childKey !== null && (
          <Fact label={texts.devicePage.childKey}>
            <code>{device.childKey}</code>
          </Fact>
        )}
        <Fact label={texts.device.proof}>{proofText(device, texts)}</Fact>
        <Fact label={texts.devicePage.claimedAt}>
          {device.claimedAt === null
            ? texts.devicePage.firstOwner
            : formatMinute(device.claimedAt, language, Date.now())}
        </Fact>
      </dl>
    </Panel>
  );
}

function proofText({ proofs }: Device, texts: ReturnType<typeof useTexts>['texts']): string {
  const { button, labelCode, either } = texts.device;
  return proofs.length === 0 ? '–' : { button, label: labelCode, either }[proofWord(proofs)];
}

function LabelPanel({ device }: { readonly device: Device }) {
  const { texts } = useTexts();
  const words = texts.devicePage;
  const make = useNewLabelCode(device.id);
  return (
    <Panel title={words.labelTitle}>
      <div className="panel-body">
        <p>{words.newLabelHint}</p>
        {make.data?.labelCode && <Minted device={device} code={make.data.labelCode} />}
        <ProblemNotice error={make.error} />
        <div className="button-row">
          <ConfirmButton
            question={words.newLabelAsk}
            yes={words.newLabelYes}
            no={words.notNow}
            busy={make.isPending}
            onYes={() => make.mutate()}
          >
            {words.newLabel}
          </ConfirmButton>
        </div>
      </div>
    </Panel>
  );
}

function Minted({ device, code }: { readonly device: Device; readonly code: string }) {
  const { texts } = useTexts();
  return (
    <Notice tone="ok" live="polite">
      <p>
        <strong>{texts.secretOnce}</strong>
      </p>
      <Labels of={[{ serial: device.serial, modelName: device.modelName, code }]} />
    </Notice>
  );
}

function OwnerPanel({ device }: { readonly device: Device }) {
  const { texts } = useTexts();
  const words = texts.devicePage;
  const claim = useClaim(device.id);
  const [newLabelCode, setNewLabelCode] = useState(true);
  return (
    <Panel title={words.ownerTitle}>
      <div className="panel-body">
        <p>{words.claimHint}</p>
        <label className="choice choice-alone">
          <input type="checkbox" checked={newLabelCode} onChange={(event) => setNewLabelCode(event.target.checked)} />
          <span className="choice-text">
            <span className="choice-label">{words.claimNewCode}</span>
            <span className="hint">{words.claimNewCodeHint}</span>
          </span>
        </label>
        {claim.data && (
          <Notice tone="ok" live="polite">
            {words.claimed}
          </Notice>
        )}
        {claim.data?.labelCode && <Minted device={device} code={claim.data.labelCode} />}
        <ProblemNotice error={claim.error} />
        <div className="button-row">
          <ConfirmButton
            question={words.claimAsk}
            yes={words.claimYes}
            no={words.notNow}
            busy={claim.isPending}
            onYes={() => claim.mutate({ newLabelCode })}
          >
            {words.claim}
          </ConfirmButton>
        </div>
      </div>
    </Panel>
  );
}
