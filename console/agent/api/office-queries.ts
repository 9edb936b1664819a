import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Brand,
  BrandWebhook,
  InvitedPerson,
  NewBrand,
  NewBrandWebhook,
  NewPerson,
  Person,
  PersonChange,
} from '../../../proto/api/people.ts';
import { callApi } from './client.ts';
import { sessionKey } from './query-client.ts';

/** What administrators do with people and brands. */

export function usePeople() {
  return useQuery({ queryKey: ['people'], queryFn: ({ signal }) => callApi<Person[]>('/people', { signal }) });
}

export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewPerson) => callApi<InvitedPerson>('/people', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
}

export function useChangePerson(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PersonChange) => callApi<Person>(`/people/${encodeURIComponent(id)}`, { method: 'PATCH', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
}

export function useBrands() {
  return useQuery({ queryKey: ['brands'], queryFn: ({ signal }) => callApi<Brand[]>('/brands', { signal }) });
}

export function useAddBrand() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewBrand) => callApi<Brand>('/brands', { method: 'POST', body }),
    onSuccess: () => brandsChanged(client),
  });
}

/** Whoever founds a brand belongs to it: their own session's answer is another one now. */
async function brandsChanged(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['brands'] }),
    client.invalidateQueries({ queryKey: sessionKey }),
  ]);
}

const webhookKey = (brandId: string) => ['webhook', brandId] as const;
const webhookPath = (brandId: string) => `/brands/${encodeURIComponent(brandId)}/webhook`;

export function useWebhook(brandId: string) {
  return useQuery({
    queryKey: webhookKey(brandId),
    queryFn: ({ signal }) => callApi<BrandWebhook>(webhookPath(brandId), { signal }),
  });
}

/** The answer has the signing secret, this once; what is kept for the page has not. */
export function useSetWebhook(brandId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewBrandWebhook) => callApi<BrandWebhook>(webhookPath(brandId), { method: 'PUT', body }),
    onSuccess: ({ url }) => client.setQueryData<BrandWebhook>(webhookKey(brandId), { url, secret: null }),
  });
}
