import { type FormEvent, useState } from 'react';
import type { InvitedPerson, Person, Role } from '../../../proto/api/people.ts';
import { useBrands, useInvite, usePeople } from '../api/office-queries.ts';
import { CopyLine } from '../parts/copy-button.tsx';
import { Choices, Field, Panel } from '../parts/field.tsx';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { useTexts } from '../texts/use-texts.tsx';

type RoleChoice = 'agent' | 'both';
const rolesOf: Readonly<Record<RoleChoice, Role[]>> = { agent: ['agent'], both: ['agent', 'administrator'] };

export function PeoplePage() {
  const { texts } = useTexts();
  const people = usePeople();
  return (
    <div className="page">
      <h1>{texts.people.title}</h1>
      <InvitePanel />
      <ProblemNotice error={people.error} />
      {people.isPending && <p className="muted">{texts.loading}</p>}
      {people.data && <PeopleTable people={people.data} />}
    </div>
  );
}

function PeopleTable({ people }: { readonly people: readonly Person[] }) {
  const { texts } = useTexts();
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{texts.people.displayName}</th>
          <th scope="col">{texts.people.signInName}</th>
          <th scope="col">{texts.people.roles}</th>
          <th scope="col">{texts.people.brands}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">{person.displayName}</th>
            <td data-label={texts.people.signInName}>
              {person.signInName ?? <span className="badge badge-neutral">{texts.people.pending}</span>}
            </td>
            <td data-label={texts.people.roles}>{person.roles.map((role) => texts.people[role]).join(' · ')}</td>
            <td data-label={texts.people.brands}>{person.brands.map((brand) => brand.name).join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function InvitePanel() {
  const { texts } = useTexts();
  const brands = useBrands();
  const invite = useInvite();
  const [displayName, setDisplayName] = useState('');
  const [role, setRole] = useState<RoleChoice>('agent');
  const [picked, setPicked] = useState<readonly string[]>();
  // With nothing picked by hand, everyone joins the only or first brand.
  const brandIds = picked ?? (brands.data?.[0] ? [brands.data[0].id] : []);
  const toggle = (id: string) =>
    setPicked(brandIds.includes(id) ? brandIds.filter((each) => each !== id) : [...brandIds, id]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate(
      { displayName: displayName.trim(), roles: rolesOf[role], brandIds: [...brandIds] },
      { onSuccess: () => setDisplayName('') },
    );
  };
  return (
    <Panel title={texts.people.invite}>
      <form onSubmit={submit}>
        <div className="columns">
          <Field
            key={invite.data?.person.id}
            label={texts.people.displayName}
            hint={texts.people.displayNameHint}
            required
            maxLength={60}
            pattern=".*\S.*"
            autoComplete="off"
            value={displayName}
            onChange={(event) => setDisplayName(event.target.value)}
          />
          <Choices
            legend={texts.people.roles}
            name="role"
            inline
            value={role}
            onChoose={setRole}
            choices={[
              { value: 'agent', label: texts.people.agent },
              { value: 'both', label: `${texts.people.agent} + ${texts.people.administrator}` },
            ]}
          />
        </div>
        <ProblemNotice error={brands.error} />
        <fieldset className="choices choices-inline">
          <legend>{texts.people.brands}</legend>
          <div className="choices-list">
            {brands.data?.map((brand) => (
              <label key={brand.id} className="choice">
                <input type="checkbox" checked={brandIds.includes(brand.id)} onChange={() => toggle(brand.id)} />
                <span className="choice-text">{brand.name}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <ProblemNotice error={invite.error} />
        <button type="submit" className="button button-primary" disabled={invite.isPending || brandIds.length === 0}>
          {texts.people.submit}
        </button>
      </form>
      {invite.data && <Invited invited={invite.data} />}
    </Panel>
  );
}

function Invited({ invited }: { readonly invited: InvitedPerson }) {
  const { texts } = useTexts();
  return (
    <Notice tone="ok" live="polite">
      <p>{texts.people.linkHint(invited.person.displayName)}</p>
      <CopyLine text={new URL(invited.invitationPath, location.origin).href} label={texts.people.link} />
    </Notice>
  );
}
