import { Clock, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Case, Grant } from '../../../proto/api/cases.ts';
import { useKnowledge } from '../api/diagnosis-queries.ts';
import { isSilent } from '../live/freshness.ts';
import { bootsIn, type Figures, figuresOf, pulseIn, type Stretch } from '../live/history-figures.ts';
import { marksOf } from '../live/history-marks.ts';
import type { HistoryState } from '../live/history-reader.ts';
import { historySpans, isOffered, shownFrom } from '../live/history-span.ts';
import { gatewayNow, type LiveData } from '../live/live-state.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatMoment } from '../words/format.ts';
import { hasHistory, historySentence, markWords } from '../words/history-words.ts';
import { ruleWordsOf } from '../words/knowledge-words.ts';
import { metricLabel, type ModelWords } from '../words/metric-words.ts';
import { Choices } from './field.tsx';
import { HistoryFigure } from './history-figure.tsx';
import { HistoryTable } from './history-table.tsx';
import { Notice } from './notice.tsx';
import { Select } from './select.tsx';
import { useEscape } from './use-escape.ts';
import { uptimeMetric, useHistory } from './use-history.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import type { OpenedHistory } from './use-opened-history.ts';

export interface HistoryPanelProps {
  readonly of: Case;
  readonly grant: Grant;
  readonly data: LiveData;
  readonly words: ModelWords;
  /** This browser's monotonic clock. */
  readonly now: number;
  readonly opened: OpenedHistory;
}

/** What this View has kept of up to four values, one below the other on one time axis; the same as a table on demand. */
export function HistoryPanel({ of, grant, data, words, now, opened }: HistoryPanelProps) {
  const spoken = useTexts();
  const { language, texts } = spoken;
  const { names, span, asked, close } = opened;
  const since = grant.startedAt;
  const wish = useMemo(() => ({ metrics: names, span }), [names, span]);
  const { state, again } = useHistory({ caseId: of.id, since, wish, data });
  const knowledge = useKnowledge(of.device.model);
  const rules = useMemo(() => (knowledge.data ? ruleWordsOf(knowledge.data) : undefined), [knowledge.data]);
  const [asTable, setAsTable] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('section')?.scrollIntoView({ block: 'start' });
  }, [asked]);
  useEscape(heading, close);
  const keepFocus = useKeptFocus(heading, names);
  const remove = (name: string) => {
    keepFocus(names.indexOf(name));
    opened.remove(name);
  };

  const second = Math.floor(gatewayNow(data, now) / 1000) * 1000;
  const shown = useMemo(() => ({ from: shownFrom({ span, since, now: second }), to: second }), [span, since, second]);
  const figures = useMemo(() => allFigures({ state, data, since, shown }), [state, data, since, shown]);
  const marks = useMemo(() => {
    const uptime = figures.get(uptimeMetric);
    return marksOf(data, uptime ? bootsIn(uptime, shown) : [], shown);
  }, [data, figures, shown]);
  const moment = (at: number) => formatMoment(at, language, second);
  const drawn = names.flatMap((name) => {
    const each = figures.get(name);
    return each ? [{ name, figures: each }] : [];
  });

  return (
    <section className="panel history" aria-labelledby="history-title">
      <header className="panel-head">
        <h2 id="history-title" ref={heading} tabIndex={-1}>
          {texts.history.title}
        </h2>
        <button type="button" className="button button-quiet icon-button" onClick={close}>
          <X size={16} aria-hidden="true" />
          <span className="visually-hidden">{texts.history.close}</span>
        </button>
      </header>
      <Tools data={data} words={words} opened={opened} time={{ since, now: second }} />
      <div className="history-body">
        <Standing data={data} now={now} state={state} again={again} />
        {shown.from === since && <p className="hint">{texts.history.since(moment(since))}</p>}
        {state?.over === undefined &&
          names.map((name) => (
            <HistoryFigure
              key={name}
              name={name}
              figures={figures.get(name)}
              refused={state?.refused.get(name)}
              sentence={(each) => historySentence({ name, figures: each, words, spoken, now: second })}
              marks={marks}
              shown={shown}
              data={data}
              words={words}
              now={now}
              isLast={name === drawn.at(-1)?.name}
              isAlone={names.length === 1}
              onRemove={names.length > 1 ? () => remove(name) : undefined}
            />
          ))}
        {drawn.length > 0 && (
          <>
            <p className="hint">
              {texts.history.legend} {drawn.some((each) => each.figures.onChange) && texts.history.legendHeld}
            </p>
            <div>
              <h3 id="history-marks">{texts.history.marks}</h3>
              {marks.length === 0 && <p className="muted">{texts.history.noMarks}</p>}
              <ol className="history-marks" aria-labelledby="history-marks">
                {marks.map((mark, index) => (
                  <li key={`${mark.kind} ${mark.of} ${mark.at}`} className={`history-mark mark-${mark.kind}`}>
                    <span className="mark-number">{index + 1}</span>
                    <span className="mark-line" aria-hidden="true" />
                    <span className="mark-time">{moment(mark.at)}</span>
                    <span>{markWords(mark, words, rules, spoken)}</span>
                  </li>
                ))}
              </ol>
            </div>
            <HistoryTable
              of={drawn}
              words={words}
              shown={shown}
              label={(name) => metricLabel(name, words, language)}
              isOpen={asTable}
              onToggle={setAsTable}
            />
          </>
        )}
      </div>
    </section>
  );
}

