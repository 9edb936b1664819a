import { CircleCheck, CircleDashed, CircleHelp, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ErrorRecord, FreezeFrame } from '../live/live-model.ts';
import { type ErrorStatus, errorKey, errorStatus, gatewayNow, type LiveData } from '../live/live-state.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatMoment } from '../words/format.ts';
import { metricLabel, type ModelWords, valueLine } from '../words/metric-words.ts';
import { Panel } from './field.tsx';

export interface ErrorListProps {
  readonly data: LiveData;
  readonly words: ModelWords;
  readonly now: number;
}

const order: readonly ErrorStatus[] = ['active', 'unchecked', 'pending', 'cleared'];
const icons = { active: OctagonAlert, unchecked: CircleHelp, pending: CircleDashed, cleared: CircleCheck };

/** Every error code of this look in words: active ones first, then the newest. */
export function ErrorList({ data, words, now }: ErrorListProps) {
  const { texts } = useTexts();
  // Other makers' devices send no list of all their errors, so none is waited for.
  const isTold = !data.limits.includes('send-full-state');
  const records = [...data.errors.values()].toSorted(
    (a, b) => order.indexOf(errorStatus(a)) - order.indexOf(errorStatus(b)) || b.lastAt - a.lastAt,
  );
  return (
    <Panel title={texts.errors.title} className="errors">
      {records.length === 0 && (
        <p className="empty">
          {data.errorsKnown ? texts.errors.none : isTold ? texts.errors.unknown : texts.errors.unknownThere}
        </p>
      )}
      <ul>
        {records.map((record) => (
          <ErrorEntry key={errorKey(record)} record={record} words={words} gatewayAt={gatewayNow(data, now)} />
        ))}
      </ul>
    </Panel>
  );
}

interface ErrorEntryProps {
  readonly record: ErrorRecord;
  readonly words: ModelWords;
  readonly gatewayAt: number;
}

function ErrorEntry({ record, words, gatewayAt }: ErrorEntryProps) {
  const { language, texts } = useTexts();
  const status = errorStatus(record);
  const description = words.errors.get(errorKey(record));
  const isMild = description?.level === 'info' || description?.level === 'warning';
  const Icon = status === 'active' && isMild ? TriangleAlert : icons[status];
  const moment = (at: number) => formatMoment(at, language, gatewayAt);
  const frames = distinctFrames(record);
  return (
    <li className={`error error-${status}`} data-code={record.code} data-status={status}>
      <div className="error-head">
        <Icon size={18} aria-hidden="true" />
        <strong>{description?.words[language] ?? (record.detail || texts.errors.unnamed)}</strong>
        <span className="badge badge-status">{texts.errors[status]}</span>
      </div>
      <p className="error-tags">
        {record.code !== '' && <span>{texts.errors.code(record.code)}</span>}
        {description && (
          <>
            <span>{description.name}</span>
            <span>{texts.errors.level[description.level]}</span>
            <span>{texts.errors.kind[description.kind]}</span>
          </>
        )}
        {!description && <span>{record.channel}</span>}
        {record.detail !== '' && description && (
          <span>
            {texts.errors.detail}: {record.detail}
          </span>
        )}
      </p>
      <dl className="error-times">
        <div>
          <dt>{texts.errors.first}</dt>
          <dd>{moment(record.firstAt)}</dd>
        </div>
        <div>
          <dt>{texts.errors.last}</dt>
          <dd>{moment(record.lastAt)}</dd>
        </div>
        {record.clearedAt > 0 && (
          <div>
            <dt>{texts.errors.clearedAt}</dt>
            <dd>{moment(record.clearedAt)}</dd>
          </div>
        )}
        <div>
          <dt>{texts.errors.occurrences}</dt>
          <dd>{record.occurrences}</dd>
        </div>
      </dl>
      {frames.length > 0 && (
        <details>
          <summary>{texts.errors.frames(frames.length)}</summary>
          {frames.map((frame) => (
            <FrameTable key={frame.receivedAt} frame={frame} words={words} moment={moment(frame.receivedAt)} />
          ))}
        </details>
      )}
    </li>
  );
}

/** The first occurrences may also be the last ones. */
function distinctFrames({ firstFrames, lastFrames }: ErrorRecord): readonly FreezeFrame[] {
  return [...new Map([...firstFrames, ...lastFrames].map((frame) => [frame.receivedAt, frame])).values()];
}

interface FrameTableProps {
  readonly frame: FreezeFrame;
  readonly words: ModelWords;
  readonly moment: string;
}

/** The seconds before an occurrence: a row a metric, a column a moment. */
function FrameTable({ frame, words, moment }: FrameTableProps) {
  const spoken = useTexts();
  const { language, texts } = spoken;
  const rows = frame.before.filter((points) => points.values.length > 0);
  return (
    <section className="frame scroll" aria-label={texts.errors.frame(moment)} tabIndex={0}>
      <table>
        <caption>
          {texts.errors.frame(moment)} · {texts.errors.frameNote}
        </caption>
        <tbody>
          {rows.map((points) => (
            <tr key={points.name}>
              <th scope="row">{metricLabel(points.name, words, language)}</th>
              {points.values.slice(-6).map((value, index, shown) => {
                const at = points.receivedAt[points.values.length - shown.length + index] ?? frame.receivedAt;
                const seconds = Math.round((at - frame.receivedAt) / 1000);
                return (
                  <td key={at}>
                    {valueLine({ name: points.name, value }, words, spoken)}{' '}
                    <span className="hint">{seconds === 0 ? '0 s' : `${seconds} s`}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
