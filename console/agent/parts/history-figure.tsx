import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { Figures, Stretch } from '../live/history-figures.ts';
import type { Mark } from '../live/history-marks.ts';
import type { LiveData } from '../live/live-state.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { unitWord } from '../words/format.ts';
import { bucketMoment } from '../words/history-words.ts';
import { metricLabel, type ModelWords, valueLine } from '../words/metric-words.ts';
import { HistoryChart } from './history-chart.tsx';
import { QualityMark } from './quality-mark.tsx';

export interface HistoryFigureProps {
  readonly name: string;
  /** Undefined: not read (yet). */
  readonly figures: Figures | undefined;
  /** Why it cannot be shown, in words. */
  readonly refused: string | undefined;
  readonly sentence: (of: Figures) => string;
  readonly marks: readonly Mark[];
  readonly shown: Stretch;
  readonly data: LiveData;
  readonly words: ModelWords;
  readonly now: number;
  readonly isLast: boolean;
  readonly isAlone: boolean;
  readonly onRemove: (() => void) | undefined;
}

/** One value: what it is now, its history as a picture, and the same in a sentence. */
export function HistoryFigure(props: HistoryFigureProps) {
  const { name, figures, refused, sentence, marks, shown, data, words, now, isLast, isAlone, onRemove } = props;
  const spoken = useTexts();
  const { language, texts } = spoken;
  const described = useId();
  const [pointed, setPointed] = useState<number>();
  const label = metricLabel(name, words, language);
  const unit = words.metrics.get(name)?.unit ?? '1';
  const unitText = unitWord(unit, language);
  const held = data.metrics.get(name);
  const bucket = figures?.buckets.find(
    ({ at }) => pointed !== undefined && pointed * 1000 >= at && pointed * 1000 <= at + figures.bucketMs,
  );
  const line = (value: number) => valueLine({ name, value }, words, spoken);
  return (
    <figure className="history-figure" data-history={name}>
      <figcaption>
        <strong>{label}</strong>
        {unitText !== '' && <span className="unit">{unitText}</span>}
        <span className="history-value">
          {bucket && figures
            ? texts.history.pointed({
                at: bucketMoment(bucket.at, figures, spoken, shown.to),
                average: line(bucket.avg),
                low: line(bucket.min),
                high: line(bucket.max),
              })
            : held && (
                <>
                  <span className="value">{valueLine(held, words, spoken)}</span>
                  <QualityMark held={held} data={data} now={now} />
                </>
              )}
        </span>
        {onRemove && (
          <button type="button" className="button button-quiet icon-button" onClick={onRemove}>
            <X size={14} aria-hidden="true" />
            <span className="visually-hidden">{texts.history.remove(label)}</span>
          </button>
        )}
      </figcaption>
      {refused !== undefined && <p className="warn-text">{texts.history.refused(refused)}</p>}
      {refused === undefined && figures && (
        <>
          {figures.buckets.length > 0 && (
            <HistoryChart
              figures={figures}
              marks={marks}
              shown={shown}
              unit={unit}
              label={texts.history.label(label)}
              describedBy={described}
              isLast={isLast}
              isAlone={isAlone}
              onPoint={setPointed}
            />
          )}
          <p id={described} className="history-sentence">
            {sentence(figures)}
          </p>
        </>
      )}
    </figure>
  );
}
