import { useState } from 'react';
import type { ModelDescription } from '../../../proto/api/devices.ts';
import { useModel, useModels } from '../api/device-queries.ts';
import { Panel } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/notice.tsx';
import { RulesPanel } from '../parts/rules-panel.tsx';
import { ModelSelect } from '../parts/select.tsx';
import { useTexts } from '../texts/use-texts.tsx';
import { unitWord } from '../words/format.ts';

/** What the gateway knows of each model. */
export function ModelsPage() {
  const { texts } = useTexts();
  const models = useModels();
  const [picked, setPicked] = useState<string>();
  const chosen = picked ?? models.data?.[0]?.model;
  const model = useModel(chosen);
  return (
    <div className="page">
      <h1>{texts.models.title}</h1>
      <p className="muted">{texts.models.intro}</p>
      <ProblemNotice error={models.error ?? model.error} />
      {models.data && chosen !== undefined && (
        <div className="narrow">
          <ModelSelect label={texts.models.show} models={models.data} value={chosen} onChoose={setPicked} />
        </div>
      )}
      {model.data && <OneModel of={model.data} />}
    </div>
  );
}

function OneModel({ of }: { readonly of: ModelDescription }) {
  const { language, texts } = useTexts();
  const words = texts.models;
  return (
    <>
      <p>
        <strong>{of.name}</strong>{' '}
        <span className="muted">
          {of.vendor} · {words.version(of.packVersion)} · {words.counts(of.metrics.length, of.errors.length)}
        </span>
      </p>
      <RulesPanel model={of.model} />
      <Panel title={words.errors}>
        {of.errors.length === 0 ? (
          <p className="empty">{words.noErrors}</p>
        ) : (
          <section className="scroll scroll-tall" aria-label={words.errors} tabIndex={0}>
            <table className="dense">
              <thead>
                <tr>
                  <th scope="col">{words.code}</th>
                  <th scope="col">{words.words}</th>
                  <th scope="col">{words.level}</th>
                  <th scope="col">{words.name}</th>
                </tr>
              </thead>
              <tbody>
                {of.errors.map((error) => (
                  <tr key={`${error.channel}/${error.code}`}>
                    <th scope="row">
                      {error.channel} {error.code}
                    </th>
                    <td className="wrap">{error.words[language]}</td>
                    <td>
                      {texts.errors.level[error.level]} · {texts.errors.kind[error.kind]}
                    </td>
                    <td>
                      <code>{error.name}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Panel>
      <Panel title={words.metrics}>
        <section className="scroll scroll-tall" aria-label={words.metrics} tabIndex={0}>
          <table className="dense">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.words}</th>
                <th scope="col">{words.unit}</th>
                <th scope="col">{words.dataClass}</th>
              </tr>
            </thead>
            <tbody>
              {of.metrics.map((metric) => (
                <tr key={metric.name}>
                  <th scope="row">
                    <code>{metric.name}</code>
                  </th>
                  <td>{metric.label[language]}</td>
                  <td>{unitWord(metric.unit, language) || '–'}</td>
                  <td>{texts.dataClass[metric.dataClass]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Panel>
    </>
  );
}
