import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AskedConsent,
  Case,
  CaseSummary,
  LiveTicket,
  NewCase,
  NewRequest,
  OpenAnswer,
  OwnerLink,
  SentAway,
} from '../../../proto/api/cases.ts';
import type { Device, ModelDescription } from '../../../proto/api/devices.ts';
import type { Language } from '../../shared/language.ts';
import { isPending } from '../words/case-phase.ts';
import { callApi } from './client.ts';

const caseKey = (id: string) => ['case', id] as const;
const linkKey = (requestId: string) => ['owner-link', requestId] as const;

export function useCases(state: Case['state'], enabled = true) {
  return useQuery({
    queryKey: ['cases', state],
    queryFn: ({ signal }) => callApi<Case[]>(`/cases?state=${state}`, { signal }),
    refetchInterval: 5_000,
    enabled,
  });
}

/**
 * One case, asked for each second while the owner is to answer, else every three. Between Allow and the proof more often: the
 * device's full state is to be seen within 2 s of the proof.
 */
export function useCase(id: string) {
  return useQuery({
    queryKey: caseKey(id),
    queryFn: ({ signal }) => callApi<Case>(`/cases/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) => {
      const request = state.data?.request;
      if (!request || !isPending(request)) return 3_000;
      return request.state === 'allowed' ? 400 : 1_000;
    },
  });
}

export function useFindDevices(find: string) {
  return useQuery({
    queryKey: ['devices', 'find', find],
    queryFn: ({ signal }) => callApi<Device[]>(`/devices?find=${encodeURIComponent(find)}`, { signal }),
    enabled: find.length >= 4,
    refetchInterval: 5_000,
  });
}

/** Words of the device's pack and of what the device has told of itself; asked for again when there is more of that. */
export function useDeviceModel(deviceId: string) {
  return useQuery({
    queryKey: ['device-model', deviceId],
    queryFn: ({ signal }) => callApi<ModelDescription>(`/devices/${encodeURIComponent(deviceId)}/model`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What a ticket system's deep link leads to; nothing is opened by asking. */
export function useOpenAnswer(query: URLSearchParams, enabled: boolean) {
  const text = query.toString();
  return useQuery({
    queryKey: ['open', text],
    queryFn: ({ signal }) => callApi<OpenAnswer>(`/open?${text}`, { signal }),
    enabled,
    refetchOnWindowFocus: false,
  });
}

export function useSummary(caseId: string, language: Language, enabled: boolean) {
  return useQuery({
    queryKey: ['summary', caseId, language],
    queryFn: ({ signal }) =>
      callApi<CaseSummary>(`/cases/${encodeURIComponent(caseId)}/summary?language=${language}`, { signal }),
    enabled,
    staleTime: 0,
  });
}

/** Hands a link of its own, or the summary, to the brand's ticket system. */
export function useSendAway(caseId: string, what: 'request/send' | `summary/send?language=${Language}`) {
  return useMutation({
    mutationFn: () => callApi<SentAway>(`/cases/${encodeURIComponent(caseId)}/${what}`, { method: 'POST' }),
  });
}

export function useOpenCase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewCase) => callApi<Case>('/cases', { method: 'POST', body }),
    onSuccess: (opened) => keep(client, opened),
  });
}

/** What can be done with a case and answers with it. */
export function useCaseAction(id: string, action: 'close' | 'stop' | 'requests/withdraw') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => callApi<Case>(`/cases/${encodeURIComponent(id)}/${action}`, { method: 'POST' }),
    onSuccess: (changed) => keep(client, changed),
  });
}

export function useAskConsent(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewRequest) =>
      callApi<AskedConsent>(`/cases/${encodeURIComponent(id)}/requests`, { method: 'POST', body }),
    onSuccess: (asked) => {
      if (asked.case.request) client.setQueryData(linkKey(asked.case.request.id), asked.link);
      keep(client, asked.case);
    },
  });
}

/** The link and digits of a request, as long as this page remembers them: the gateway tells them once. */
export function useOwnerLink(requestId: string) {
  return useQuery<OwnerLink | null>({
    queryKey: linkKey(requestId),
    queryFn: () => null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

export function useNewLink(caseId: string, requestId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => callApi<OwnerLink>(`/cases/${encodeURIComponent(caseId)}/links`, { method: 'POST' }),
    onSuccess: (link) => client.setQueryData(linkKey(requestId), link),
  });
}

export function askLiveTicket(id: string): Promise<LiveTicket> {
  return callApi<LiveTicket>(`/cases/${encodeURIComponent(id)}/live-tickets`, { method: 'POST' });
}

function keep(client: QueryClient, changed: Case): void {
  client.setQueryData(caseKey(changed.id), changed);
  void client.invalidateQueries({ queryKey: ['cases'] });
}
