import { useKnowledge } from '../api/diagnosis-queries.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { Panel } from './field.tsx';
import { ProblemNotice } from './notice.tsx';

/** What a model's pack can name, and how its rules are put to the test: on the command line. */
export function RulesPanel({ model }: { readonly model: string }) {
  const { language, texts } = useTexts();
  const words = texts.models;
  const knowledge = useKnowledge(model);
  const faults = knowledge.data?.faults ?? [];
  const [first] = faults;
  const exits: Readonly<Record<string, string>> = words.exits;
  const bases: Readonly<Record<string, string>> = words.bases;
  return (
    <Panel title={words.rules} className="rules">
      <ProblemNotice error={knowledge.error} />
      {knowledge.data && !first && <p className="empty">{words.noRules}</p>}
      {knowledge.data && first && (
        <>
          <div className="panel-body">
            <p>
              {words.rulesOf({
                faults: faults.length,
                symptoms: knowledge.data.symptoms.length,
                questions: knowledge.data.questions.length,
                tests: knowledge.data.tests.length,
                actions: knowledge.data.actions.length,
              })}
            </p>
            <p className="hint">
              {words.explain} <code>{`npm run pack -- explain ${model} ${first.id}`}</code>
            </p>
            <p className="hint">
              {words.laboratory} <code>npm run lab -- scoreboard</code>
            </p>
            <p className="hint">{words.notBuilt}</p>
          </div>
          <section className="scroll scroll-tall" aria-label={words.rules} tabIndex={0}>
            <table className="dense">
              <thead>
                <tr>
                  <th scope="col">{words.code}</th>
                  <th scope="col">{words.fault}</th>
                  <th scope="col">{words.ends}</th>
                  <th scope="col">{words.basis}</th>
                </tr>
              </thead>
              <tbody>
                {faults.map((fault) => (
                  <tr key={fault.id}>
                    <th scope="row">{fault.id}</th>
                    <td className="wrap">{fault.words[language]}</td>
                    <td>{exits[fault.exit] ?? fault.exit}</td>
                    <td>{bases[fault.basis] ?? fault.basis}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </Panel>
  );
}
