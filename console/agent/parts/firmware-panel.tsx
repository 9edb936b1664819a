import { type HeldValue, qualityNow } from '../live/freshness.ts';
import type { FirmwareField } from '../live/live-model.ts';
import type { LiveData } from '../live/live-state.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { type ModelWords, valueLine } from '../words/metric-words.ts';
import { Panel } from './field.tsx';
import { QualityMark } from './quality-mark.tsx';

/** The metric of the same meaning, for its words. */
const metricOf: Readonly<Record<FirmwareField, string>> = {
  version: 'fw.version',
  versionSub: 'fw.version.sub',
  state: 'fw.state',
  progress: 'fw.progress',
  result: 'fw.result',
  target: 'fw.target',
  slotState: 'fw.slot_state',
};
const shown = Object.keys(metricOf) as FirmwareField[];

export interface FirmwarePanelProps {
  readonly data: LiveData;
  readonly words: ModelWords;
  readonly now: number;
}

export function FirmwarePanel({ data, words, now }: FirmwarePanelProps) {
  const { language, texts } = useTexts();
  const isBusy = ['downloading', 'installing', 1, 4].includes(data.firmware.state?.value ?? '');
  const fields = shown.flatMap((field) => {
    const held = data.firmware[field];
    return held && (field !== 'progress' || isBusy) ? [{ field, held }] : [];
  });
  return (
    <Panel title={texts.firmware.title} className="firmware">
      {fields.length === 0 && <p className="empty">{texts.firmware.none}</p>}
      <dl className="rows">
        {fields.map(({ field, held }) => (
          <div
            key={field}
            className={`reading reading-${qualityNow(held, data.heard, now)}`}
            data-metric={metricOf[field]}
            data-quality={qualityNow(held, data.heard, now)}
          >
            <dt>{texts.firmware[field]}</dt>
            <dd>
              <span className="value">
                <FirmwareValue field={field} held={held} words={words} />
              </span>
              <QualityMark held={held} data={data} now={now} />
            </dd>
          </div>
        ))}
      </dl>
      {data.slots.length > 0 && (
        <>
          <h3>{texts.firmware.slots}</h3>
          <ul className="slots">
            {data.slots.map((slot) => (
              <li key={slot.name}>
                <strong>{slot.name}</strong>
                <span>{slot.version || '–'}</span>
                <span className="muted">{words.firmware.get(slot.state)?.[language] ?? slot.state}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

interface FirmwareValueProps {
  readonly field: FirmwareField;
  readonly held: HeldValue;
  readonly words: ModelWords;
}

function FirmwareValue({ field, held, words }: FirmwareValueProps) {
  const spoken = useTexts();
  if (field === 'target' && held.value === '') return spoken.texts.firmware.noTarget;
  const line = valueLine({ name: metricOf[field], value: held.value }, words, spoken);
  if (field !== 'progress' || typeof held.value !== 'number' || !Number.isFinite(held.value)) return line;
  return (
    <>
      <progress max={100} value={held.value} aria-label={spoken.texts.firmware.progress} /> {line}
    </>
  );
}
