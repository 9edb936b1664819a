import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';

export interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: string;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A labelled input; the hint is announced with it. */
export function Field({ label, hint, ref, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} ref={ref} className="input" aria-describedby={hint ? `${id}-hint` : undefined} {...input} />
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

export interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly name: string;
  readonly value: Value;
  readonly choices: readonly {
    readonly value: Value;
    readonly label: string;
    readonly note?: string;
    readonly disabled?: boolean;
    /** Why it is disabled. */
    readonly because?: string | undefined;
  }[];
  readonly onChoose: (value: Value) => void;
  readonly inline?: boolean;
}

/** One of a few, as radio buttons that look like cards or, inline, like segments. */
export function Choices<Value extends string>({ legend, name, value, choices, onChoose, inline }: ChoicesProps<Value>) {
  return (
    <fieldset className={inline ? 'choices choices-inline' : 'choices'}>
      <legend>{legend}</legend>
      <div className="choices-list">
        {choices.map((choice) => (
          <label key={choice.value} className="choice" title={choice.because}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled === true}
              aria-description={choice.because}
              onChange={() => onChoose(choice.value)}
            />
            <span className="choice-text">
              <span className="choice-label">{choice.label}</span>
              {choice.note && <span className="hint">{choice.note}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A panel with a heading: the one kind of box on these pages. */
export function Panel({
  title,
  aside,
  children,
  className = '',
  id: place,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  /** To be jumped to. */
  readonly id?: string;
}) {
  const id = useId();
  return (
    <section id={place} className={`panel ${className}`} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
