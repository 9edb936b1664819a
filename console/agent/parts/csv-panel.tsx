import { Download } from 'lucide-react';
import { type ChangeEvent, type FormEvent, useId, useState } from 'react';
import { credentialsCsv } from '../../../proto/api/credentials-csv.ts';
import type { BadLine, RegisteredDevice, RegisteredDevices } from '../../../proto/api/devices.ts';
import type { Brand } from '../../../proto/api/people.ts';
import { ApiProblem } from '../api/client.ts';
import { useRegisterCsv } from '../api/device-queries.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { Panel } from './field.tsx';
import { Labels } from './labels.tsx';
import { Notice, ProblemNotice } from './notice.tsx';
import { BrandSelect } from './select.tsx';
import { onPage, useShownOnce } from './shown-once.ts';

/** To be jumped to. */
export const manyDevices = 'many-devices';

/** As proto/api/devices.ts `DevicesCsv` allows, in characters. */
const longest = 1_000_000;

/** Many devices at once, from a file or pasted; all or none, unless bad lines are to be skipped. */
export function CsvPanel({ brands }: { readonly brands: readonly Brand[] }) {
  const { texts } = useTexts();
  const id = useId();
  const register = useRegisterCsv();
  const [brandId, setBrandId] = useState(brands[0]?.id ?? '');
  const [csv, setCsv] = useState('');
  const [skipBad, setSkipBad] = useState(false);
  const isTooLarge = csv.length > longest;
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) setCsv(await file.text());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    register.mutate({ brandId, csv, skipBad }, { onSuccess: ({ registered }) => registered.length > 0 && setCsv('') });
  };
  const bad = register.data?.bad ?? badLinesOf(register.error);
  const broken = bad.find(({ code }) => code === 'csv_malformed');
  return (
    <Panel title={texts.csv.title} id={manyDevices}>
      <form onSubmit={submit}>
        <p className="muted">{texts.csv.hint}</p>
        <div className="columns">
          <BrandSelect label={texts.device.brand} brands={brands} value={brandId} onChoose={setBrandId} />
          <div className="field">
            <label htmlFor={`${id}-file`}>{texts.csv.file}</label>
            <input
              id={`${id}-file`}
              type="file"
              accept=".csv,text/csv,text/plain"
              className="input input-file"
              onChange={(event) => void read(event)}
            />
          </div>
        </div>
        <div className="field">
          <label htmlFor={`${id}-text`}>{texts.csv.text}</label>
          <textarea
            // Another one afterwards: an emptied one would be marked as left out.
            key={register.submittedAt}
            id={`${id}-text`}
            className="input input-lines"
            rows={5}
            required
            spellCheck={false}
            placeholder={'serial,model\nRV1A30501118,rv-s1'}
            aria-invalid={isTooLarge}
            value={csv}
            onChange={(event) => setCsv(event.target.value)}
          />
          {isTooLarge && <p className="hint warn-text">{texts.csv.tooLarge}</p>}
        </div>
        <label className="choice choice-alone">
          <input type="checkbox" checked={skipBad} onChange={(event) => setSkipBad(event.target.checked)} />
          <span className="choice-text">
            <span className="choice-label">{texts.csv.skipBad}</span>
            <span className="hint">{texts.csv.skipBadHint}</span>
          </span>
        </label>
        <ProblemNotice error={register.error} />
        <button type="submit" className="button button-primary" disabled={register.isPending || isTooLarge}>
          {texts.csv.submit}
        </button>
      </form>
      {register.data && <Outcome outcome={register.data} />}
      {broken && (
        <Notice tone="danger" live="assertive">
          {texts.csv.broken(broken.line)}
        </Notice>
      )}
      {bad.length > 0 && <BadLines bad={bad} />}
    </Panel>
  );
}

/** A refusal of the whole file may name its lines too. */
function badLinesOf(error: unknown): readonly BadLine[] {
  const body =
    error instanceof ApiProblem ? (error.body as { readonly lines?: readonly BadLine[] } | undefined) : undefined;
  return Array.isArray(body?.lines) ? body.lines : [];
}

function Outcome({ outcome: { registered } }: { readonly outcome: RegisteredDevices }) {
  const { texts } = useTexts();
  const [isSaved, setSaved] = useState(false);
  useShownOnce(registered.map(({ secret }) => secret));
  if (registered.length === 0) {
    return (
      <Notice tone="warn" live="assertive">
        {texts.csv.nothing}
      </Notice>
    );
  }
  const save = () => {
    const file = credentialsCsv(registered);
    saveFile('devices.csv', file);
    onPage.taken(file);
    setSaved(true);
  };
  return (
    <Notice tone="ok" live="polite">
      <p>
        <strong>{texts.csv.done(registered.length)}</strong>
      </p>
      <p>{texts.csv.once}</p>
      <div className="button-row">
        <button type="button" className="button button-primary" onClick={save}>
          <Download size={16} aria-hidden="true" />
          {texts.csv.save}
        </button>
        <span role="status">{isSaved && texts.csv.saved}</span>
      </div>
      <p className="hint">{texts.csv.escaped}</p>
      <Preview registered={registered} />
      <Labels
        quiet
        of={registered.map(({ device, labelCode }) => ({
          serial: device.serial,
          modelName: device.modelName,
          code: labelCode,
        }))}
      />
    </Notice>
  );
}

function Preview({ registered }: { readonly registered: readonly RegisteredDevice[] }) {
  const { texts } = useTexts();
  return (
    <details>
      <summary>{texts.csv.preview}</summary>
      <section className="scroll scroll-tall" aria-label={texts.csv.preview} tabIndex={0}>
        <table className="dense">
          <thead>
            <tr>
              <th scope="col">{texts.devices.serial}</th>
              <th scope="col">{texts.devices.model}</th>
              <th scope="col">{texts.devices.id}</th>
              <th scope="col">{texts.devices.labelCode}</th>
            </tr>
          </thead>
          <tbody>
            {registered.map(({ device, labelCode }) => (
              <tr key={device.id}>
                <th scope="row">{device.serial}</th>
                <td>{device.model}</td>
                <td>
                  <code>{device.id}</code>
                </td>
                <td>
                  <code>{labelCode}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function BadLines({ bad }: { readonly bad: readonly BadLine[] }) {
  const { texts } = useTexts();
  return (
    <section className="scroll scroll-tall bad-lines" aria-label={texts.csv.bad(bad.length)} tabIndex={0}>
      <table className="dense">
        <caption>{texts.csv.bad(bad.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.csv.line}</th>
            <th scope="col">{texts.devices.serial}</th>
            <th scope="col">{texts.csv.why}</th>
          </tr>
        </thead>
        <tbody>
          {bad.map(({ line, serial, code, words }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              <td>{serial ?? '–'}</td>
              <td>{words || code}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Hands a text to the browser as a download. */
function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
