import { type FormEvent, useState } from 'react';
import type { Brand, Person, PersonChange, Role } from '../../../proto/api/people.ts';
import { useChangePerson } from '../api/office-queries.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import { ProblemNotice } from './notice.tsx';
import { BrandPicker, RolePicker } from './pickers.tsx';

export interface PersonEditorProps {
  readonly of: Person;
  readonly isSelf: boolean;
  /** Those of the administrator: others stay as they are. */
  readonly brands: readonly Brand[];
  readonly onDone: () => void;
}

/** Roles and brands of a colleague, and whether they may sign in. */
export function PersonEditor({ of, isSelf, brands, onDone }: PersonEditorProps) {
  const { texts } = useTexts();
  const words = texts.people;
  const change = useChangePerson(of.id);
  const [roles, setRoles] = useState<readonly Role[]>(of.roles);
  const [brandIds, setBrandIds] = useState<readonly string[]>(of.brands.map(({ id }) => id));
  const save = (body: PersonChange) => change.mutate(body, { onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save({ ...(isSelf ? {} : { roles: [...roles] }), brandIds: [...brandIds] });
  };
  const isDisabled = of.disabledAt !== null;
  return (
    <form className="editor" aria-label={words.changeOf(of.displayName)} onSubmit={submit}>
      {isSelf && <p className="hint">{words.ownRoles}</p>}
      <RolePicker roles={roles} onChange={setRoles} disabled={isSelf} />
      <BrandPicker brands={brands} picked={brandIds} onChange={setBrandIds} />
      <ProblemNotice error={change.error} />
      <div className="button-row">
        <button
          type="submit"
          className="button button-primary"
          disabled={change.isPending || roles.length === 0 || brandIds.length === 0}
        >
          {words.save}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {texts.cancel}
        </button>
        {!isSelf && (
          <ConfirmButton
            question={isDisabled ? words.enableAsk(of.displayName) : words.disableAsk(of.displayName)}
            yes={isDisabled ? words.enableYes : words.disableYes}
            no={texts.cancel}
            busy={change.isPending}
            onYes={() => save({ disabled: !isDisabled })}
          >
            {isDisabled ? words.enable : words.disable}
          </ConfirmButton>
        )}
      </div>
    </form>
  );
}
