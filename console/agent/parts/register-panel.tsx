import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { BrokerAddress, RegisteredDevice } from '../../../proto/api/devices.ts';
import type { Brand } from '../../../proto/api/people.ts';
import { useBrokerAddresses, useModels, useRegisterDevice } from '../api/device-queries.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { isOfLinks } from '../words/models-of-links.ts';
import { CopyFacts } from './fact.tsx';
import { Field, Panel } from './field.tsx';
import { Labels } from './labels.tsx';
import { Notice, ProblemNotice } from './notice.tsx';
import { BrandSelect, ModelSelect } from './select.tsx';
import { useShownOnce } from './shown-once.ts';

/** To be jumped to. */
export const oneDevice = 'one-device';

/** One device that speaks the gateway's own protocol. */
export function RegisterPanel({ brands }: { readonly brands: readonly Brand[] }) {
  const { texts } = useTexts();
  const register = useRegisterDevice();
  const models = useModels();
  const [brandId, setBrandId] = useState(brands[0]?.id ?? '');
  const [serial, setSerial] = useState('');
  const [region, setRegion] = useState('');
  const [picked, setPicked] = useState<string>();
  const model = picked ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The region stays: the next device was mostly sold for the same cloud.
    const device = { brandId, serial, model, ...(region === '' ? {} : { region }) };
    register.mutate(device, { onSuccess: () => setSerial('') });
  };
  return (
    <Panel title={texts.devices.register} id={oneDevice}>
      <form onSubmit={submit}>
        <p className="muted">
          {texts.devices.registerHint} <Link href="/links">{texts.devices.toLinks}</Link>
        </p>
        <div className="columns">
          <BrandSelect label={texts.device.brand} brands={brands} value={brandId} onChoose={setBrandId} />
          <Field
            key={register.data?.device.id}
            label={texts.devices.serial}
            required
            pattern="[A-Za-z0-9._\-]{4,40}"
            autoComplete="off"
            spellCheck={false}
            value={serial}
            onChange={(event) => setSerial(event.target.value.trim())}
          />
          <ModelSelect
            label={texts.devices.model}
            hint={texts.devices.modelHint}
            models={(models.data ?? []).filter((each) => !isOfLinks(each.model))}
            value={model}
            onChoose={setPicked}
          />
          <Field
            label={texts.devices.region}
            hint={texts.devices.regionHint}
            pattern="[A-Za-z0-9._\-]{1,24}"
            autoComplete="off"
            spellCheck={false}
            value={region}
            onChange={(event) => setRegion(event.target.value.trim())}
          />
        </div>
        <ProblemNotice error={register.error ?? models.error} />
        <button type="submit" className="button button-primary" disabled={register.isPending}>
          {texts.devices.submit}
        </button>
      </form>
      {register.data && <Registered registered={register.data} />}
    </Panel>
  );
}

function Registered({ registered }: { readonly registered: RegisteredDevice }) {
  const { texts } = useTexts();
  const { device, secret, labelCode, gatewayPublicKey } = registered;
  useShownOnce([secret]);
  return (
    <Notice tone="ok" live="polite">
      <p>
        <strong>
          {texts.devices.added}: {device.modelName} {device.serial}
        </strong>
      </p>
      <p>{texts.devices.once}</p>
      <CopyFacts
        lines={[
          [texts.devices.id, device.id],
          [texts.devices.secret, secret],
          [texts.devices.labelCode, labelCode],
          [texts.devices.publicKey, gatewayPublicKey],
        ]}
      />
      <ConnectsTo />
      <Labels of={[{ serial: device.serial, modelName: device.modelName, code: labelCode }]} />
      <p>
        <Link href={`/devices/${device.id}`}>{texts.devices.open}</Link>
      </p>
    </Notice>
  );
}

/** Where a device that was just registered connects. */
export function ConnectsTo() {
  const { texts } = useTexts();
  const { data = [] } = useBrokerAddresses();
  return (
    <p className="hint">
      {texts.devices.address}: {data.map(addressText).join(' · ')}
    </p>
  );
}

export function addressText({ host, port, tls }: BrokerAddress): string {
  return `${tls ? 'mqtts' : 'mqtt'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
