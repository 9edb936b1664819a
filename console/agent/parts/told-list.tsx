import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { Case } from '../../../proto/api/cases.ts';
import { newFindingId, useTakeBack, useTell } from '../api/diagnosis-queries.ts';
import type { Localisation, Told } from '../live/localisation-model.ts';
import { useTexts } from '../texts/use-texts.tsx';
import type { RuleWords } from '../words/knowledge-words.ts';
import { ProblemNotice } from './notice.tsx';
import { Select } from './select.tsx';

export interface ToldListProps {
  readonly of: Case;
  readonly localisation: Localisation;
  readonly words: RuleWords;
}

/** So many stand there, the latest first; the others are to be opened. */
const mostShown = 3;

/** What was told so far, each to be taken back; and an error code that somebody reads out. */
export function ToldList({ of, localisation, words }: ToldListProps) {
  const { texts } = useTexts();
  const takeBack = useTakeBack(of.id);
  const [asksCode, setAsksCode] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const told = [...localisation.told].reverse();
  const list = (some: readonly Told[]): ReactNode => (
    <ul className="told">
      {some.map((each) => (
        <li key={each.findingId} data-told={`${each.kind} ${each.id}`}>
          <ToldWords told={each} words={words} />
          <button
            type="button"
            className="button"
            disabled={takeBack.isPending}
            onClick={() => takeBack.mutate(each.findingId, { onSuccess: () => heading.current?.focus() })}
          >
            {texts.diagnosis.takeBack}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="diagnosis-told" aria-labelledby="told">
      <h3 id="told" ref={heading} tabIndex={-1}>
        {texts.diagnosis.told}
      </h3>
      <ProblemNotice error={takeBack.error} />
      {told.length === 0 && <p className="muted">{texts.diagnosis.toldNone}</p>}
      {told.length > 0 && list(told.slice(0, mostShown))}
      {told.length > mostShown && (
        <details>
          <summary>{texts.diagnosis.toldEarlier(told.length - mostShown)}</summary>
          {list(told.slice(mostShown))}
        </details>
      )}
      {/* Only what is opened is there: a page that is blank after Stop shows no error's words, not even as a choice. */}
      <details onToggle={(event) => setAsksCode(event.currentTarget.open)}>
        <summary>{texts.diagnosis.codeAsk}</summary>
        {asksCode && <CodeForm of={of} words={words} />}
      </details>
    </section>
  );
}

function ToldWords({ told, words }: { readonly told: Told; readonly words: RuleWords }) {
  const { language, texts } = useTexts();
  switch (told.kind) {
    case 'answer': {
      const question = words.questions.get(told.id);
      const answer = question?.answers.find(({ id }) => id === told.value)?.words[language];
      return (
        <span>
          {question?.words[language] ?? told.id}{' '}
          <strong>{told.value === 'unknown' ? texts.diagnosis.unknown : (answer ?? told.value)}</strong>
        </span>
      );
    }
    case 'outcome': {
      const outcomes: Readonly<Record<string, string>> = texts.diagnosis.outcome;
      return (
        <span>
          {words.actions.get(told.id)?.words[language] ?? told.id}:{' '}
          <strong>{outcomes[told.value] ?? told.value}</strong>
        </span>
      );
    }
    case 'result': {
      const test = words.tests.get(told.id);
      const fields = Object.entries(told.fields).map(([name, value]) => {
        const field = test?.fields.find((each) => each.name === name);
        const word = field?.values.find(({ id }) => id === value)?.words[language];
        const truth =
          field?.type === 'bool' ? (value === 'true' ? texts.diagnosis.yes : texts.diagnosis.no) : undefined;
        return `${field?.words[language] ?? name} ${word ?? truth ?? value}`;
      });
      return (
        <span>
          {test?.words[language] ?? told.id}: <strong>{fields.join(', ')}</strong>
        </span>
      );
    }
    default:
      return (
        <span>
          {texts.diagnosis.codeRaised(told.id)}: <strong>{words.codes.get(told.id)?.words[language] ?? told.id}</strong>
        </span>
      );
  }
}

function CodeForm({ of, words }: { readonly of: Case; readonly words: RuleWords }) {
  const { language, texts } = useTexts();
  const tell = useTell(of.id);
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    tell.mutate({ id: newFindingId(), told: { kind: 'code', code, raised: true } }, { onSuccess: () => setCode('') });
  };
  return (
    <form className="code-form" onSubmit={submit}>
      <Select
        label={texts.diagnosis.code}
        hint={texts.diagnosis.codeHint}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      >
        <option value="" />
        {[...words.codes.values()].map((each) => (
          <option key={each.code} value={each.code}>
            {each.code} · {each.words[language]}
          </option>
        ))}
      </Select>
      <button type="submit" className="button" disabled={code === '' || tell.isPending}>
        {texts.diagnosis.addCode}
      </button>
      <ProblemNotice error={tell.error} />
    </form>
  );
}
