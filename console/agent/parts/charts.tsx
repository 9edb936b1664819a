import { ChartLine } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { LiveData } from '../live/live-state.ts';
import { chartSpanMs, type Series } from '../live/series.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatMinute } from '../words/format.ts';
import { metricLabel, type ModelWords, valueLine } from '../words/metric-words.ts';
import { minuteValues } from '../words/minute-values.ts';
import { Chart } from './chart.tsx';

export interface ChartsProps {
  readonly data: LiveData;
  readonly words: ModelWords;
  /** The gateway's clock, epoch ms: the right edge of every chart. */
  readonly nowAt: number;
  readonly onHistory: (...names: readonly string[]) => void;
}

interface Charted {
  readonly name: string;
  readonly series: Series;
}

/** What the history begins with where nothing was chosen. */
const firstCompared = 2;

/** Small multiples of what the model finds worth a chart, with one cursor; the same as a table on demand. */
export function Charts({ data, words, nowAt, onHistory }: ChartsProps) {
  const { texts } = useTexts();
  const [asTable, setAsTable] = useState(false);
  const charted = useMemo(
    () =>
      [...words.metrics.values()].flatMap(({ name, chart }): Charted[] => {
        const series = chart ? data.series.get(name) : undefined;
        return series ? [{ name, series }] : [];
      }),
    [words, data.series],
  );
  if (charted.length === 0) return null;
  return (
    <section className="panel charts" aria-labelledby="charts-title">
      <header className="panel-head">
        <h2 id="charts-title">{texts.charts.title}</h2>
        <div className="charts-ways">
          <button
            type="button"
            className="button"
            onClick={() => onHistory(...charted.slice(0, firstCompared).map(({ name }) => name))}
          >
            <ChartLine size={16} aria-hidden="true" />
            {texts.history.compare}
          </button>
          <button type="button" className="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {texts.charts.table}
          </button>
        </div>
      </header>
      {asTable ? (
        <ChartTable charted={charted} words={words} nowAt={nowAt} />
      ) : (
        <div className="chart-grid">
          {charted.map(({ name, series }) => (
            <Chart key={name} name={name} series={series} words={words} nowAt={nowAt} />
          ))}
        </div>
      )}
    </section>
  );
}

interface ChartTableProps {
  readonly charted: readonly Charted[];
  readonly words: ModelWords;
  readonly nowAt: number;
}

function ChartTable({ charted, words, nowAt }: ChartTableProps) {
  const spoken = useTexts();
  const { language, texts } = spoken;
  const minutes = Array.from({ length: 10 }, (_, index) => nowAt - chartSpanMs + (index + 1) * 60_000);
  const line = (name: string, value: number | undefined) =>
    value === undefined ? '–' : valueLine({ name, value }, words, spoken);
  return (
    <section className="scroll" aria-label={texts.charts.perMinute} tabIndex={0}>
      <table className="chart-table">
        <caption>{texts.charts.perMinute}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.charts.time}</th>
            <th scope="col">{texts.charts.lowest}</th>
            <th scope="col">{texts.charts.highest}</th>
            {minutes.map((at, index) => (
              <th key={index - 10} scope="col">
                {formatMinute(at, language, nowAt)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {charted.map(({ name, series }) => {
            const { lowest, highest, perMinute } = minuteValues(series, nowAt);
            return (
              <tr key={name}>
                <th scope="row">{metricLabel(name, words, language)}</th>
                <td>{line(name, lowest)}</td>
                <td>{line(name, highest)}</td>
                {perMinute.map((value, index) => (
                  <td key={index - 10}>{line(name, value)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
