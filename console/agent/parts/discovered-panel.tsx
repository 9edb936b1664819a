import { CircleCheck, CircleDashed } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { ModelSummary } from '../../../proto/api/devices.ts';
import type { DiscoveredDevice, DiscoveredEntity } from '../../../proto/api/links.ts';
import { useRegisterChild } from '../api/device-queries.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { unitWord } from '../words/format.ts';
import { fullOnly } from '../words/known-classes.ts';
import { serialFromKey } from '../words/serial-from-key.ts';
import { ConnectionBadge } from './connection-badge.tsx';
import { Fact } from './fact.tsx';
import { Field, Panel } from './field.tsx';
import { Labels } from './labels.tsx';
import { Notice, ProblemNotice } from './notice.tsx';
import { ModelSelect } from './select.tsx';
import { useModelWord } from './use-model-word.ts';

export interface DiscoveredPanelProps {
  readonly linkId: string;
  readonly of: DiscoveredDevice;
  /** Name of what it is reached through. */
  readonly via: string | null;
  readonly models: readonly ModelSummary[];
}

/** One device that a link was found to carry: who made it, what it has, and its registration. */
export function DiscoveredPanel({ linkId, of, via, models }: DiscoveredPanelProps) {
  const { texts } = useTexts();
  const words = texts.link;
  const register = useRegisterChild(linkId);
  const modelWord = useModelWord();
  const Icon = of.device ? CircleCheck : CircleDashed;
  return (
    <Panel
      title={of.name || of.key}
      className="discovered"
      aside={
        <span className={of.device ? 'badge badge-ok' : 'badge badge-neutral'}>
          <Icon size={14} aria-hidden="true" />
          {of.device ? words.isRegistered : words.notRegistered}
        </span>
      }
    >
      <dl className="facts facts-flow">
        <Fact label={words.maker}>{of.manufacturer || '–'}</Fact>
        <Fact label={words.model}>{of.model || '–'}</Fact>
        <Fact label={words.dialects}>{of.dialects.map((each) => words[each]).join(' · ')}</Fact>
        <Fact label={words.key}>
          <code>{of.key}</code>
          {via !== null && <span className="hint">{words.via(via)}</span>}
        </Fact>
      </dl>
      <Entities of={of} />
      {of.device && (
        <div className="panel-body">
          <div className="device-line">
            <Link href={`/devices/${of.device.id}`}>
              {modelWord(of.device)} {of.device.serial}
            </Link>
            <ConnectionBadge connection={of.device.connection} isDescribed />
          </div>
        </div>
      )}
      {register.data && (
        <Notice tone="ok" live="polite">
          <p>
            <strong>{words.childRegistered}</strong>
          </p>
          <p>{words.childSeen}</p>
          <Labels
            of={[
              {
                serial: register.data.device.serial,
                modelName: register.data.device.modelName,
                code: register.data.labelCode,
              },
            ]}
          />
        </Notice>
      )}
      {!of.device && !register.data && <RegisterChild of={of} models={models} register={register} />}
    </Panel>
  );
}

interface RegisterChildProps {
  readonly of: DiscoveredDevice;
  readonly models: readonly ModelSummary[];
  readonly register: ReturnType<typeof useRegisterChild>;
}

function RegisterChild({ of, models, register }: RegisterChildProps) {
  const { texts } = useTexts();
  const words = texts.link;
  const [serial, setSerial] = useState(() => serialFromKey(of.key));
  const [picked, setPicked] = useState<string>();
  const model = picked ?? of.suggestedModel;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    register.mutate({ key: of.key, serial, model });
  };
  const offered =
    models.some((each) => each.model === model) || model === '' ? models : [{ model, name: model }, ...models];
  return (
    <form onSubmit={submit} aria-label={`${words.registerChild}: ${of.name || of.key}`} className="register-child">
      <Field
        label={words.serial}
        hint={words.serialHint}
        required
        pattern="[A-Za-z0-9._\-]{4,40}"
        autoComplete="off"
        spellCheck={false}
        value={serial}
        onChange={(event) => setSerial(event.target.value.trim())}
      />
      <ModelSelect
        label={words.pack}
        models={offered}
        suggested={{ model: of.suggestedModel, note: words.packSuggested }}
        value={model}
        onChoose={setPicked}
      />
      <button type="submit" className="button button-primary" disabled={register.isPending || model === ''}>
        {words.submitChild}
      </button>
      <ProblemNotice error={register.error} />
    </form>
  );
}

/** What it says it has: names, units and classes; never a value. */
function Entities({ of }: { readonly of: DiscoveredDevice }) {
  const { texts } = useTexts();
  const words = texts.link;
  if (of.entities.length === 0) return null;
  const taken = of.entities.filter(({ metric }) => metric !== null).length;
  return (
    <details className="entities">
      <summary>{words.entities(taken, of.entities.length)}</summary>
      <section className="scroll" aria-label={words.entities(taken, of.entities.length)} tabIndex={0}>
        <table className="dense">
          <thead>
            <tr>
              <th scope="col">{words.entityName}</th>
              <th scope="col">{words.becomes}</th>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.dataClass}</th>
            </tr>
          </thead>
          <tbody>
            {of.entities.map((entity, index) => (
              <EntityRow key={`${entity.name} ${index}`} of={entity} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function EntityRow({ of }: { readonly of: DiscoveredEntity }) {
  const { language, texts } = useTexts();
  const { why, whyOther } = texts;
  return (
    <tr data-taken={of.metric !== null}>
      <th scope="row">{of.name}</th>
      <td>
        {of.metric === null && of.why === null ? (
          texts.link.becomesErrors
        ) : of.metric === null ? (
          <span className="muted">
            {texts.link.notTaken}
            {of.why !== null && `: ${Object.hasOwn(why, of.why) ? why[of.why] : whyOther(of.why)}`}
          </span>
        ) : of.dataClass === 'errors' ? (
          texts.link.becomesErrors
        ) : (
          <code>{of.metric}</code>
        )}
      </td>
      <td>{of.declaredUnit === null ? texts.link.noUnit : unitWord(of.declaredUnit, language) || texts.link.count}</td>
      <td>
        {of.dataClass === null ? '–' : texts.dataClass[of.dataClass]}
        {of.dataClass !== null && fullOnly.includes(of.dataClass) && (
          <>
            {' '}
            <span className="hint">{texts.live.neverByLabel}</span>
          </>
        )}
      </td>
    </tr>
  );
}
