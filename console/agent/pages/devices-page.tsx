import { type FormEvent, useId, useState } from 'react';
import type { RegisteredDevice } from '../../../proto/api/devices.ts';
import type { Brand } from '../../../proto/api/people.ts';
import { useAddBrand, useBrands, useRegisterDevice } from '../api/office-queries.ts';
import { BrandFields, emptyBrand } from '../parts/brand-fields.tsx';
import { CopyLine } from '../parts/copy-button.tsx';
import { Field, Panel } from '../parts/field.tsx';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { useTexts } from '../texts/use-texts.tsx';

export function DevicesPage() {
  const { texts } = useTexts();
  const brands = useBrands();
  return (
    <div className="page">
      <h1>{texts.devices.title}</h1>
      <ProblemNotice error={brands.error} />
      {brands.data && <RegisterPanel brands={brands.data} />}
      {brands.data && <BrandsPanel brands={brands.data} />}
    </div>
  );
}

function RegisterPanel({ brands }: { readonly brands: readonly Brand[] }) {
  const { texts } = useTexts();
  const id = useId();
  const register = useRegisterDevice();
  const [brandId, setBrandId] = useState<string>();
  const [serial, setSerial] = useState('');
  const [model, setModel] = useState('');
  const [homieId, setHomieId] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = brandId ?? brands[0]?.id;
    if (chosen === undefined) return;
    register.mutate(
      { brandId: chosen, serial, model, ...(homieId === '' ? {} : { homieId }) },
      { onSuccess: () => setSerial('') },
    );
  };
  return (
    <Panel title={texts.devices.register}>
      <form onSubmit={submit}>
        <div className="columns">
          <div className="field">
            <label htmlFor={id}>{texts.device.brand}</label>
            <select id={id} className="input" value={brandId} onChange={(event) => setBrandId(event.target.value)}>
              {brands.map((brand) => (
                <option key={brand.id} value={brand.id}>
                  {brand.name}
                </option>
              ))}
            </select>
          </div>
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
          <Field
            label={texts.devices.model}
            hint={texts.devices.modelHint}
            required
            pattern="[a-z0-9\-]{1,40}"
            autoComplete="off"
            spellCheck={false}
            value={model}
            onChange={(event) => setModel(event.target.value.trim())}
          />
          <Field
            label={texts.devices.homie}
            hint={texts.devices.homieHint}
            pattern="[A-Za-z0-9_\-]{1,40}(/[A-Za-z0-9_\-]{1,40})?"
            autoComplete="off"
            spellCheck={false}
            value={homieId}
            onChange={(event) => setHomieId(event.target.value.trim())}
          />
        </div>
        <ProblemNotice error={register.error} />
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
  const lines: readonly (readonly [label: string, text: string | null])[] = [
    [texts.devices.id, device.id],
    [texts.devices.secret, secret],
    [texts.devices.labelCode, labelCode],
    [texts.devices.publicKey, gatewayPublicKey],
  ];
  return (
    <Notice tone="ok" live="polite">
      <p>
        <strong>
          {texts.devices.added}: {device.modelName} {device.serial}
        </strong>
      </p>
      <p>{texts.devices.once}</p>
      <dl className="facts facts-wide">
        {lines.map(([label, text]) =>
          text === null ? null : (
            <div key={label} className="fact">
              <dt>{label}</dt>
              <dd>
                <CopyLine text={text} label={label} />
              </dd>
            </div>
          ),
        )}
      </dl>
    </Notice>
  );
}

function BrandsPanel({ brands }: { readonly brands: readonly Brand[] }) {
  const { language, texts } = useTexts();
  const add = useAddBrand();
  const [brand, setBrand] = useState(emptyBrand);
  const countryNames = new Intl.DisplayNames([language], { type: 'region' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(brand, { onSuccess: () => setBrand(emptyBrand) });
  };
  return (
    <Panel title={texts.devices.brands}>
      <ul className="brand-list">
        {brands.map((each) => (
          <li key={each.id}>
            <strong>{each.name}</strong>
            <span className="muted">
              {each.company} · {countryNames.of(each.country)}
            </span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{texts.devices.addBrand}</summary>
        <form onSubmit={submit}>
          <p className="hint">{texts.join.brandHint}</p>
          <div className="columns">
            <BrandFields brand={brand} onChange={setBrand} />
          </div>
          <ProblemNotice error={add.error} />
          <button type="submit" className="button button-primary" disabled={add.isPending}>
            {texts.devices.addBrand}
          </button>
        </form>
      </details>
    </Panel>
  );
}
