import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Finding, Findings, Knowledge, NewFinding } from '../../../proto/api/localisation.ts';
import { readLocalisation } from '../live/decode-frame.ts';
import { localisationFromJson } from '../live/decode-localisation.ts';
import { ApiProblem, callApi } from './client.ts';

const localisationKey = (caseId: string) => ['localisation', caseId] as const;
const ofCase = (caseId: string) => `/cases/${encodeURIComponent(caseId)}`;

/** Words of a model's rules. */
export function useKnowledge(model: string) {
  return useQuery({
    queryKey: ['knowledge', model],
    queryFn: ({ signal }) => callApi<Knowledge>(`/models/${encodeURIComponent(model)}/knowledge`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What many devices have begins and ends without anything being told here. */
const byWordsEveryMs = 15_000;

/** From what was told alone, while nothing may be seen; asked again while the page is visible. Null: the model has no rules. */
export function useLocalisationByWords(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: localisationKey(caseId),
    queryFn: async ({ signal }) => {
      try {
        const json = await callApi<Record<string, unknown>>(`${ofCase(caseId)}/localisation`, { signal });
        return readLocalisation(localisationFromJson(json));
      } catch (error) {
        if (error instanceof ApiProblem && error.code === 'no_rules') return null;
        throw error;
      }
    },
    enabled,
    refetchInterval: ({ state }) => (state.data === null ? false : byWordsEveryMs),
  });
}

/** Also where the page came over plain HTTP, in which browsers have no `crypto.randomUUID`. */
export function newFindingId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function useTell(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    // The id is made before the first try: a repetition tells nothing twice.
    mutationFn: ({ id, told }: { readonly id: string; readonly told: NewFinding }) =>
      callApi<Finding>(`${ofCase(caseId)}/findings/${encodeURIComponent(id)}`, { method: 'PUT', body: told }),
    onSuccess: () => client.invalidateQueries({ queryKey: localisationKey(caseId) }),
  });
}

export function useTakeBack(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      callApi<Findings>(`${ofCase(caseId)}/findings/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: localisationKey(caseId) }),
  });
}
