import { type FormEvent, useState } from 'react';
import type { Case } from '../../../proto/api/cases.ts';
import type { ScopeName } from '../../../proto/api/common.ts';
import { useAskConsent, useDeviceModel } from '../api/case-queries.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { fullOnly, knownClasses } from '../words/known-classes.ts';
import { proofsFor, proofWord } from '../words/case-phase.ts';
import { Choices, Panel } from './field.tsx';
import { Notice, ProblemNotice } from './notice.tsx';
import { useModelWord } from './use-model-word.ts';

const durations = ['15', '30', '60', '120', '240'] as const;

/** What may be asked, for how long, and the line to say. */
export function AskPanel({ of, again = false }: { readonly of: Case; readonly again?: boolean }) {
  const { texts } = useTexts();
  const ask = useAskConsent(of.id);
  const scopes: readonly ScopeName[] = (['basic', 'full'] as const).filter((scope) => of.askable.includes(scope));
  const [scope, setScope] = useState<ScopeName>(scopes.at(-1) ?? 'basic');
  const [minutes, setMinutes] = useState<(typeof durations)[number]>('30');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate({ scope, minutes: Number(minutes) });
  };
  const model = useDeviceModel(of.device.id);
  const known = knownClasses(model.data, of.device.link);
  const also = fullOnly.filter((each) => known.includes(each));
  const notes = {
    basic: texts.ask.basicClasses,
    full: texts.ask.alsoClasses(also.map((each) => texts.ask.more[each])),
  };
  return (
    <Panel title={again ? texts.ask.again : texts.ask.title}>
      <form className="ask" onSubmit={submit}>
        <p className="muted">{texts.ask.intro}</p>
        {of.device.seenByYou && <Notice tone="warn">{texts.caseActions.seen}</Notice>}
        <Choices
          legend={texts.ask.scope}
          name={`scope-${of.id}`}
          value={scope}
          onChoose={setScope}
          choices={scopes.map((each) => ({ value: each, label: texts.ask[each], note: notes[each] }))}
        />
        {!of.askable.includes('full') && <p className="hint">{texts.ask.basicOnly}</p>}
        <Choices
          legend={texts.ask.minutes}
          name={`minutes-${of.id}`}
          inline
          value={minutes}
          onChoose={setMinutes}
          choices={durations.map((each) => ({ value: each, label: texts.ask.minutesOption(Number(each)) }))}
        />
        <LineToSay of={of} scope={scope} />
        <ProblemNotice error={ask.error} />
        <button
          type="submit"
          className="button button-primary"
          disabled={ask.isPending || scopes.length === 0 || of.device.seenByYou}
        >
          {texts.ask.submit}
        </button>
      </form>
    </Panel>
  );
}

interface LineToSayProps {
  readonly of: Case;
  readonly scope: ScopeName;
  readonly words?: readonly string[];
}

/** What the agent says on the phone; with the two words once they exist. */
export function LineToSay({ of, scope, words }: LineToSayProps) {
  const { texts } = useTexts();
  const modelWord = useModelWord();
  const { device } = of;
  const proof = proofWord(proofsFor(device, scope));
  const [first, second] = words ?? [];
  return (
    <figure className="say">
      <figcaption>{texts.ask.say}</figcaption>
      <blockquote>
        <p>{texts.ask.script({ model: modelWord(device), proof, stopsItself: device.link === 'native' })}</p>
        {first !== undefined && second !== undefined && <p>{texts.ask.scriptWords({ first, second })}</p>}
      </blockquote>
    </figure>
  );
}
