import { type ReactNode, type SelectHTMLAttributes, useId } from 'react';

export interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A labelled select; the hint is announced with it. */
export function Select({ label, hint, children, ...select }: SelectProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" aria-describedby={hint ? `${id}-hint` : undefined} {...select}>
        {children}
      </select>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

export interface ModelSelectProps {
  readonly label: string;
  readonly hint?: string;
  readonly models: readonly { readonly model: string; readonly name: string }[];
  /** Offered first, and said to fit best. */
  readonly suggested?: { readonly model: string; readonly note: string };
  readonly value: string;
  readonly onChoose: (model: string) => void;
}

/** The diagnostic packs that there are. */
export function ModelSelect({ label, hint, models, suggested, value, onChoose }: ModelSelectProps) {
  const first = models.filter(({ model }) => model === suggested?.model);
  const rest = models.filter(({ model }) => model !== suggested?.model);
  return (
    <Select
      label={label}
      {...(hint === undefined ? {} : { hint })}
      required
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      {value === '' && <option value="" />}
      {[...first, ...rest].map(({ model, name }) => (
        <option key={model} value={model}>
          {name} ({model}){model === suggested?.model ? ` · ${suggested.note}` : ''}
        </option>
      ))}
    </Select>
  );
}

export interface BrandSelectProps {
  readonly label: string;
  readonly brands: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly onChoose: (brandId: string) => void;
}

export function BrandSelect({ label, brands, value, onChoose }: BrandSelectProps) {
  return (
    <Select label={label} required value={value} onChange={(event) => onChoose(event.target.value)}>
      {brands.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
