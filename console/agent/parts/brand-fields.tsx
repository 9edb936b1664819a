import { useId, useMemo } from 'react';
import type { NewBrand } from '../../../proto/api/people.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { countries } from '../words/countries.ts';
import { Field } from './field.tsx';

export const emptyBrand: NewBrand = { name: '', company: '', country: '' };

export interface BrandFieldsProps {
  readonly brand: NewBrand;
  readonly onChange: (brand: NewBrand) => void;
}

/** What owners are told of who asks. */
export function BrandFields({ brand, onChange }: BrandFieldsProps) {
  const { language, texts } = useTexts();
  const id = useId();
  const list = useMemo(() => countries(language), [language]);
  return (
    <>
      <Field
        label={texts.join.brandName}
        required
        maxLength={60}
        value={brand.name}
        onChange={(event) => onChange({ ...brand, name: event.target.value })}
      />
      <Field
        label={texts.join.company}
        autoComplete="organization"
        required
        maxLength={120}
        value={brand.company}
        onChange={(event) => onChange({ ...brand, company: event.target.value })}
      />
      <div className="field">
        <label htmlFor={id}>{texts.join.country}</label>
        <select
          id={id}
          className="input"
          required
          value={brand.country}
          onChange={(event) => onChange({ ...brand, country: event.target.value })}
        >
          <option value="">{texts.country.choose}</option>
          {list.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
