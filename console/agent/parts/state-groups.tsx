import { ChartLine } from 'lucide-react';
import { type HeldValue, qualityNow } from '../live/freshness.ts';
import type { LiveData } from '../live/live-state.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { groupMetrics, groupOf, type MetricGroup } from '../words/metric-groups.ts';
import { hasHistory } from '../words/history-words.ts';
import { metricLabel, type ModelWords, valueText } from '../words/metric-words.ts';
import { Panel } from './field.tsx';
import { QualityMark } from './quality-mark.tsx';

export interface StateGroupsProps {
  readonly data: LiveData;
  readonly words: ModelWords;
  readonly now: number;
  /** The status, as large tiles, or everything else, as dense lists. */
  readonly only: 'status' | 'rest';
  readonly onHistory: (name: string) => void;
}

export function StateGroups({ data, words, now, only, onHistory }: StateGroupsProps) {
  const { texts } = useTexts();
  // What such a device has is known before it is seen: each of its values stands there as not seen yet.
  const fills = data.limits.includes('send-full-state');
  const granted = [...data.metrics.values()].filter(({ quality }) => quality !== 'withheld');
  const groups = groupMetrics(granted, [...words.metrics.keys()]).filter(
    ({ group }) => (group === 'status') === (only === 'status'),
  );
  if (groups.length === 0) return null;
  return (
    <div className={only === 'status' ? 'groups-status' : 'groups'}>
      {groups.map(({ group, names }) => (
        <Panel key={group} title={texts.group[group]} className={`group group-${group}`}>
          <dl className={group === 'status' ? 'tiles' : 'rows'}>
            {names.map((name) => {
              const held = data.metrics.get(name);
              const isShown = held && (held.quality !== 'unknown' || group === 'status' || fills);
              return (
                isShown && <Reading key={name} held={held} data={data} words={words} now={now} onHistory={onHistory} />
              );
            })}
          </dl>
          <NotSeen group={group} data={data} words={words} />
        </Panel>
      ))}
    </div>
  );
}

interface ReadingProps {
  readonly held: HeldValue;
  readonly data: LiveData;
  readonly words: ModelWords;
  readonly now: number;
  readonly onHistory: (name: string) => void;
}

function Reading({ held, data, words, now, onHistory }: ReadingProps) {
  const spoken = useTexts();
  const { language, texts } = spoken;
  const quality = qualityNow(held, data.heard, now);
  const { text, unit } = quality === 'unknown' ? { text: '–', unit: '' } : valueText(held, words, spoken);
  return (
    <div className={`reading reading-${quality}`} data-metric={held.name} data-quality={quality}>
      <dt>
        {hasHistory(held.name, words) ? (
          <button type="button" className="reading-open" onClick={() => onHistory(held.name)}>
            {metricLabel(held.name, words, language)}
            <span className="visually-hidden">: {texts.history.open}</span>
            <ChartLine size={13} aria-hidden="true" />
          </button>
        ) : (
          metricLabel(held.name, words, language)
        )}
      </dt>
      <dd>
        <span className="value">
          {text}
          {unit !== '' && <span className="unit"> {unit}</span>}
        </span>
        <QualityMark held={held} data={data} now={now} />
        {held.min !== undefined && held.max !== undefined && held.min !== held.max && (
          <span className="hint">
            {texts.live.between(
              valueText({ name: held.name, value: held.min }, words, spoken).text,
              valueText({ name: held.name, value: held.max }, words, spoken).text,
            )}
          </span>
        )}
      </dd>
    </div>
  );
}

interface NotSeenProps {
  readonly group: MetricGroup['group'];
  readonly data: LiveData;
  readonly words: ModelWords;
}

/** Granted, yet not received since: unknown, which is not the same as fine. The status shows it value by value. */
function NotSeen({ group, data, words }: NotSeenProps) {
  const { language, texts } = useTexts();
  const missing = [...words.metrics.values()].filter(
    ({ name, dataClass }) =>
      dataClass !== 'firmware' &&
      groupOf(name, dataClass) === group &&
      data.classes.includes(dataClass) &&
      (data.metrics.get(name)?.quality ?? 'unknown') === 'unknown' &&
      !((group === 'status' || data.limits.includes('send-full-state')) && data.metrics.has(name)),
  );
  if (missing.length === 0) return null;
  return (
    <p className="not-seen hint">
      {texts.live.notSeen} {missing.map(({ label }) => label[language]).join(language === 'zh-CN' ? '、' : ', ')}
    </p>
  );
}
