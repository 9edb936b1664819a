import { type FormEvent, useState } from 'react';
import type { Case } from '../../../proto/api/cases.ts';
import type { NewFinding } from '../../../proto/api/localisation.ts';
import { useTell } from '../api/diagnosis-queries.ts';
import type { Localisation, NextStep } from '../live/localisation-model.ts';
import { useTexts } from '../texts/use-texts.tsx';
import type { RuleWords, TestWords } from '../words/knowledge-words.ts';
import { unitWord } from '../words/format.ts';
import { ProblemNotice } from './notice.tsx';
import { Select } from './select.tsx';
import { Field } from './field.tsx';

const outcomes = ['cured', 'relieved', 'no_change', 'worse'] as const;

export interface NextStepsProps {
  readonly of: Case;
  readonly localisation: Localisation;
  readonly words: RuleWords;
  readonly onAskMore?: (() => void) | undefined;
}

/** The most worthwhile step in full, the others to be opened. */
export function NextSteps({ of, localisation, words, onAskMore }: NextStepsProps) {
  const { texts } = useTexts();
  const tell = useTell(of.id);
  const say = (told: NewFinding) => tell.mutate({ id: crypto.randomUUID(), told });
  // What cannot be asked here is not offered.
  const steps = localisation.next.filter((step) => step.kind !== 'scope' || onAskMore);
  const [first, ...others] = steps;
  const props = { words, say, busy: tell.isPending, onAskMore };
  return (
    <section aria-labelledby="next-step" className="next-steps">
      <h3 id="next-step">{texts.diagnosis.next}</h3>
      <ProblemNotice error={tell.error} />
      {!first && <p className="muted">{texts.diagnosis.nextNone}</p>}
      {first && <Step key={`${first.kind} ${first.id}`} step={first} {...props} />}
      {others.length > 0 && (
        <details>
          <summary>{texts.diagnosis.nextOther}</summary>
          <ul className="other-steps">
            {others.map((step) => (
              <li key={`${step.kind} ${step.id}`}>
                <Step step={step} {...props} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface StepProps {
  readonly step: NextStep;
  readonly words: RuleWords;
  readonly say: (told: NewFinding) => void;
  readonly busy: boolean;
  readonly onAskMore: (() => void) | undefined;
}

function Step({ step, words, say, busy, onAskMore }: StepProps) {
  const { language, texts } = useTexts();
  const { kind, id } = step;
  const about = { test: words.tests, question: words.questions, action: words.actions, scope: undefined }[kind]?.get(
    id,
  );
  const name = (texts.dataClass as Readonly<Record<string, string>>)[id] ?? id;
  return (
    <div className="step" data-step={`${kind} ${id}`}>
      <p className="step-head">
        <span className="badge badge-neutral">{texts.diagnosis.kind[kind]}</span>{' '}
        <strong>{kind === 'scope' ? texts.diagnosis.scope(name) : (about?.words[language] ?? id)}</strong>{' '}
        {about && <span className="muted">{texts.diagnosis.seconds(about.cost.seconds)}</span>}
      </p>
      {kind === 'scope' && onAskMore && (
        <button type="button" className="button button-primary" onClick={onAskMore}>
          {texts.diagnosis.askMore}
        </button>
      )}
      {kind === 'question' && (
        <div className="answers">
          {[...(words.questions.get(id)?.answers ?? [])].map((answer) => (
            <button
              key={answer.id}
              type="button"
              className="button"
              disabled={busy}
              onClick={() => say({ kind: 'answer', question: id, answer: answer.id })}
            >
              {answer.words[language]}
            </button>
          ))}
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => say({ kind: 'answer', question: id, answer: 'unknown' })}
          >
            {texts.diagnosis.unknown}
          </button>
        </div>
      )}
      {kind === 'action' && (
        <div className="answers">
          {outcomes.map((outcome) => (
            <button
              key={outcome}
              type="button"
              className="button"
              disabled={busy}
              onClick={() => say({ kind: 'outcome', action: id, outcome })}
            >
              {texts.diagnosis.outcome[outcome]}
            </button>
          ))}
        </div>
      )}
      {kind === 'test' && <TestForm test={words.tests.get(id)} say={say} busy={busy} />}
    </div>
  );
}

interface TestFormProps {
  readonly test: TestWords | undefined;
  readonly say: (told: NewFinding) => void;
  readonly busy: boolean;
}

/** What was read of a test, typed in; fields that nobody read are left out. */
function TestForm({ test, say, busy }: TestFormProps) {
  const { language, texts } = useTexts();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  if (!test) return null;
  const set = (name: string) => (event: { readonly target: { readonly value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value });
  const fields: Record<string, string | number | boolean> = {};
  for (const { name, type } of test.fields) {
    const text = typed[name]?.trim() ?? '';
    const number = Number(text.replace(',', '.'));
    if (text === '' || (type === 'number' && !Number.isFinite(number))) continue;
    fields[name] = type === 'number' ? number : type === 'bool' ? text === 'true' : text;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    say({ kind: 'result', test: test.id, fields });
  };
  return (
    <form className="test-form" onSubmit={submit}>
      <p className="muted">{texts.diagnosis.byHand}</p>
      <div className="test-fields">
        {test.fields.map(({ name, type, unit, words, values }) =>
          type === 'number' ? (
            <Field
              key={name}
              label={`${words[language]}${unit === '1' || unit === '' ? '' : ` (${unitWord(unit, language)})`}`}
              inputMode="decimal"
              value={typed[name] ?? ''}
              onChange={set(name)}
            />
          ) : (
            <Select key={name} label={words[language]} value={typed[name] ?? ''} onChange={set(name)}>
              <option value="">{texts.diagnosis.notRun}</option>
              {type === 'bool' && <option value="true">{texts.diagnosis.yes}</option>}
              {type === 'bool' && <option value="false">{texts.diagnosis.no}</option>}
              {values.map((value) => (
                <option key={value.id} value={value.id}>
                  {value.words[language]}
                </option>
              ))}
            </Select>
          ),
        )}
      </div>
      <button type="submit" className="button button-primary" disabled={busy || Object.keys(fields).length === 0}>
        {texts.diagnosis.save}
      </button>
    </form>
  );
}
