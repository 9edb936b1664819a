import { useState } from 'react';
import { Link } from 'wouter';
import type { Device } from '../../../proto/api/devices.ts';
import type { Person } from '../../../proto/api/people.ts';
import { useDevices } from '../api/device-queries.ts';
import { useBrands } from '../api/office-queries.ts';
import { ConnectionBadge } from '../parts/connection-badge.tsx';
import { CsvPanel, manyDevices } from '../parts/csv-panel.tsx';
import { Field, Panel } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/notice.tsx';
import { oneDevice, RegisterPanel } from '../parts/register-panel.tsx';
import { useModelWord } from '../parts/use-model-word.ts';
import { useSettled } from '../parts/use-settled.ts';
import { useTexts } from '../texts/use-texts.tsx';

export function DevicesPage({ person }: { readonly person: Person }) {
  const { texts } = useTexts();
  const brands = useBrands();
  return (
    <div className="page">
      <h1>{texts.devices.title}</h1>
      <nav className="jumps" aria-label={texts.devices.title}>
        <a href={`#${oneDevice}`}>{texts.devices.register}</a>
        <a href={`#${manyDevices}`}>{texts.csv.title}</a>
      </nav>
      <DeviceList person={person} />
      <ProblemNotice error={brands.error} />
      {brands.data && <RegisterPanel brands={brands.data} />}
      {brands.data && <CsvPanel brands={brands.data} />}
    </div>
  );
}

function DeviceList({ person }: { readonly person: Person }) {
  const { texts } = useTexts();
  const [typed, setTyped] = useState('');
  const settled = useSettled(typed.trim(), 250);
  const find = settled.length >= 4 ? settled : '';
  const devices = useDevices(find);
  return (
    <Panel title={texts.devices.list}>
      <search className="find">
        <div className="narrow">
          <Field
            label={texts.find.label}
            hint={texts.devices.listHint}
            type="search"
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <ProblemNotice error={devices.error} />
        <div role="status">
          {devices.data?.length === 0 && (
            <p className="hint">{find === '' ? texts.devices.none : texts.find.none(find)}</p>
          )}
        </div>
      </search>
      {devices.data && devices.data.length > 0 && <DeviceTable devices={devices.data} person={person} />}
    </Panel>
  );
}

interface DeviceTableProps {
  readonly devices: readonly Device[];
  readonly person: Pick<Person, 'brands'>;
}

function DeviceTable({ devices, person }: DeviceTableProps) {
  const { texts } = useTexts();
  const modelWord = useModelWord();
  const brandName = (id: string) => person.brands.find((brand) => brand.id === id)?.name ?? '–';
  return (
    <div className="list-tall">
      <table className="list list-inside">
        <thead>
          <tr>
            <th scope="col">{texts.cases.device}</th>
            <th scope="col">{texts.device.brand}</th>
            <th scope="col">{texts.connection.label}</th>
            <th scope="col">{texts.devices.secretState}</th>
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <tr key={device.id}>
              <th scope="row">
                <Link href={`/devices/${device.id}`} className="row-link">
                  {modelWord(device)}
                  <span className="serial">{device.serial}</span>
                  {device.name !== null && <span className="muted">{device.name}</span>}
                </Link>
              </th>
              <td data-label={texts.device.brand}>{brandName(device.brandId)}</td>
              <td>
                <ConnectionBadge connection={device.connection} />
              </td>
              <td data-label={texts.devices.secretState}>{texts.devices.state[device.secret]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
