import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Case } from '../../../proto/api/cases.ts';
import type { NewFinding } from '../../../proto/api/localisation.ts';
import { newFindingId, useTell } from '../api/diagnosis-queries.ts';
import type { Localisation, NextStep } from '../live/localisation-model.ts';
import { useTexts } from '../texts/use-texts.tsx';
import type { RuleWords, TestWords } from '../words/knowledge-words.ts';
import { unitWord } from '../words/format.ts';
import { type Kept, stepInSight, stepKey } from '../words/step-in-sight.ts';
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
  const [kept, setKept] = useState<Kept>({ step: undefined, headline: '' });
  const heading = useRef<HTMLHeadingElement>(null);
  const hasTold = useRef(false);
  // What cannot be asked here is not offered.
  const steps = localisation.next.filter((step) => step.kind !== 'scope' || onAskMore);
  const first = stepInSight(steps, localisation, kept);
  const key = first && stepKey(first);
  const headline = localisation.headline.join(' ');
  if (key !== kept.step || headline !== kept.headline) setKept({ step: key, headline });
  const others = steps.filter((step) => step !== first);
  // The button that was pressed is gone: whoever works without a mouse goes on here.
  useEffect(() => {
    if (hasTold.current && document.activeElement === document.body) heading.current?.focus();
    hasTold.current = false;
  }, [key]);
  const say = (told: NewFinding) => {
    hasTold.current = true;
    tell.mutate({ id: newFindingId(), told });
  };
  const props = { words, say, busy: tell.isPending, onAskMore };
  return (
    <section aria-labelledby="next-step" className="next-steps">
      <h3 id="next-step" ref={heading} tabIndex={-1}>
        {texts.diagnosis.next}
      </h3>
      <ProblemNotice error={tell.error} />
      {!first && <p className="muted">{texts.diagnosis.nextNone}</p>}
      {first && <Step key={key} step={first} {...props} />}
      {others.length > 0 && (
        <details>
          <summary>{texts.diagnosis.nextOther(others.length)}</summary>
          <ul className="other-steps">
            {others.map((step) => (
              <li key={stepKey(step)}>
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
    <div className="next-step" data-step={`${kind} ${id}`}>
      <p className="next-step-head">
        <span className="badge badge-accent">{texts.diagnosis.kind[kind]}</span>
        {about && <span className="hint">{texts.diagnosis.seconds(about.cost.seconds)}</span>}
      </p>
      <p className="next-step-name">
        {kind === 'scope' ? texts.diagnosis.scope(name) : (about?.words[language] ?? id)}
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
          <span className="answers-ask">{texts.diagnosis.outcomeAsk}</span>
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
      <p className="hint">{texts.diagnosis.byHand}</p>
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
