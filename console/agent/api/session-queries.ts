import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AcceptInvitation,
  Invitation,
  PasswordChange,
  Session,
  SignedInSession,
  SignIn,
} from '../../../proto/api/people.ts';
import { ApiProblem, callApi } from './client.ts';
import { sessionKey, signedOutKey } from './query-client.ts';

/** Who is signed in; null: nobody. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      try {
        return await callApi<Session>('/session', { signal });
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
  });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SignIn) => callApi<Session>('/session', { method: 'POST', body }),
    onSuccess: (session) => become(client, session),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => callApi<undefined>('/session', { method: 'DELETE' }),
    onSuccess: () => become(client, null),
  });
}

/**
 * Another person, or nobody: what the one before was told is forgotten. The session's own entry stays and changes, because
 * `clear` would take it from under the pages that watch it, and they would go on as if nothing had happened.
 */
function become(client: QueryClient, session: Session | null): void {
  client.setQueryData(signedOutKey, session === null);
  client.setQueryData(sessionKey, session);
  const kept: readonly unknown[] = [sessionKey[0], signedOutKey[0]];
  client.removeQueries({ predicate: ({ queryKey }) => !kept.includes(queryKey[0]) });
}

export function useInvitation(token: string) {
  return useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => callApi<Invitation>('/invitation', { bearer: token, signal }),
    refetchOnWindowFocus: false,
  });
}

export function useAcceptInvitation(token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AcceptInvitation) =>
      callApi<unknown>('/invitation/accept', { method: 'POST', bearer: token, body }),
    onSuccess: async () => {
      client.removeQueries({ queryKey: ['invitation', token] });
      await client.fetchQuery({
        queryKey: sessionKey,
        queryFn: () => callApi<Session>('/session'),
        staleTime: 0,
      });
    },
  });
}

/** One's own, the present one included. */
export function useSessions() {
  return useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => callApi<SignedInSession[]>('/sessions', { signal }),
    refetchInterval: 10_000,
  });
}

/** @param id which one; undefined: every other one */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | undefined) =>
      callApi<unknown>(id === undefined ? '/sessions' : `/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PasswordChange) => callApi<unknown>('/session/password', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
}
