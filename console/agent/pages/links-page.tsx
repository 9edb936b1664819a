import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { Link as LinkInfo, RegisteredLink } from '../../../proto/api/links.ts';
import type { Brand, Person } from '../../../proto/api/people.ts';
import { useLinks, useRegisterLink } from '../api/device-queries.ts';
import { useBrands } from '../api/office-queries.ts';
import { ConnectionBadge } from '../parts/connection-badge.tsx';
import { CopyFacts } from '../parts/fact.tsx';
import { Field, Panel } from '../parts/field.tsx';
import { LinkSettingsBlock } from '../parts/link-settings-block.tsx';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { useShownOnce } from '../parts/shown-once.ts';
import { BrandSelect } from '../parts/select.tsx';
import { useTexts } from '../texts/use-texts.tsx';

export function LinksPage({ person }: { readonly person: Person }) {
  const { texts } = useTexts();
  const links = useLinks();
  const brands = useBrands();
  return (
    <div className="page">
      <h1>{texts.links.title}</h1>
      <p className="muted">{texts.links.intro}</p>
      <ProblemNotice error={links.error} />
      {links.isPending && <p className="muted">{texts.loading}</p>}
      {links.data && <LinkTable links={links.data} person={person} />}
      <ProblemNotice error={brands.error} />
      {brands.data && <RegisterLinkPanel brands={brands.data} />}
    </div>
  );
}

function LinkTable({ links, person }: { readonly links: readonly LinkInfo[]; readonly person: Person }) {
  const { texts } = useTexts();
  if (links.length === 0) return <p className="empty">{texts.links.none}</p>;
  const brandName = (id: string) => person.brands.find((brand) => brand.id === id)?.name ?? '–';
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{texts.links.name}</th>
          <th scope="col">{texts.links.brand}</th>
          <th scope="col">{texts.links.connection}</th>
          <th scope="col">{texts.links.devices}</th>
          <th scope="col">{texts.link.password}</th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <th scope="row">
              <Link href={`/links/${link.id}`} className="row-link">
                {link.name}
              </Link>
            </th>
            <td data-label={texts.links.brand}>{brandName(link.brandId)}</td>
            <td>
              <ConnectionBadge connection={link.connection} />
            </td>
            <td data-label={texts.links.devices}>{link.devices}</td>
            <td data-label={texts.link.password}>{texts.devices.state[link.secret]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RegisterLinkPanel({ brands }: { readonly brands: readonly Brand[] }) {
  const { texts } = useTexts();
  const register = useRegisterLink();
  const [brandId, setBrandId] = useState(brands[0]?.id ?? '');
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    register.mutate({ brandId, name: name.trim() }, { onSuccess: () => setName('') });
  };
  return (
    <Panel title={texts.links.register}>
      <form onSubmit={submit}>
        <div className="columns">
          <Field
            key={register.data?.link.id}
            label={texts.links.name}
            hint={texts.links.nameHint}
            required
            maxLength={60}
            pattern=".*\S.*"
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <BrandSelect label={texts.links.brand} brands={brands} value={brandId} onChoose={setBrandId} />
        </div>
        <ProblemNotice error={register.error} />
        <button type="submit" className="button button-primary" disabled={register.isPending}>
          {texts.links.submit}
        </button>
      </form>
      {register.data && <Registered registered={register.data} />}
    </Panel>
  );
}

function Registered({ registered: { link, secret } }: { readonly registered: RegisteredLink }) {
  const { texts } = useTexts();
  useShownOnce([secret]);
  return (
    <div className="panel-body">
      <Notice tone="ok" live="polite">
        <p>
          <strong>
            {texts.links.registered} {link.name}
          </strong>
        </p>
        <p>{texts.links.once}</p>
        <CopyFacts
          lines={[
            [texts.link.id, link.id],
            [texts.link.password, secret],
          ]}
        />
        <p>
          <Link href={`/links/${link.id}`}>{texts.links.open}</Link>
        </p>
      </Notice>
      <LinkSettingsBlock linkId={link.id} password={secret} />
    </div>
  );
}