/** Of each metric that was read, the companions among them. */
function allFigures({
  state,
  data,
  since,
  shown,
}: {
  readonly state: HistoryState | undefined;
  readonly data: LiveData;
  readonly since: number;
  readonly shown: Stretch;
}): ReadonlyMap<string, Figures> {
  const history = state?.read?.history;
  if (!history) return new Map();
  const { bucketMs, to: readTo } = history;
  const pulse = pulseIn({ series: history.series, bucketMs, readTo, live: data.series });
  return new Map(
    Object.entries(history.series).map(([name, buckets]) => [
      name,
      figuresOf({
        buckets,
        bucketMs,
        since,
        readTo,
        live: data.series.get(name),
        pulse,
        shown,
      }),
    ]),
  );
}

interface ToolsProps {
  readonly data: LiveData;
  readonly words: ModelWords;
  readonly opened: OpenedHistory;
  readonly time: { readonly since: number; readonly now: number };
}

function Tools({ data, words, opened, time }: ToolsProps) {
  const { language, texts } = useTexts();
  const { names, span, madeRoom } = opened;
  const others = [...data.metrics.values()].filter(
    ({ name, quality }) => hasHistory(name, words) && quality !== 'withheld' && !names.includes(name),
  );
  return (
    <div className="history-tools">
      <Choices
        inline
        legend={texts.history.span}
        name="history-span"
        value={span}
        choices={historySpans.map((value) => {
          const disabled = value !== span && !isOffered(value, time);
          const because = disabled ? texts.history.tooLong : undefined;
          return { value, label: texts.history.spans[value], disabled, because };
        })}
        onChoose={opened.setSpan}
      />
      {others.length > 0 && (
        <Select
          label={texts.history.add}
          value=""
          onChange={(event) => event.target.value !== '' && opened.add(event.target.value)}
        >
          <option value="">{texts.history.addChoose}</option>
          {others.map(({ name }) => (
            <option key={name} value={name}>
              {metricLabel(name, words, language)}
            </option>
          ))}
        </Select>
      )}
      <p role="status" className="hint history-room">
        {madeRoom !== undefined && texts.history.madeRoom(metricLabel(madeRoom, words, language))}
      </p>
    </div>
  );
}

interface StandingProps {
  readonly data: LiveData;
  readonly now: number;
  readonly state: HistoryState | undefined;
  readonly again: () => void;
}

/** How far what stands below can be trusted. */
function Standing({ data, now, state, again }: StandingProps) {
  const { language, texts } = useTexts();
  const retry = { label: texts.retry, run: again };
  if (state?.over !== undefined) {
    return (
      <Notice tone="warn" live="assertive">
        {texts.history.over(state.over)}
      </Notice>
    );
  }
  const { problem, read } = state ?? {};
  const readAt = read && gatewayNow(data, read.atMono);
  return (
    <>
      {problem !== undefined && (
        <Notice tone="danger" live="polite" action={retry}>
          {readAt === undefined
            ? texts.history.problem(problem || texts.unreachable)
            : texts.history.problemOld(problem || texts.unreachable, formatMoment(readAt, language, readAt))}
        </Notice>
      )}
      {problem === undefined && isSilent(data.heard, now) && (
        <p className="history-stale">
          <Clock size={14} aria-hidden="true" />
          {texts.history.stale}
        </p>
      )}
      <p role="status" className="muted history-reading">
        {state?.reading !== false && !read && texts.history.reading}
      </p>
    </>
  );
}
