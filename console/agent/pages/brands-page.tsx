import { type FormEvent, useState } from 'react';
import type { Brand } from '../../../proto/api/people.ts';
import { useAddBrand, useBrands, useSetWebhook, useWebhook } from '../api/office-queries.ts';
import { BrandFields, emptyBrand } from '../parts/brand-fields.tsx';
import { ConfirmButton } from '../parts/confirm-button.tsx';
import { CopyFacts } from '../parts/fact.tsx';
import { Field, Panel } from '../parts/field.tsx';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { useShownOnce } from '../parts/shown-once.ts';
import { useTexts } from '../texts/use-texts.tsx';

/** What owners are told of a brand, and where its messages go. */
export function BrandsPage() {
  const { texts } = useTexts();
  const brands = useBrands();
  return (
    <div className="page">
      <h1>{texts.brands.title}</h1>
      <ProblemNotice error={brands.error} />
      {brands.isPending && <p className="muted">{texts.loading}</p>}
      {brands.data?.map((brand) => (
        <BrandPanel key={brand.id} brand={brand} />
      ))}
      <AddBrandPanel />
    </div>
  );
}

function BrandPanel({ brand }: { readonly brand: Brand }) {
  const { language, texts } = useTexts();
  const country = new Intl.DisplayNames([language], { type: 'region' }).of(brand.country);
  return (
    <Panel title={brand.name}>
      <div className="panel-body">
        <p className="muted">
          {brand.company} · {country}
        </p>
        <h3>{texts.brands.webhook}</h3>
        <p className="hint">{texts.brands.webhookHint}</p>
        <Webhook brand={brand} />
      </div>
    </Panel>
  );
}

function Webhook({ brand }: { readonly brand: Brand }) {
  const { texts } = useTexts();
  const words = texts.brands;
  const webhook = useWebhook(brand.id);
  const set = useSetWebhook(brand.id);
  const [url, setUrl] = useState('');
  useShownOnce([set.data?.secret]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate({ url: url.trim() }, { onSuccess: () => setUrl('') });
  };
  if (!webhook.data) return <ProblemNotice error={webhook.error} />;
  const at = webhook.data.url;
  return (
    <>
      <div className="button-row" role="status">
        {at === null ? (
          <p>{words.off}</p>
        ) : (
          <p>
            {words.on} <code>{at}</code>
          </p>
        )}
        {at !== null && (
          <ConfirmButton
            question={words.turnOffAsk}
            yes={words.turnOffYes}
            no={words.keep}
            busy={set.isPending}
            onYes={() => set.mutate({ url: null })}
          >
            {words.turnOff}
          </ConfirmButton>
        )}
      </div>
      {set.data?.secret && (
        <Notice tone="ok" live="polite">
          <p>
            <strong>{texts.secretOnce}</strong> {words.secretHint}
          </p>
          <CopyFacts lines={[[words.secret, set.data.secret]]} />
        </Notice>
      )}
      <form className="form-line" aria-label={`${words.webhook}: ${brand.name}`} onSubmit={submit}>
        <Field
          key={set.submittedAt}
          label={words.url}
          hint={words.urlHint}
          type="url"
          required
          maxLength={500}
          autoComplete="off"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
        <button type="submit" className="button" disabled={set.isPending}>
          {words.save}
        </button>
      </form>
      <ProblemNotice error={set.error} />
    </>
  );
}

function AddBrandPanel() {
  const { texts } = useTexts();
  const add = useAddBrand();
  const [brand, setBrand] = useState(emptyBrand);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(brand, { onSuccess: () => setBrand(emptyBrand) });
  };
  return (
    <Panel title={texts.brands.add}>
      <form onSubmit={submit}>
        <p className="hint">{texts.join.brandHint}</p>
        <div className="columns">
          <BrandFields brand={brand} onChange={setBrand} />
        </div>
        <ProblemNotice error={add.error} />
        <button type="submit" className="button button-primary" disabled={add.isPending}>
          {texts.brands.add}
        </button>
      </form>
    </Panel>
  );
}
