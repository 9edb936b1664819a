import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  BrokerAddress,
  Device,
  DevicesCsv,
  LabelCode,
  ModelDescription,
  ModelSummary,
  NewClaim,
  NewDevice,
  RegisteredDevice,
  RegisteredDevices,
  RotatedSecret,
  Rotation,
} from '../../../proto/api/devices.ts';
import type { LinkPage, NewChild, NewLink, Link, RegisteredChild, RegisteredLink } from '../../../proto/api/links.ts';
import { callApi } from './client.ts';

/** What administrators do with devices and links. */

const of = (kind: 'devices' | 'links', id: string) => `/${kind}/${encodeURIComponent(id)}`;

/** The newest devices of one's brands, or those with this serial (end). */
export function useDevices(find: string) {
  return useQuery({
    queryKey: ['devices', 'list', find],
    queryFn: ({ signal }) =>
      callApi<Device[]>(find === '' ? '/devices' : `/devices?find=${encodeURIComponent(find)}`, { signal }),
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
  });
}

export function useDevice(id: string) {
  return useQuery({
    queryKey: ['device', id],
    queryFn: ({ signal }) => callApi<Device>(of('devices', id), { signal }),
    refetchInterval: 3_000,
  });
}

export function useRegisterDevice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewDevice) => callApi<RegisteredDevice>('/devices', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['devices'] }),
  });
}

export function useRegisterCsv() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DevicesCsv) => callApi<RegisteredDevices>('/devices/csv', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['devices'] }),
  });
}

export function useRotate(kind: 'devices' | 'links', id: string) {
  const changed = useChanged(kind, id);
  return useMutation({
    mutationFn: (body: Rotation) => callApi<RotatedSecret>(`${of(kind, id)}/secret`, { method: 'POST', body }),
    onSuccess: changed,
  });
}

export function useRevoke(kind: 'devices' | 'links', id: string) {
  const changed = useChanged(kind, id);
  return useMutation({
    mutationFn: () => callApi<unknown>(`${of(kind, id)}/secret`, { method: 'DELETE' }),
    onSuccess: changed,
  });
}

export function useClaim(id: string) {
  const changed = useChanged('devices', id);
  return useMutation({
    mutationFn: (body: NewClaim) => callApi<LabelCode>(`${of('devices', id)}/claim`, { method: 'POST', body }),
    onSuccess: changed,
  });
}

export function useNewLabelCode(id: string) {
  const changed = useChanged('devices', id);
  return useMutation({
    mutationFn: () => callApi<LabelCode>(`${of('devices', id)}/label-code`, { method: 'POST' }),
    onSuccess: changed,
  });
}

export function useLinks() {
  return useQuery({
    queryKey: ['links'],
    queryFn: ({ signal }) => callApi<Link[]>('/links', { signal }),
    refetchInterval: 5_000,
  });
}

/** What a link is found to carry, asked for every two seconds while somebody looks. */
export function useLink(id: string) {
  return useQuery({
    queryKey: ['link', id],
    queryFn: ({ signal }) => callApi<LinkPage>(of('links', id), { signal }),
    refetchInterval: 2_000,
  });
}

export function useRegisterLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewLink) => callApi<RegisteredLink>('/links', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['links'] }),
  });
}

export function useRegisterChild(linkId: string) {
  const changed = useChanged('links', linkId);
  return useMutation({
    mutationFn: (body: NewChild) =>
      callApi<RegisteredChild>(`${of('links', linkId)}/devices`, { method: 'POST', body }),
    onSuccess: changed,
  });
}

/** The packs there are, and where things connect: neither changes while the gateway runs, unless it is started anew. */
export function useModels() {
  return useQuery({
    queryKey: ['models'],
    queryFn: ({ signal }) => callApi<ModelSummary[]>('/models', { signal }),
    staleTime: 60_000,
  });
}

export function useBrokerAddresses() {
  return useQuery({
    queryKey: ['broker'],
    queryFn: ({ signal }) => callApi<BrokerAddress[]>('/broker', { signal }),
    staleTime: 60_000,
  });
}

export function useModel(model: string | undefined) {
  return useQuery({
    queryKey: ['model', model],
    queryFn: ({ signal }) => callApi<ModelDescription>(`/models/${encodeURIComponent(model ?? '')}`, { signal }),
    enabled: model !== undefined,
    staleTime: 60_000,
  });
}

function useChanged(kind: 'devices' | 'links', id: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: [kind === 'devices' ? 'device' : 'link', id] }),
      client.invalidateQueries({ queryKey: [kind] }),
    ]);
  };
}
