import { useId, useMemo } from 'react';
import type { Figures, Stretch } from '../live/history-figures.ts';
import { historyRows } from '../live/history-rows.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatDuration } from '../words/format.ts';
import { bucketMoment } from '../words/history-words.ts';
import { type ModelWords, valueLine } from '../words/metric-words.ts';

export interface HistoryTableProps {
  readonly of: readonly { readonly name: string; readonly figures: Figures }[];
  readonly words: ModelWords;
  readonly shown: Stretch;
  readonly label: (name: string) => string;
  /** Stays open while another span is read. */
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** The figures behind the pictures. */
export function HistoryTable(props: HistoryTableProps) {
  const { texts } = useTexts();
  const { isOpen, onToggle } = props;
  return (
    // Only what is opened is there.
    <details className="history-table" open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{texts.history.table}</summary>
      {isOpen && <Rows {...props} />}
    </details>
  );
}

const parts = ['lowest', 'average', 'highest', 'count'] as const;

function Rows({ of, words, shown, label }: Pick<HistoryTableProps, 'of' | 'words' | 'shown' | 'label'>) {
  const spoken = useTexts();
  const { language, texts } = spoken;
  const noted = useId();
  const rows = useMemo(
    () =>
      historyRows(
        of.map(({ figures }) => figures),
        shown.to,
      ),
    [of, shown.to],
  );
  const { bucketMs, since } = of[0]?.figures ?? { bucketMs: 0, since: 0 };
  const when = (at: number) => bucketMoment(at, { bucketMs, since }, spoken, shown.to);
  return (
    <>
      {/* No caption: one is as wide as its table, and so would be cut off with it on a phone. */}
      <p id={noted} className="hint">
        {texts.history.tableNote(formatDuration(bucketMs, language))}
      </p>
      <section className="scroll" aria-label={texts.history.table} tabIndex={0}>
        <table className="chart-table" aria-label={texts.history.table} aria-describedby={noted}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {texts.history.time}
              </th>
              {of.map(({ name }) => (
                <th key={name} scope="colgroup" colSpan={parts.length}>
                  {label(name)}
                </th>
              ))}
            </tr>
            <tr>
              {of.map(({ name }) =>
                parts.map((part) => (
                  <th key={`${name} ${part}`} scope="col">
                    {texts.history[part]}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) =>
              row.kind === 'silence' ? (
                <tr key={`silence ${row.from}`} className="history-silence">
                  <th scope="row">{texts.history.fromTo(when(row.from), when(row.to))}</th>
                  <td colSpan={of.length * parts.length}>{texts.history.silence}</td>
                </tr>
              ) : (
                <tr key={row.at} data-at={row.at}>
                  <th scope="row">
                    {when(row.at)}
                    {row.running && <span className="hint"> {texts.history.running}</span>}
                  </th>
                  {of.map(({ name }, index) => {
                    const bucket = row.cells[index];
                    const line = (value: number | undefined) =>
                      value === undefined ? '–' : valueLine({ name, value }, words, spoken);
                    return [
                      <td key={`${name} min`}>{line(bucket?.min)}</td>,
                      <td key={`${name} avg`}>{line(bucket?.avg)}</td>,
                      <td key={`${name} max`}>{line(bucket?.max)}</td>,
                      <td key={`${name} count`}>{bucket?.count ?? '–'}</td>,
                    ];
                  })}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </section>
    </>
  );
}
