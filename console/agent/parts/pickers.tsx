import type { Brand, Role } from '../../../proto/api/people.ts';
import { useTexts } from '../texts/use-texts.tsx';

const roleNames: readonly Role[] = ['agent', 'supervisor', 'qa', 'administrator'];

export interface RolePickerProps {
  readonly roles: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
  readonly disabled?: boolean;
}

/** One or more of the four roles, each with what it is for. */
export function RolePicker({ roles, onChange, disabled }: RolePickerProps) {
  const { texts } = useTexts();
  return (
    <fieldset className="choices" disabled={disabled}>
      <legend>{texts.people.roles}</legend>
      <div className="choices-list">
        {roleNames.map((role) => (
          <label key={role} className="choice">
            <input type="checkbox" checked={roles.includes(role)} onChange={() => onChange(toggled(roles, role))} />
            <span className="choice-text">
              <span className="choice-label">{texts.people[role]}</span>
              <span className="hint">{texts.roleNote[role]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export interface BrandPickerProps {
  readonly brands: readonly Pick<Brand, 'id' | 'name'>[];
  readonly picked: readonly string[];
  readonly onChange: (brandIds: readonly string[]) => void;
}

export function BrandPicker({ brands, picked, onChange }: BrandPickerProps) {
  const { texts } = useTexts();
  return (
    <fieldset className="choices choices-inline">
      <legend>{texts.people.brands}</legend>
      <div className="choices-list">
        {brands.map((brand) => (
          <label key={brand.id} className="choice">
            <input
              type="checkbox"
              checked={picked.includes(brand.id)}
              onChange={() => onChange(toggled(picked, brand.id))}
            />
            <span className="choice-text">{brand.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function toggled<T>(list: readonly T[], one: T): readonly T[] {
  return list.includes(one) ? list.filter((each) => each !== one) : [...list, one];
}
